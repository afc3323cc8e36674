// What browsers send: whole requests in bytes, made beforehand so that making them costs the measurement nothing.
const VISITORS = 5_000;
/** One event in so many is a form, the others are page views. */
const FORM_EVERY = 10;
const SITE = 'https://halfturn.example';

export const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
];
const pages = [
  [
    '/index.html?utm_source=newsletter&utm_medium=email&utm_campaign=2026-05-bench',
    'Halfturn: espresso machines',
  ],
  ['/pricing.html', 'Plans and prices: Halfturn'],
  ['/contact.html', 'Contact: Halfturn'],
  ['/quote.html?gclid=Cj0KCQjw0000000000000000', 'Get a quote: Halfturn'],
];

/** As a proxy names a visitor: somewhere in the networks of the world, the same each time. */
const addressOf = (visitor) =>
  `${80 + (visitor % 16)}.${(visitor * 7) % 256}.${(visitor * 13) % 256}.${visitor % 254}`;

let run = 0;

/** `count` requests with `size` events each; no id comes twice, not in another call either. */
export function eventRequests(url, count, size = 1) {
  run += 1;
  const { host, origin } = new URL(url);
  return Array.from({ length: count }, (_, index) => {
    const body = Buffer.from(JSON.stringify(batchOf(index, size)));
    const head = [
      'POST /v1/events HTTP/1.1',
      `Host: ${host}`,
      'Connection: keep-alive',
      `Content-Length: ${body.length}`,
      `User-Agent: ${agents[index % agents.length]}`,
      'Content-Type: text/plain;charset=UTF-8',
      'Accept: */*',
      `Origin: ${origin}`,
      `Referer: ${origin}/`,
      `X-Forwarded-For: ${addressOf(index % VISITORS)}`,
      'Accept-Encoding: gzip, deflate, br, zstd',
      'Accept-Language: es-ES,es;q=0.9,en;q=0.8',
    ];
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
  });
}

export function getRequest(url, path) {
  const { host } = new URL(url);
  return Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: keep-alive\r\nUser-Agent: ${agents[0]}\r\nAccept: */*\r\nAccept-Language: en\r\n\r\n`,
  );
}

export function batchOf(index, size) {
  const [path, title] = pages[index % pages.length];
  const now = Date.now();
  return {
    site: 'demo',
    visitor: `bench-visitor-${index % VISITORS}`,
    sent: now,
    context: { url: SITE + path, referrer: '', title, language: 'es-ES', timeZone: 'Europe/Madrid' },
    events: Array.from({ length: size }, (_, at) => event(index * size + at, now)),
  };
}

function event(number, now) {
  const [path, title] = pages[number % pages.length];
  const common = {
    id: `bench-${run}-${number}-AbCdEfGh`,
    ts: now,
    url: SITE + path,
    referrer: number % 3 === 0 ? 'https://www.google.com/' : `${SITE}/index.html`,
    title,
  };
  if (number % FORM_EVERY !== FORM_EVERY - 1) return { ...common, type: 'page_view' };
  const fields = {
    name: 'Elif Fincanoğlu',
    email: `elif.${number % VISITORS}@example.com`,
    phone: '+353 20 912 0147',
    company: 'Yarım Fincan Kahve',
    message: 'Makinenin yıllık bakımı için randevu almak istiyoruz. '.repeat(2),
  };
  const hints = {
    name: { type: 'text', autocomplete: 'name', label: 'Your name' },
    email: { type: 'email', autocomplete: 'email', label: 'E-mail' },
  };
  return {
    ...common,
    type: 'form_submit',
    form: { id: 'contact', action: `${SITE}/thanks.html`, fields, hints },
  };
}

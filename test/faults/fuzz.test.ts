import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { KEY, OWN, SHOP, startApp, type TestApp } from '../../collector/routes/testing.js';

// Real processes, whose time is that of a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];

/** What has broken parsers, databases and loggers elsewhere. */
const hostile = fc.constantFrom(
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    'NaN',
    'null',
    'undefined',
    '%',
    '%00',
    '%ff',
    '%2e%2e%2f',
    '..',
    '//',
    '\\',
  ],
  ...["'", '"', '`', '{site:String}', "' OR 1=1 --", '*', '\0', '\n', '\r\n', '\t', '\ud83d', '🙂', 'İ', 'ı'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '[]', '{}', '[[[[', 'a'.repeat(5_000)],
  ...['demo', 'shop', 'leads', 'timeline', 'sites', 'v1', '2026-02-30', '9999999999999999999'],
);
const text = fc.oneof(
  { weight: 3, arbitrary: hostile },
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(hostile, hostile).map(([one, other]) => one + other),
);
// Half a surrogate pair cannot be encoded.
const encoded = text.map((value) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '')));

/** A route's address with its parameters filled in; sometimes not even encoded. */
const filled = (path: string) =>
  fc
    .array(fc.oneof(encoded, encoded, text), { minLength: 6, maxLength: 6 })
    .map((values) => path.replace(/:(\w+)(\{.*?\}(?=\/|$))?|\*/g, () => values.shift() ?? ''));

const search = fc
  .array(
    fc.tuple(
      fc.constantFrom('site', 'person', 'search', 'limit', 'cursor', 'from', 'to', 'ack', '__proto__'),
      fc.oneof(encoded, fc.constant('demo'), fc.constant('stored'), text),
    ),
    { maxLength: 5 },
  )
  .map((pairs) => (pairs.length > 0 ? `?${pairs.map((pair) => pair.join('=')).join('&')}` : ''));

const headers = fc.dictionary(
  fc.constantFrom(
    ...[
      'Origin',
      'Referer',
      'Accept',
      'Accept-Language',
      'Content-Type',
      'Content-Length',
      'Content-Encoding',
    ],
    ...[
      'Cookie',
      'Range',
      'If-None-Match',
      'If-Modified-Since',
      'User-Agent',
      'X-Forwarded-For',
      'Sec-Fetch-Site',
    ],
    ...['Idempotency-Key', 'Authorization', 'Accept-Encoding', 'Transfer-Encoding'],
  ),
  fc.oneof(
    text,
    fc.constantFrom(
      'text/html',
      'text/csv',
      'application/json',
      'gzip',
      'br',
      'null',
      OWN,
      SHOP,
      'bytes=9-1',
      '-5',
    ),
  ),
  { maxKeys: 5 },
);

/** JSON that begins like what is expected and goes wrong in some place. */
const leaf = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant('12.50'));
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(text, leaf, { maxKeys: 3 }));
/** An event as it should be, with anybody's texts in it. */
const right = fc.oneof(
  fc.record({ type: fc.constant('page_view'), url: fc.webUrl({ withQueryParameters: true }), title: text }),
  fc.record({
    type: fc.constant('form_submit'),
    form: fc.record({
      name: text,
      fields: fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 4 }),
    }),
  }),
  fc.record({ type: fc.constant('identify'), email: fc.emailAddress(), name: text, customer: text }),
  fc.record({
    type: fc.constant('conversion'),
    orderId: text,
    value: fc.constantFrom('12.50', '-1', '1e9', '90000000000000', 7),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    coupon: text,
    lines: fc.array(fc.record({ product: text, quantity: fc.nat(), price: fc.nat() }), { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('link_click'), link: fc.record({ url: fc.webUrl(), text }) }),
  fc.record({
    type: fc.constant('page_leave'),
    pageView: text,
    engagedMs: fc.double({ min: -1, max: 1e12 }),
    scrollPercent: fc.double({ min: -1, max: 300 }),
  }),
  fc.record({ type: text, props: fc.object({ maxDepth: 3 }) }),
);
/** Some of its fields wrong, or others added. */
const wrong = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      ...[
        'id',
        'type',
        'ts',
        'url',
        'referrer',
        'title',
        'landing',
        'form',
        'email',
        'phone',
        'customer',
        'name',
      ],
      ...['company', 'value', 'currency', 'orderId', 'coupon', 'lines', 'link', 'choice', 'props'],
    ),
    text,
  ),
  value,
  { maxKeys: 2 },
);
const event = fc
  .tuple(fc.uuid(), right, fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, wrong))
  .map(([id, one, other]) => ({ id, ts: Date.now(), ...one, ...other }));
const batch = fc.record(
  {
    site: fc.oneof({ weight: 5, arbitrary: fc.constant('shop') }, value),
    visitor: fc.oneof({ weight: 5, arbitrary: fc.constant('v1') }, value),
    person: fc.oneof(fc.record({ email: value, phone: value, customer: value }), value),
    sent: fc.oneof({ weight: 5, arbitrary: fc.constant(Date.now()) }, value),
    context: fc.oneof(fc.dictionary(text, value), value),
    events: fc.oneof({ weight: 5, arbitrary: fc.array(event, { maxLength: 4 }) }, value),
  },
  { requiredKeys: ['site', 'visitor', 'events'] },
);
const json = fc
  .oneof({ weight: 5, arbitrary: batch }, fc.object({ maxDepth: 2 }), value)
  .map((sent) => JSON.stringify(sent));
const body = fc.oneof(
  { weight: 5, arbitrary: json },
  fc.tuple(json, fc.nat()).map(([whole, at]) => whole.slice(0, at % (whole.length + 1))),
  text,
  fc.uint8Array({ maxLength: 200 }),
  fc.constant('['.repeat(100_000)),
);

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
  isOwner: boolean;
}

/** Undefined for what no HTTP client or server could carry. */
function requestOf({ method, path, headers, body, isOwner }: Sent): Request | undefined {
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const all = new Headers({ Origin: SHOP, ...headers, ...(isOwner && { Authorization: `Bearer ${KEY}` }) });
    return new Request(OWN + path, { method, headers: all, ...(hasBody && { body }) });
  } catch {
    return undefined;
  }
}

const statusOf = async (sent: Sent) => {
  const request = requestOf(sent);
  if (!request) return 0;
  const response = await running.app.request(request);
  await response.arrayBuffer();
  return response.status;
};

it('no request of any route is answered with a 5xx', async () => {
  // A new route is here by itself.
  const routes = [...new Map(running.app.routes.map((route) => [route.method + route.path, route])).values()];
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(names).toEqual(expect.arrayContaining(['POST /v1/events', 'GET /v1/query/:name', 'GET /healthz']));
  const sent = fc.constantFrom(...routes).chain(({ method, path }) =>
    fc.record({
      method: fc.oneof(
        { weight: 3, arbitrary: fc.constant(method === 'ALL' ? 'GET' : method) },
        fc.constantFrom(...METHODS),
      ),
      path: fc.tuple(filled(path), search).map((parts) => parts.join('')),
      headers,
      body: body as fc.Arbitrary<string | Uint8Array<ArrayBuffer>>,
      isOwner: fc.boolean(),
    }),
  );
  const met = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(sent, async (one) => {
      const status = await statusOf(one);
      met.set(status, (met.get(status) ?? 0) + 1);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 3_000), endOnFailure: true },
  );
  // It got past the doors.
  for (const status of [200, 202, 400, 401, 404])
    expect([status, met.get(status) ?? 0]).not.toEqual([status, 0]);
});

it('whatever is accepted is stored, and no row of it is refused by ClickHouse', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 20 }),
      fc.boolean(),
      async (events, isOwner) => {
        const sent = JSON.stringify({ site: 'shop', visitor: 'v-fuzz', events });
        const response = await running.post(
          sent,
          isOwner ? { Authorization: `Bearer ${KEY}` } : {},
          '?ack=stored',
        );
        expect(response.status).toBe(202);
        accepted += ((await response.json()) as { accepted: number }).accepted;
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 3_000) / 50, endOnFailure: true },
  );
  expect(accepted).toBeGreaterThan(100);
  const refused = await running.test.select(
    "SELECT event_id, type, message FROM leadline.rejected_events WHERE reason = 'not_storable'",
  );
  expect(refused).toEqual([]);
});

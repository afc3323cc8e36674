/** Between words, plain or percent-encoded (again and again inside nested addresses). */
const SEPARATOR = /([\s/?#&=;,:<>"'()]|%(?:25)*(?:[01][0-9a-f]|2[0236-9cf]|3[a-f]))/i;
/**
 * An address within a word; `logo@2x.png` is none. Sticky, and no part can match where another one does: a long text
 * made up to have no address takes linear time.
 */
const EMAIL =
  /.+?(?:@|%(?:25)*40)(?!\d+x\.)(?:(?!%(?:25)*40)[^@])*\.(?:\p{L}{2,}|(?:%(?:25)*[89a-f][0-9a-f]){2,})/giuy;
/** Parameters that carry a key to something rather than a fact about the visit. */
const SECRET = new RegExp(
  `^(?:${[
    '.*(?:token|password|passwd|secret|signature|api[-_]?key|sess(?:ion)?[-_]?id)',
    '(?:.*[-_])?(?:pwd|session|sid|sig|auth|jwt|otp)',
    // A bare code is OAuth's; a promo code is a fact.
    '(?:(?:auth|access|login|reset|invite|confirm|verif)\\w*[-_]?)?code',
    'state',
    // Who somebody is on another site of the owner's, as the linker hands it over.
    'll_visitor',
  ].join('|')})$`,
  'i',
);

/** Takes e-mail addresses, passwords and tokens out of a URL; what cannot be parsed loses its query. */
export function scrubUrl(text: string): string {
  if (!text) return '';
  const url = parseUrl(text);
  if (!url) return scrubText(text.split(/[?#]/)[0] ?? '');
  // Where a mail link leads is the owner's address, not the visitor's; its subject and body may be anything.
  if (/^(mailto|tel|sms):$/.test(url.protocol)) return url.protocol + url.pathname;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.protocol;
  // Setting a part writes the whole address anew, so only what is there is touched.
  if (url.username) url.username = '';
  if (url.password) url.password = '';
  for (const name of new Set(url.searchParams.keys()))
    if (SECRET.test(name)) url.searchParams.set(name, 'removed');
  // Both `#access_token=…` and `#/reset?token=…`.
  if (url.hash)
    url.hash = url.hash.replace(/([#?&])([^#?&=]+)=[^&]*/g, (whole, before: string, name: string) =>
      SECRET.test(name) ? `${before}${name}=removed` : whole,
    );
  return scrubText(url.href);
}

/** `URL.parse`, which Node 20 lacks. */
export function parseUrl(text: string): URL | undefined {
  if (!text) return undefined;
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Takes e-mail addresses out of free text. */
export function scrubText(text: string): string {
  if (!/@|%(?:25)*40/.test(text)) return text;
  return text
    .split(SEPARATOR)
    .map((part) => part.replace(EMAIL, 'removed'))
    .join('');
}

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
    '.*(?:token|password|passwd|secret|signature|credentials?|authorization|api[-_]?key|sess(?:ion)?[-_]?id)',
    '(?:.*[-_])?(?:pass|pwd|session|sid|sig|auth|sso|jwt|otp|nonce|ticket|magic)',
    // A bare code is OAuth's; a promo code is a fact.
    '(?:(?:auth|access|login|reset|invite|confirm|verif)\\w*[-_]?)?code',
    'state',
    // Who somebody is on another site of the owner's, as the linker hands it over.
    'll_visitor',
  ].join('|')})$`,
  'i',
);

/** A signed token, wherever it stands: `{"` in base64 begins each of its first two parts. */
const JWT = /eyJ[\w-]{6,}\.eyJ[\w-]{6,}\.[\w-]{6,}/g;

/** An address as it may be stored, and parsed; undefined where it is none. */
export interface Address {
  text: string;
  url: URL | undefined;
}

/** Visitors are on a few pages, and come from a few others: most addresses have been seen just before. */
const CACHE_MAX = 2_000;
/** Longer ones are hardly ever the same twice. */
const CACHED_LENGTH_MAX = 300;
const cache = new Map<string, Address>();

/**
 * Takes e-mail addresses, passwords and tokens out of a URL; what cannot be parsed loses its query.
 *
 * @param hidden parameters that the site names, whose values go as well
 */
export function scrubbed(text: string, hidden: readonly string[] = []): Address {
  const key = hidden.length > 0 ? `${hidden.join(' ')} ${text}` : text;
  const known = cache.get(key);
  if (known) return known;
  const address = scrub(text, hidden);
  // What had something to hide is not kept here either.
  if (text.length <= CACHED_LENGTH_MAX && address.url && !address.text.includes('removed')) {
    if (cache.size >= CACHE_MAX) cache.clear();
    cache.set(key, address);
  }
  return address;
}

/** The text of {@link scrubbed}. */
export const scrubUrl = (text: string, hidden?: readonly string[]): string => scrubbed(text, hidden).text;

function scrub(text: string, hidden: readonly string[]): Address {
  const url = parseUrl(text);
  if (!url) return { text: scrubText(text.split(/[?#]/)[0] ?? ''), url };
  // Where a mail link leads is the owner's address, not the visitor's; its subject and body may be anything.
  if (/^(mailto|tel|sms):$/.test(url.protocol)) return { text: url.protocol + url.pathname, url };
  // The referrer of an app: its name stands where a page has its host.
  if (url.protocol === 'android-app:') return { text: scrubText(`android-app://${url.host}`), url };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { text: url.protocol, url };
  // Setting a part writes the whole address anew, so only what is there is touched.
  if (url.username) url.username = '';
  if (url.password) url.password = '';
  if (url.search.includes('=')) scrubSearch(url, hidden);
  // Both `#access_token=…` and `#/reset?token=…`.
  if (url.hash.includes('=')) url.hash = scrubPairs(url.hash, hidden);
  const clean = scrubText(url.href.replace(JWT, 'removed'));
  return { text: clean, url: clean === url.href ? url : parseUrl(clean) };
}

function scrubSearch(url: URL, hidden: readonly string[]): void {
  const entries = [...url.searchParams];
  let isChanged = false;
  for (const entry of entries) {
    const [name, value] = entry;
    entry[1] = isSecret(name, hidden) ? 'removed' : scrubPairs(value, hidden);
    isChanged ||= entry[1] !== value;
  }
  if (isChanged) url.search = new URLSearchParams(entries).toString();
}

/** Levels of addresses within addresses. */
const DEPTH_MAX = 5;

/** In what reads like parameters itself, as an address within an address does: `next=/reset?token=…`. */
function scrubPairs(text: string, hidden: readonly string[], depth = 0): string {
  if (!text.includes('=')) return text;
  // Nobody nests addresses so deep, and each level reads all that is below it.
  if (depth === DEPTH_MAX) return 'removed';
  return text.replace(/([#?&])([^#?&=]+)=([^&]*)/g, (_, before: string, name: string, value: string) => {
    const clean = isSecret(name, hidden) ? 'removed' : scrubPairs(value, hidden, depth + 1);
    return `${before}${name}=${clean}`;
  });
}

function isSecret(name: string, hidden: readonly string[]): boolean {
  return SECRET.test(name) || hidden.some((one) => one.toLowerCase() === name.toLowerCase());
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

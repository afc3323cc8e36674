import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the address of a tracked link carries: it needs no database to be followed. */
export interface Carried {
  site: string;
  link: string;
  /** Empty for none. */
  campaign: string;
  /** Where it led when it was made; as `URL` writes it, so that all of it is ASCII. */
  destination: string;
  /** In milliseconds; undefined for never. */
  expires: number | undefined;
}

/**
 * What addresses are full of, each a byte in an address of ours. A word keeps its place for ever, since addresses that are
 * out have it: new ones go to the end.
 */
const WORDS = [
  ...['https://www.', 'https://', 'http://www.', 'http://', '.com/', '.com', '.co.uk/', '.org/', '.net/'],
  ...['.com.tr/', '.es/', '.de/', '.html', '.php', '/index.', '/products/', '/product/', '/collections/'],
  ...['/category/', '/blog/', '/news/', '/pages/', '/shop/', '/offer', '/en/', '/es/', '/tr/'],
  ...['utm_source=', '&utm_medium=', '&utm_campaign=', '&utm_content=', '&utm_term=', 'utm_'],
  ...['newsletter', 'email', 'campaign', 'affiliate', 'spring', 'summer', 'autumn', 'winter', 'sale'],
  ...['2026', '2027', '2028', '%20', '%2F', '%3D', '?id=', '&id=', 'ing', 'tion', 'er-', 'the'],
] as const;
const FIRST = 0x80;
const byteOf = new Map<string, string>(WORDS.map((word, at) => [word, String.fromCharCode(FIRST + at)]));
/** The longest first. */
const ANY_WORD = new RegExp(
  [...WORDS]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.?]/g, '\\$&'))
    .join('|'),
  'g',
);

/** Of a hash: 96 bits that nobody guesses by asking. */
const MAC_BYTES = 12;
const MAC_LENGTH = 16;
/** Of the longest destination with the longest name of a campaign. */
const TOKEN_MAX = 8_192;

const macOf = (secret: string, said: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['link', said]))
    .digest()
    .subarray(0, MAC_BYTES)
    .toString('base64url');

/** What stands behind `/l/`. */
export function linkToken(secret: string, { site, link, campaign, destination, expires }: Carried): string {
  const text = [site, link, campaign, expires?.toString(36) ?? '', destination].join('\n');
  const packed = text.replace(ANY_WORD, (word) => byteOf.get(word) ?? word);
  const said = Buffer.from(packed, 'latin1').toString('base64url');
  return said + macOf(secret, said);
}

/** @returns undefined for a token that is none of ours, compared as text */
export function readLinkToken(secret: string, token: string): Carried | undefined {
  if (token.length <= MAC_LENGTH || token.length > TOKEN_MAX) return undefined;
  const said = token.slice(0, -MAC_LENGTH);
  const given = Buffer.from(token.slice(-MAC_LENGTH));
  const right = Buffer.from(macOf(secret, said));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [site = '', link = '', campaign = '', expires = '', destination = ''] = Buffer.from(said, 'base64url')
    .toString('latin1')
    .replace(/[\x80-\xff]/g, (byte) => WORDS[byte.charCodeAt(0) - FIRST] ?? '')
    .split('\n');
  return { site, link, campaign, destination, expires: expires ? Number.parseInt(expires, 36) : undefined };
}

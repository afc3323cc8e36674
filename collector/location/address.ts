import ipaddr from 'ipaddr.js';
import { memo } from '../memo.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Words for ranges that a proxy of one's own stands in. */
const WORDS: Record<string, readonly string[]> = {
  loopback: ['loopback'],
  private: ['private', 'uniqueLocal', 'linkLocal'],
};

/** Addresses whose trust is remembered. */
const CACHE_MAX = 10_000;

/** Whether a text names proxies: an address, a range (CIDR), or the words `loopback` and `private`. */
export function namesProxies(text: string): boolean {
  return Object.hasOwn(WORDS, text) || rangeOf(text) !== undefined;
}

/** Headers in which a proxy says for whom it asks. */
export interface Forwarding {
  /** `X-Forwarded-For`. */
  forwardedFor: string | undefined;
  /** `Forwarded` (RFC 7239), read where there is no `X-Forwarded-For`. */
  forwarded: string | undefined;
}

/**
 * Tells the client's address behind proxies. Everybody can send the headers, so what they say counts only as far as
 * trusted proxies have written it: from the right, up to the first address that is not theirs.
 *
 * @param trusted as `namesProxies` takes them; a proxy that is listed must set the header itself
 * @returns of the peer of the connection and the request's headers the client's address, as ipaddr.js writes it; empty
 * where there is none
 */
export function clientAddresses(trusted: readonly string[]): (peer: string, headers: Forwarding) => string {
  const classes = new Set(trusted.flatMap((text) => WORDS[text] ?? []));
  const ranges = trusted.map(rangeOf).filter((range) => range !== undefined);
  const isTrusted = memo(CACHE_MAX, (text) => {
    const address = parse(text);
    if (!address) return false;
    const isIn = ([range, bits]: [Address, number]) =>
      range.kind() === address.kind() && address.match(range as never, bits);
    return classes.has(address.range()) || ranges.some(isIn);
  });
  const plain = memo(CACHE_MAX, (text) => parse(text)?.toString() ?? '');
  return (peer, { forwardedFor, forwarded }) => {
    let address = plain(peer);
    if (trusted.length === 0 || !isTrusted(address)) return address;
    const hops = forwardedFor === undefined ? forwardedHops(forwarded ?? '') : forwardedFor.split(',');
    while (hops.length > 0 && isTrusted(address)) {
      const next = plain(hops.pop() ?? '');
      // A name or garbage: what stands left of it was not written by anybody trusted.
      if (!next) break;
      address = next;
    }
    return address;
  };
}

/** `for=192.0.2.1;proto=https, for="[2001:db8::1]:4711"`. */
const forwardedHops = (header: string): string[] =>
  header.split(',').map((hop) => /(?:^|;)\s*for\s*=\s*([^;]*)/i.exec(hop)?.[1] ?? '');

/** An address without port, brackets, quotes and zone; IPv6 that only wraps an IPv4 address as that address. */
function parse(text: string): Address | undefined {
  const bare = text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  // ipaddr.js also reads "1", octal and hexadecimal as IPv4 addresses.
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  return ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : undefined;
}

function rangeOf(text: string): [Address, number] | undefined {
  const [address, bits, rest] = text.split('/');
  const parsed = parse(address ?? '');
  if (!parsed || rest !== undefined) return undefined;
  const bitsMax = parsed.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [parsed, bitsMax];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= bitsMax ? [parsed, Number(bits)] : undefined;
}

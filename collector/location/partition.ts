import ipaddr from 'ipaddr.js';

/** This machine and private networks (RFC 1918, 3927, 4193, 4291). */
const INSIDE =
  /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.|^(::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/;
/** The first four groups of an IPv6 address, where none of them is left out. */
const NETWORK = /^(?:[0-9a-f]{1,4}:){3}[0-9a-f]{1,4}(?=:)/;

/** A sender who has reset the connection by the time that its address is asked for has none, and may come again. */
const UNKNOWN = 'unknown';

/**
 * Whose events are counted together for an address: an IPv4 address stands for itself, an IPv6 address for its /64, the
 * least that a household or a rented server is given and can choose addresses from (RFC 6177). All whose address is not
 * known are counted together.
 *
 * @returns undefined for what is not limited: an address that no visitor from outside has. It may be a reverse proxy's that `LEADLINE_TRUSTED_PROXIES` does not name, behind which all visitors look like one.
 */
export function partitionOf(address: string): string | undefined {
  if (address === '') return UNKNOWN;
  if (INSIDE.test(address)) return undefined;
  if (!address.includes(':')) return address;
  // As a socket that listens on :: names an IPv4 client (RFC 4291, 2.5.5.2).
  if (address.startsWith('::ffff:') && address.includes('.')) return partitionOf(address.slice(7));
  // Parsing takes two microseconds, and most addresses are written so.
  const [network] = NETWORK.exec(address) ?? [];
  if (network) return `${network}::/64`;
  if (!ipaddr.IPv6.isValid(address)) return UNKNOWN;
  const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv6.parse(address).parts;
  return `${[a, b, c, d].map((part) => part.toString(16)).join(':')}::/64`;
}

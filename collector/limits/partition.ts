import ipaddr from 'ipaddr.js';

/** The first four groups of an IPv6 address, where none of them is left out. */
const NETWORK = /^(?:[0-9a-f]{1,4}:){3}[0-9a-f]{1,4}(?=:)/;

/**
 * Whose events are counted together for an address: an IPv4 address stands for itself, an IPv6 address for its /64, the
 * least that a household or a rented server is given and can choose addresses from (RFC 6177).
 *
 * @returns undefined for what is not limited: this machine itself (its tests, its cron jobs, or a reverse proxy that
 *   `LEADLINE_TRUSTED_PROXIES` does not name, behind which all visitors look like one), and an address that is not known
 */
export function partitionOf(address: string): string | undefined {
  if (!address.includes(':')) return address === '' || address.startsWith('127.') ? undefined : address;
  // As a socket that listens on :: names an IPv4 client (RFC 4291, 2.5.5.2).
  if (address.startsWith('::ffff:') && address.includes('.')) return partitionOf(address.slice(7));
  // Parsing takes two microseconds, and most addresses are written so.
  const [network] = NETWORK.exec(address) ?? [];
  if (network) return `${network}::/64`;
  if (address === '::1' || !ipaddr.IPv6.isValid(address)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv6.parse(address).parts;
  return `${[a, b, c, d].map((part) => part.toString(16)).join(':')}::/64`;
}

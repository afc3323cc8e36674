// The file of networks that `networks_file.mjs` writes and `networks.ts` reads: little-endian, as every processor that
// Node runs on.
//
//   Uint32 × 6      format, networks, IPv4 ranges, IPv6 ranges, bytes of names, 0
//   BigUint64       where each IPv6 range begins: the upper half of the address, ascending
//   Uint32          the network of each; 0 is none
//   Uint32          where each IPv4 range begins, ascending
//   Uint32          the network of each
//   Uint32          the number (ASN) of each network
//   Uint32          where its name begins; one more for the end
//   UTF-8           the names

/** To be raised with each change of the above: a file of another format is not read. */
export const FORMAT = 1;

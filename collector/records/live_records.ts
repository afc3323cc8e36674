import type { Kind } from '../../schemas/entities/kind.js';
import { LeadlineError, nameOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Listed, Records } from './records.js';

/** Keeps the last known records of a kind, so that requests are answered while ClickHouse is away. */
export interface Snapshot<Item> {
  load(): Promise<Item[] | undefined>;
  save(items: Item[]): Promise<void>;
}

export interface LiveRecordsOptions<Item> {
  /** Declared live. */
  kind: Kind;
  /** Undefined for a record that cannot be read. */
  read(record: Listed): Item | undefined;
  /** How stale the records may be when another collector changes them. */
  refreshMs: number;
  /** A record that was read longer ago waits for a reading first; without it, a known one never waits. */
  trustMs?: number;
}

/** How soon a ClickHouse that did not answer is asked again. */
const RETRY_MS = 1_000;
/** A reading that takes longer will not end: a Worker's dies with the request that began it. */
const STALE_MS = 35_000;
/** How long a request waits for a reading at most, where there is a record to go on with. */
const PATIENCE_MS = 500;

/** Records of a kind that every request needs: answered from memory, refreshed behind it. */
export class LiveRecords<Item extends { id: string }> {
  #items: Map<string, Item> | undefined;
  #list: readonly Item[] = [];
  /** What the snapshot has: a disk syncs each save, and Workers KV is paid by it. */
  #kept: string | undefined;
  #dueAt = Number.NEGATIVE_INFINITY;
  #readAt = Number.NEGATIVE_INFINITY;
  #begunAt = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | undefined;
  #listener: ((items: Item[]) => void) | undefined;
  /** A reading that has used up the patience of one request has no claim on the next one's. */
  #hanging: Promise<void> | undefined;

  constructor(
    private readonly options: LiveRecordsOptions<Item>,
    private readonly records: Pick<Records, 'all' | 'attach'>,
    private readonly snapshot: Snapshot<Item>,
    private readonly log: Log,
    private readonly now: () => number = () => performance.now(),
  ) {
    const { kind } = options;
    // What was changed counts at once. It is stored, so where it cannot be read back it counts a little later.
    const changed = () =>
      this.refreshChanged().catch((error) =>
        log('warn', `${kind.kind} not refreshed after a change`, { error: nameOf(error) }),
      );
    records.attach(kind, { changed });
  }

  /** The record, as it is known now: for requests that shall not wait. */
  known(id: string): Item | undefined {
    if (this.now() > this.#dueAt) this.#refreshBehind();
    return this.#items?.get(id);
  }

  /** All of them, as they are known now; the same list until they are read anew. */
  list(): readonly Item[] {
    return this.#list;
  }

  /**
   * Like {@link known}, but a record that is not known yet, or was read too long ago, is worth waiting for.
   *
   * @returns undefined where there is no such record
   * @throws LeadlineError `store_down` where no records were ever read, so that nobody can say
   */
  async find(id: string): Promise<Item | undefined> {
    const { kind, trustMs = Number.POSITIVE_INFINITY } = this.options;
    if (!this.known(id)) {
      // It may have been made a moment ago, by another collector.
      if (this.now() - this.#begunAt > RETRY_MS) this.#refreshBehind();
      await this.#refreshing?.catch(() => undefined);
    } else if (this.now() - this.#readAt > trustMs) await this.#refreshedSoon();
    if (!this.#items)
      throw new LeadlineError('store_down', `The ${kind.kind} cannot be read yet: try again in a moment.`);
    return this.#items.get(id);
  }

  /**
   * Reads the records anew: from ClickHouse, else from the snapshot where nothing is known yet. Callers at the same time
   * share one reading.
   */
  refresh(): Promise<void> {
    if (this.#refreshing && this.now() - this.#begunAt < STALE_MS) return this.#refreshing;
    this.#begunAt = this.now();
    const reading = this.#refresh().finally(() => {
      if (this.#refreshing === reading) this.#refreshing = undefined;
    });
    this.#refreshing = reading;
    return reading;
  }

  /** Resolves when no reading is under way: for a platform that ends what outlives its request. */
  async settled(): Promise<void> {
    await this.#refreshing?.catch(() => undefined);
  }

  #refreshBehind(): void {
    const begunBefore = this.#begunAt;
    const reading = this.refresh();
    // One that was under way already is told of by whoever began it.
    if (this.#begunAt === begunBefore) return void reading.catch(() => undefined);
    reading.catch((error) =>
      this.log('warn', `${this.options.kind.kind} not refreshed`, { error: nameOf(error) }),
    );
  }

  /** After a change of the records: a reading that is under way may have missed it. */
  async refreshChanged(): Promise<void> {
    await this.#refreshing?.catch(() => undefined);
    await this.refresh();
  }

  /**
   * Takes the records as they were last seen, without asking ClickHouse.
   *
   * @returns false where none were ever seen
   */
  async recall(): Promise<boolean> {
    const items = await this.snapshot.load();
    if (items) this.#replace(items);
    return items !== undefined;
  }

  /** Calls back with all records, now and after every reading of them. */
  watch(listener: (items: Item[]) => void): void {
    this.#listener = listener;
    listener([...(this.#items?.values() ?? [])]);
  }

  async #refreshedSoon(): Promise<void> {
    const reading = this.#refreshing;
    if (!reading || reading === this.#hanging) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.#hanging = reading;
        resolve();
      }, PATIENCE_MS);
    });
    await Promise.race([reading.catch(() => undefined), late]);
    clearTimeout(timer);
  }

  async #refresh(): Promise<void> {
    const { kind, read, refreshMs } = this.options;
    this.#dueAt = this.now() + RETRY_MS;
    try {
      const items = (await this.records.all(kind)).flatMap((record) => read(record) ?? []);
      this.#replace(items);
      this.#readAt = this.now();
      this.#dueAt = this.now() + refreshMs;
      await this.#keep(items).catch((error) =>
        this.log('warn', `${kind.kind} not kept`, { error: nameOf(error) }),
      );
    } catch (error) {
      if (this.#items || !(await this.recall())) throw error;
    }
  }

  async #keep(items: Item[]): Promise<void> {
    const text = JSON.stringify(items);
    if (text === this.#kept) return;
    await this.snapshot.save(items);
    this.#kept = text;
  }

  #replace(items: Item[]): void {
    this.#items = new Map(items.map((item) => [item.id, item]));
    this.#list = items;
    this.#listener?.(items);
  }
}

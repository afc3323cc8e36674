import { nanoid } from 'nanoid';
import { eventParameters } from '../../schemas/event_parameters.js';
import { canonicalIds } from '../../schemas/gen/queries/canonical_ids.js';
import { pairsAround } from '../../schemas/gen/queries/pairs_around.js';
import { peopleAliases } from '../../schemas/gen/queries/people_aliases.js';
import { peopleClock } from '../../schemas/gen/queries/people_clock.js';
import { peopleNamed } from '../../schemas/gen/queries/people_named.js';
import { peopleRows } from '../../schemas/gen/queries/people_rows.js';
import type { TableRows } from '../../schemas/gen/tables.js';
import { joinedIds, reachedFrom, WORDS_MAX } from '../identity/joining.js';
import type { ReadModels } from '../queue/queue.js';
import type { Store } from '../store/store.js';
import { touchedBy } from './touched.js';

/** Ids in one statement: of browsers whose persons are looked up, and of persons that are worked out together. */
const LOOKED_UP = 20_000;
const TOGETHER = 200;

/** What the rules of joining need to know of a site. */
export interface SiteRules {
  /** Whether what anybody says with the public key joins two persons at all. */
  joinsClaims: boolean;
}

/**
 * Keeps the read models of people: who is joined with whom, and a row for each person. Whatever changes, the rows of those
 * whom it is about are worked out anew from raw events, whole; so it may be done twice, late and in any order.
 *
 * Two collectors may do it at once. A row's version is a time of ClickHouse's clock before anything was read for it: who
 * looked later knows what the other has stored, and wins.
 */
export class People implements ReadModels {
  constructor(
    private readonly store: Store,
    private readonly rulesOf: (site: string) => SiteRules,
  ) {}

  async refresh(stored: Parameters<ReadModels['refresh']>[0]): Promise<void> {
    for (const [site, { subjects, orders, paired }] of touchedBy(stored)) {
      const moved = paired.size > 0 ? await this.join(site, paired) : [];
      const named = await this.#named(site, [...subjects], [...orders]);
      await this.fill(site, new Set([...moved, ...paired, ...named, ...[...subjects].filter(isPerson)]));
    }
  }

  /** Works out anew who is one person around these ids. @returns whose rows are to be made anew */
  async join(site: string, ids: Iterable<string>): Promise<string[]> {
    const version = await this.#now();
    const { around, pairs } = await this.#around(site, [...ids]);
    const canonical = joinedIds(around, pairs, this.rulesOf(site));
    const known = await this.store.query(canonicalIds, { site, persons: [...around] });
    const before = new Map(known.map(({ person_id, canonical_id }) => [person_id, canonical_id]));
    const moved = [...canonical].filter(([id, now]) => (before.get(id) ?? id) !== now);
    if (moved.length === 0) return [];
    // Of each set that has changed, all of it: its members may be on their way to another one at another collector.
    const sets = new Set(moved.flatMap(([id, now]) => [now, before.get(id) ?? id]));
    const members = [...canonical].filter(([id, now]) => sets.has(now) || sets.has(before.get(id) ?? id));
    await this.#insert(
      'person_ids',
      members.map(([person_id, canonical_id]) => ({ site, person_id, canonical_id, version })),
    );
    const left = moved.map(([person_id]) => ({
      person_id,
      canonical_id: before.get(person_id) ?? person_id,
    }));
    await this.#insert('person_members', [
      ...left.map((one) => ({ site, ...one, version, is_deleted: 1 })),
      ...members.map(([person_id, canonical_id]) => ({
        site,
        canonical_id,
        person_id,
        version,
        is_deleted: 0,
      })),
    ]);
    const persons = members.map(([id]) => id);
    const aliases = await this.store.query(peopleAliases, { site, persons, version: await this.#now() });
    await this.#insert('people', aliases);
    return persons;
  }

  /** Makes the rows of these persons anew. */
  async fill(site: string, persons: Iterable<string>): Promise<void> {
    for (const some of chunks([...persons], TOGETHER)) {
      const version = await this.#now();
      const rows = await this.store.query(peopleRows, { site, persons: some, version, ...eventParameters });
      await this.#insert('people', rows);
    }
  }

  /** All ids that any of these may be one person with, and the pairs that tell. */
  async #around(site: string, ids: readonly string[]) {
    for (let persons = ids; ; ) {
      const pairs = await this.store.query(pairsAround, { site, persons: [...persons], most: WORDS_MAX + 1 });
      const around = new Set(pairs.map(({ person_id }) => person_id));
      const more = reachedFrom(around, pairs);
      if (more.length === 0) return { around, pairs };
      persons = [...around, ...more];
    }
  }

  async #named(site: string, subjects: string[], orders: string[]): Promise<string[]> {
    const persons: string[] = [];
    for (const some of chunks(subjects, LOOKED_UP)) {
      const rows = await this.store.query(peopleNamed, { site, subjects: some, orders: orders.splice(0) });
      for (const { person_id } of rows) persons.push(person_id);
    }
    return persons;
  }

  async #now(): Promise<number> {
    const [row] = await this.store.query(peopleClock, {});
    return row?.version ?? 0;
  }

  /** A row that is not made of the queue's may come again under another token: its version tells which one counts. */
  async #insert<Table extends 'people' | 'person_ids' | 'person_members'>(
    table: Table,
    rows: readonly Partial<TableRows[Table]>[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await this.store.insert(
      table,
      rows.map((row) => JSON.stringify(row)),
      `${table}-${nanoid()}`,
    );
  }
}

const isPerson = (subject: string) => /^p_[\w-]{22}$/.test(subject);

function* chunks<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

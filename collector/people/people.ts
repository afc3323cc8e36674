import { nanoid } from 'nanoid';
import { eventParameters } from '../../schemas/event_parameters.js';
import { canonicalIds } from '../../schemas/gen/queries/canonical_ids.js';
import { clock } from '../../schemas/gen/queries/clock.js';
import { identifiersShared } from '../../schemas/gen/queries/identifiers_shared.js';
import { pairsAround } from '../../schemas/gen/queries/pairs_around.js';
import { pairsRetracted } from '../../schemas/gen/queries/pairs_retracted.js';
import { peopleNamed } from '../../schemas/gen/queries/people_named.js';
import { peopleRows } from '../../schemas/gen/queries/people_rows.js';
import { peopleWithout } from '../../schemas/gen/queries/people_without.js';
import { personsResolved, type Row as Resolved } from '../../schemas/gen/queries/persons_resolved.js';
import type { TableRows } from '../../schemas/gen/tables.js';
import { joinedIds, type Pair, reachedFrom, sharedIds, WORDS_MAX } from '../identity/joining.js';
import type { Log } from '../log.js';
import type { Orders } from '../orders/orders.js';
import type { ReadModels } from '../queue/queue.js';
import type { Store } from '../store/store.js';
import { Together, together } from '../store/together.js';
import { withEmailFacts } from './email_told.js';
import { sharedNotes } from './shared_notes.js';
import { touchedBy } from './touched.js';

/** Browsers in one statement whose persons are looked up. */
const LOOKED_UP = 20_000;

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
  readonly #together: Together;

  constructor(
    private readonly store: Store,
    private readonly orders: Orders,
    private readonly rulesOf: (site: string) => SiteRules,
    log: Log,
  ) {
    this.#together = new Together(store, log, 'a person');
  }

  async refresh(stored: Parameters<ReadModels['refresh']>[0]): Promise<void> {
    for (const [site, { subjects, visitors, orders, paired }] of touchedBy(stored)) {
      if (visitors.size > 0) for (const order of await this.orders.of(site, [...visitors])) orders.add(order);
      // What people bought is told by the rows of orders.
      await this.orders.fill(site, orders);
      const moved = paired.size > 0 ? await this.join(site, paired) : [];
      const named = await this.#named(site, [...subjects], [...orders]);
      await this.fill(site, [...moved, ...named, ...[...subjects].filter(isPerson)]);
    }
  }

  /** Works out anew who is one person around these ids. @returns whose rows are to be made anew */
  async join(site: string, ids: Iterable<string>): Promise<string[]> {
    const version = await this.now();
    const { pairs, canonical: before } = await this.around(site, ids);
    const canonical = joinedIds(before.keys(), pairs, this.rulesOf(site));
    await this.#tellShared(site, sharedIds(ids, pairs));
    const moved = [...canonical].filter(([id, now]) => before.get(id) !== now);
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
    // Whose decision was stored while this was being written found what was there before, and may have had nothing to change.
    const decided = new Set(pairs.filter(({ kind }) => kind === 'hand').map(({ person_id }) => person_id));
    const again = members.map(([id]) => id).filter((id) => decided.has(id));
    const later = again.length > 0 ? await this.join(site, again) : [];
    return [...members.map(([id]) => id), ...later];
  }

  /** Makes the rows of these persons anew. */
  async fill(site: string, ids: Iterable<string>): Promise<void> {
    await this.#together.each(site, ids, async (persons) => {
      const [found] = await this.store.query(personsResolved, { site, persons });
      if (!found) return;
      const rows = await this.#rows(site, found);
      await this.#insert('people', rows);
      // Ids that stand for somebody else by now, or for nobody of whom anything is told.
      const told = new Set(rows.map(({ person_id }) => person_id));
      const others = [...new Set([...persons, ...found.member_persons])].filter((id) => !told.has(id));
      if (others.length > 0)
        await this.drop(
          await this.store.query(peopleWithout, { site, persons: others, version: found.version }),
        );
    });
  }

  async #rows(site: string, { member_ids, member_persons, subject_ids, version }: Resolved) {
    const members = new Set(member_ids);
    const moved = member_ids
      .map((id, at) => ({ id, person: member_persons[at] ?? id }))
      .filter(({ id, person }) => id !== person);
    const rows = await this.store.query(peopleRows, {
      ...{ site, member_ids, subject_ids, version },
      moved_ids: moved.map(({ id }) => id),
      moved_persons: moved.map(({ person }) => person),
      visitor_ids: subject_ids.filter((id) => !members.has(id)),
      ...eventParameters,
    });
    return rows.map(withEmailFacts);
  }

  /** For the owner to read: once for each identifier. */
  async #tellShared(site: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const known = await together(ids, (persons) => this.store.query(identifiersShared, { site, persons }));
    const rows = sharedNotes(site, ids, known);
    await this.store.insert(
      'rejected_events',
      rows.map(({ json }) => json),
      `shared-${nanoid()}`,
    );
  }

  /** The rows that two ids would have, were they separated by hand: nothing is changed by asking. */
  async apart(site: string, [one, other]: readonly [string, string]) {
    const { pairs, canonical } = await this.around(site, [one, other]);
    const separated = apartBy([one, other]);
    const isDecided = ({ kind, person_id, other_id }: Pair) =>
      kind === 'hand' && separated.some((pair) => pair.person_id === person_id && pair.other_id === other_id);
    const undecided = pairs.filter((pair) => !isDecided(pair));
    const then = joinedIds(canonical.keys(), [...undecided, ...separated], this.rulesOf(site));
    const [ids] = await this.store.query(personsResolved, { site, persons: [one, other] });
    const { member_ids = [], subject_ids = [], version = 0 } = ids ?? {};
    const member_persons = member_ids.map((id) => then.get(id) ?? id);
    const rows = await this.#rows(site, { member_ids, member_persons, subject_ids, version });
    return [one, other].map((id) => rows.find(({ person_id }) => person_id === (then.get(id) ?? id)));
  }

  /** The pairs that tell whom any of these ids may be one with, and each of all these ids with its canonical one now. */
  async around(site: string, ids: Iterable<string>) {
    for (let persons = [...ids]; ; ) {
      const told = await together(persons, (some) =>
        this.store.query(pairsAround, { site, persons: some, most: WORDS_MAX + 1 }),
      );
      const pairs = await this.#standing(site, told);
      const around = new Set(pairs.map(({ person_id }) => person_id));
      const more = reachedFrom(around, pairs);
      if (more.length === 0) return { pairs, canonical: await this.canonical(site, around) };
      persons = [...around, ...more];
    }
  }

  /** Without the pairs that only what was retracted told of; whom they are about stays. */
  async #standing<Told extends Pair>(site: string, pairs: readonly Told[]): Promise<Told[]> {
    const ids = new Set(pairs.flatMap(({ person_id, other_id }) => [person_id, other_id]).filter(Boolean));
    const retracted = await together([...ids], (persons) =>
      this.store.query(pairsRetracted, { site, persons }),
    );
    if (retracted.length === 0) return [...pairs];
    const gone = new Set(
      retracted.flatMap(({ person_id, other_id, kind }) => [
        `${person_id} ${other_id} ${kind}`,
        `${other_id} ${person_id} ${kind}`,
      ]),
    );
    return pairs.map((pair) =>
      gone.has(`${pair.person_id} ${pair.other_id} ${pair.kind}`) ? { ...pair, other_id: '' } : pair,
    );
  }

  /** The person that each of these ids stands for. */
  async canonical(site: string, ids: Iterable<string>): Promise<Map<string, string>> {
    const persons = [...ids];
    const known = await together(persons, (some) => this.store.query(canonicalIds, { site, persons: some }));
    const others = known.map(({ person_id, canonical_id }) => [person_id, canonical_id] as const);
    return new Map([...persons.map((id) => [id, id] as const), ...others]);
  }

  async #named(site: string, subjects: string[], orders: string[]): Promise<string[]> {
    const ofSubjects = await together(
      subjects,
      (some) => this.store.query(peopleNamed, { site, subjects: some, orders: [] }),
      LOOKED_UP,
    );
    const ofOrders = await together(orders, (some) =>
      this.store.query(peopleNamed, { site, subjects: [], orders: some }),
    );
    return [...ofSubjects, ...ofOrders].map(({ person_id }) => person_id);
  }

  /** Takes persons out. */
  async drop(rows: readonly Partial<TableRows['people']>[]): Promise<void> {
    await this.#insert('people', rows);
  }

  async suspect(rows: readonly Partial<TableRows['suspected_pairs']>[]): Promise<void> {
    await this.#insert('suspected_pairs', rows);
  }

  /** The version of what is worked out from now on. */
  async now(): Promise<number> {
    const [row] = await this.store.query(clock, {});
    return row?.version ?? 0;
  }

  /** A row that is not made of the queue's may come again under another token: its version tells which one counts. */
  async #insert<Table extends 'people' | 'person_ids' | 'person_members' | 'suspected_pairs'>(
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

/** That somebody says that two ids are two persons, from both sides. */
const apartBy = ([one, other]: readonly [string, string]): Pair[] =>
  [
    { person_id: one, other_id: other },
    { person_id: other, other_id: one },
  ].map((ids) => ({ ...ids, kind: 'hand', is_joined: false, is_undecided: false }));

const isPerson = (subject: string) => /^p_[\w-]{22}$/.test(subject);

import { type MatchKey, matchKeys } from '../../schemas/entities/import_words.js';
import type { Row as PlanRow } from '../../schemas/gen/queries/import_plan.js';
import { importSeen } from '../../schemas/gen/queries/import_seen.js';
import { type Row as Person, peopleById } from '../../schemas/gen/queries/people_by_id.js';
import { peopleByPhone } from '../../schemas/gen/queries/people_by_phone.js';
import type { ImportOrder } from '../../schemas/imports.js';
import { personId } from '../identity/identifiers.js';
import type { People } from '../people/people.js';
import type { Store } from '../store/store.js';
import { compare, type Known, type Outcome } from './compare.js';
import { type Ground, type Judged, judge } from './judge.js';

/** What plans stand on. */
export interface Planning extends Ground {
  store: Pick<Store, 'query'>;
  people: Pick<People, 'canonical'>;
}

/** Which rows, of which plan: what came before them is stored. */
export interface Part extends ImportOrder {
  import: string;
  plan: number;
  /** How many columns the file has. */
  width: number;
  rows: readonly { row: number; cells: readonly string[] }[];
}

/** What becomes of each of these rows: what a preview shows, and what the import then does. */
export async function plan(part: Part, planning: Planning): Promise<(Outcome & { row: number })[]> {
  const { matchBy, width, rows } = part;
  const broken = new Set(rows.filter(({ cells }) => cells.length > width).map(({ row }) => row));
  const judged = await judge(rows, part, planning);
  const knownOf = await known(judged, matchBy, planning);
  const outcomes = judged.map((one) => ({
    row: one.row,
    ...(broken.has(one.row) ? tooManyCells : compare(one, matchBy, knownOf(one))),
  }));
  return once(outcomes, part, planning);
}

/**
 * Of rows that were planned, those of which something else would become by now, as they are to be left alone.
 *
 * @param judged the same rows, in the same order
 */
export async function changedSince(
  planned: readonly PlanRow[],
  judged: readonly Judged[],
  matchBy: MatchKey,
  planning: Planning,
): Promise<(Outcome & { row: number })[]> {
  const knownOf = await known(judged, matchBy, planning);
  return judged.flatMap((one, at) => {
    const before = planned[at];
    const now = compare(one, matchBy, knownOf(one));
    if (!before || isSame(before, now)) return [];
    const reason = 'changed_since' as const;
    return [{ ...now, action: 'skip' as const, reason, detail: '', ids: [], changes: [], row: one.row }];
  });
}

const isSame = (before: PlanRow, now: Outcome) =>
  before.action === now.action &&
  before.person_id === now.person_id &&
  before.changes.join() === now.changes.join();

const tooManyCells: Outcome = {
  ...{
    action: 'skip',
    reason: 'too_many_cells',
    detail: '',
    person_id: '',
    ids: [],
    changes: [],
    unread: [],
  },
};

/** Who goes by what the rows say, each asked for once. */
async function known(
  judged: readonly Judged[],
  matchBy: MatchKey,
  { site, secret, store, people }: Planning,
): Promise<(judged: Judged) => Known> {
  const idsOf = ({ values }: Judged) =>
    Object.fromEntries(
      matchKeys
        // A phone is an office's as well as a person's: it tells who somebody is where it is asked to, or nothing else does.
        .filter((key) => values[key] !== undefined && (key !== 'phone' || key === matchBy))
        .map((key) => [key, personId(secret, site.id, key, values[key] ?? '')]),
    ) as Known['ids'];
  const ids = new Set(judged.flatMap((one) => Object.values(idsOf(one))));
  const canonical = await people.canonical(site.id, ids);
  const phones = matchBy === 'phone' ? [...new Set(judged.flatMap(({ values }) => values.phone ?? []))] : [];
  const owners = phones.length > 0 ? await store.query(peopleByPhone, { site: site.id, phones }) : [];
  const persons = [...new Set([...canonical.values(), ...owners.map(({ person_id }) => person_id)])];
  const rows = persons.length > 0 ? await store.query(peopleById, { site: site.id, persons }) : [];
  const byId = new Map(rows.map((row) => [row.person_id, row]));
  const byPhone = new Map<string, Person[]>();
  for (const { person_id } of owners) {
    const row = byId.get(person_id);
    for (const phone of row?.phones ?? [])
      byPhone.set(phone, [...(byPhone.get(phone) ?? []), ...(row ? [row] : [])]);
  }
  return (one) => {
    const own = idsOf(one);
    const of = (key: MatchKey): readonly Person[] => {
      if (key === 'phone') return byPhone.get(one.values.phone ?? '') ?? [];
      const row = byId.get(canonical.get(own[key] ?? '') ?? '');
      return row ? [row] : [];
    };
    return { ids: own, people: Object.fromEntries(matchKeys.map((key) => [key, of(key)])) };
  };
}

/** Of several rows about one person the first counts: the others are skipped, whichever part of the file they are in. */
async function once(
  outcomes: readonly (Outcome & { row: number })[],
  { import: id, plan, rows }: Part,
  { site, store }: Planning,
): Promise<(Outcome & { row: number })[]> {
  const ids = [...new Set(outcomes.flatMap((one) => one.ids))];
  const until = (rows[0]?.row ?? 1) - 1;
  const before =
    until > 0 && ids.length > 0
      ? await store.query(importSeen, { site: site.id, import: id, plan, until, ids })
      : [];
  const seen = new Map(before.map((one) => [one.id, one.first_row]));
  return outcomes.map((one) => {
    if (one.action === 'skip') return one;
    const first = one.ids.find((id) => seen.has(id));
    if (first === undefined) {
      for (const id of one.ids) seen.set(id, one.row);
      return one;
    }
    return {
      ...{
        ...one,
        action: 'skip',
        reason: 'same_as_row',
        detail: String(seen.get(first)),
        ids: [],
        changes: [],
      },
    };
  });
}

import type { MatchKey } from '../../schemas/entities/import_words.js';
import type { Row as Person } from '../../schemas/gen/queries/people_by_id.js';
import type { ImportAction, SkipReason } from '../../schemas/imports.js';
import type { Judged } from './judge.js';

/** What becomes of a row. */
export interface Outcome {
  action: ImportAction;
  reason: SkipReason | '';
  detail: string;
  /** Whom it is about; of a new one the id that they get. */
  person_id: string;
  /** Every id by which another row may be about the same person. */
  ids: string[];
  changes: string[];
  unread: string[];
}

/** Who goes by the identifiers of a row: nobody, or people as they stand. */
export interface Known {
  /** By the row's own person ids: of the e-mail address, the customer id and the phone number. */
  ids: Partial<Record<MatchKey, string>>;
  people: Partial<Record<MatchKey, readonly Person[]>>;
}

/** The fields of a row that no event of a person who is there tells. */
const OF_NEW: ReadonlySet<string> = new Set(['source', 'note']);

/** Decides what becomes of a row, before what earlier rows say is looked at. */
export function compare(judged: Judged, matchBy: MatchKey, { ids, people }: Known): Outcome {
  const { said, values, refused } = judged;
  const unread = Object.keys(said).filter((field) => !OF_NEW.has(field) && values[field] === undefined);
  const skip = (reason: SkipReason, detail = ''): Outcome => ({
    ...{ action: 'skip', reason, detail, person_id: '', ids: [], changes: [], unread: [] },
  });
  if (values[matchBy] === undefined) return skip(said[matchBy] ? 'match_invalid' : 'match_missing');
  if (refused) return skip('refused', refused);
  const [found, another] = people[matchBy] ?? [];
  if (another) return skip('several');
  const other = (['email', 'customer'] as const).find((key) =>
    (people[key] ?? []).some(({ person_id }) => person_id !== found?.person_id),
  );
  if (other) return skip('other_person', other);
  const own = Object.values(ids);
  // An address identifies before all else, in the pipeline, too.
  const person = ids.email ?? ids[matchBy] ?? '';
  const given = Object.keys(said).filter((field) => values[field] !== undefined);
  if (!found)
    return { action: 'create', reason: '', detail: '', person_id: person, ids: own, changes: given, unread };
  const isNew = (key: string) => (key === 'email' || key === 'customer') && (people[key] ?? []).length === 0;
  // A phone joins nobody, so nothing can be told of whoever has it by another identifier.
  const foreign = matchBy === 'phone' ? given.find(isNew) : undefined;
  if (foreign) return skip('not_theirs', foreign);
  const changes = given.filter((field) =>
    field === 'email' || field === 'customer' ? isNew(field) : toldOf(found, field) !== values[field],
  );
  const action = changes.length > 0 ? 'update' : 'unchanged';
  const all = [...new Set([...own, found.person_id])];
  return { action, reason: '', detail: '', person_id: found.person_id, ids: all, changes, unread };
}

function toldOf(person: Person, field: string): string | undefined {
  switch (field) {
    case 'name':
    case 'phone':
    case 'company':
    case 'status':
    case 'owner':
      return person[field];
    default:
      return person.attributes[field];
  }
}

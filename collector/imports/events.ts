import type { MatchKey } from '../../schemas/entities/import_words.js';
import { attributesOf, leadOf, type Saying } from './saying.js';

/** A row that is to be told of. */
interface Told {
  action: string;
  row: number;
  said: Saying;
  /** As the pipeline keeps it. */
  values: Saying;
  person_id: string;
  changes: readonly string[];
}

/** What of a person changes by an event of its own. */
const IDENTIFIERS = ['email', 'customer'] as const;
const APART: ReadonlySet<string> = new Set(['status', 'owner']);

/** The id of a row's events: the same however often it is told, so that it counts once. */
export const eventId = (imported: string, row: number, part = ''): string =>
  `${imported}.${row}${part && `.${part}`}`;

/** The events by which an import tells of a row; none where the row changes nothing. */
export function eventsOf(imported: string, ts: number, matchBy: MatchKey, told: Told): object[] {
  const { action, row, said, values, person_id, changes } = told;
  const id = (part = '') => ({ id: eventId(imported, row, part), ts, import: imported });
  const person = { id: person_id };
  const { status, owner } = values;
  const apart = [
    ...(changes.includes('status') && !(action === 'create' && status === 'new')
      ? [{ ...id('status'), type: 'stage_changed', person, stage: status }]
      : []),
    ...(changes.includes('owner') ? [{ ...id('owner'), type: 'owner_assigned', person, owner }] : []),
  ];
  if (action === 'create') {
    const { phone = '', ...rest } = said;
    // In the pipeline a phone comes before a customer id: it would be whom the lead is.
    const isByCustomer = matchBy === 'customer' && !values.email;
    if (!isByCustomer || !phone) return [{ ...id(), ...leadOf(said) }, ...apart];
    return [
      { ...id(), ...leadOf(rest) },
      { ...id('phone'), type: 'person_changed', person, phone },
      ...apart,
    ];
  }
  if (action !== 'update') return [];
  const own = changes.filter((field) => !APART.has(field));
  if (own.length === 0) return apart;
  // Two identifiers that stand in one word are one person's: what is new comes with what they go by already.
  const isNew = IDENTIFIERS.some((key) => own.includes(key));
  const { email, customer } = values;
  const whose = isNew ? { ...(email && { email }), ...(customer && { customer }) } : person;
  const { name, phone, company, ...rest } = Object.fromEntries(
    own.map((field) => [field, said[field] ?? '']),
  );
  const fields = Object.fromEntries(Object.entries({ name, phone, company }).filter(([, text]) => text));
  return [{ ...id(), type: 'person_changed', person: whose, ...fields, props: attributesOf(rest) }, ...apart];
}

/** The event by which all that an import told of somebody counts no more. */
export const undoOf = (
  imported: string,
  ts: number,
  { row, person_id }: Pick<Told, 'row' | 'person_id'>,
) => ({
  ...{
    id: eventId(imported, row, 'undo'),
    ts,
    type: 'retracted',
    person: { id: person_id },
    import: imported,
  },
});

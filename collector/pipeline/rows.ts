import type { TableRows } from '../../schemas/sql.gen.js';
import { personId } from '../identity/identifiers.js';
import type { Row } from '../queue/queue.js';
import type { Arrival, Draft } from './step.js';

/** The rows that an event becomes: itself, and apart from it what names a person. */
export function rowsOf({ row, identity, fields }: Draft, { secret }: Arrival): Row[] {
  const { site, subject_id, visitor_id, person_id, event_id, ts, received_at } = row;
  const rows: Row[] = [asRow('events', row)];
  if (person_id || fields.size > 0) {
    rows.push(
      asRow('personal_data', {
        site,
        subject_id,
        event_id,
        ts,
        received_at,
        person_id,
        ...identity,
        fields: Object.fromEntries(fields),
      }),
    );
  }
  if (person_id && visitor_id) {
    rows.push(asRow('visitor_persons', { site, visitor_id, event_id, ts, received_at, person_id }));
  }
  // An e-mail and a customer id seen together are one person; a phone never joins: offices share phones.
  if (identity.email && identity.customer) {
    const other_id = personId(secret, site, 'customer', identity.customer);
    rows.push(asRow('person_links', { site, person_id, other_id, event_id, ts, received_at }));
  }
  return rows;
}

/** Serialised once, here: the queue and the insert carry the same bytes. */
export function asRow<Table extends keyof TableRows>(table: Table, row: TableRows[Table]): Row {
  const json = JSON.stringify(row);
  // Half a surrogate pair is no Unicode, and ClickHouse refuses the whole insert for it.
  return { table, json: json.includes('\\ud') ? JSON.stringify(row, wellFormed) : json };
}

function wellFormed(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return fullText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // The names of a form's fields are the sender's, too.
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [fullText(name), entry]));
}

const fullText = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');

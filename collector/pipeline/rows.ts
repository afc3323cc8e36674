import type { TableRows } from '../../schemas/gen/tables.js';
import { personId } from '../identity/identifiers.js';
import { asRow, type Row } from '../store/row.js';
import { saleOf } from './sale.js';
import { type Draft, type Envelope, step } from './step.js';

/** The rows that an event becomes: itself, and apart from it what names a person. */
export const rows = step('row', (draft, envelope) => {
  draft.rows = rowsOf(draft, envelope);
  return undefined;
});

function rowsOf({ row, identity, written, props }: Draft, { secret }: Envelope): Row[] {
  const { site, subject_id, visitor_id, person_id, event_id, ts, received_at } = row;
  const rows: Row[] = [asRow('events', row)];
  const key = keyOf(row);
  if (person_id || written.fields.size > 0 || written.message) {
    rows.push(
      asRow('personal_data', {
        site,
        subject_id,
        event_id: key,
        ts,
        received_at,
        person_id,
        ...identity,
        ...written,
        fields: Object.fromEntries(written.fields),
      }),
    );
  }
  if (person_id && visitor_id) {
    rows.push(asRow('visitor_persons', { site, visitor_id, event_id: key, ts, received_at, person_id }));
  }
  // An e-mail and a customer id seen together are one person; a phone never joins: offices share phones.
  if (identity.email && identity.customer) {
    const other_id = personId(secret, site, 'customer', identity.customer);
    rows.push(asRow('person_links', { site, person_id, other_id, event_id, ts, received_at }));
  }
  const sale = saleOf(row, props.refundId);
  if (sale) rows.push(asRow('sales', sale));
  return rows;
}

/**
 * What tells the events apart that `events` tells apart: orders and refunds go by their own ids there, so a shop may send
 * a purchase and its refund under one event id. `timeline.sql` makes the same.
 */
function keyOf({ type, order_id, event_id }: TableRows['events']): string {
  const isSale = order_id && (type === 'conversion' || type === 'purchase' || type === 'refund');
  return isSale ? `#${type} ${order_id} ${event_id}` : event_id;
}

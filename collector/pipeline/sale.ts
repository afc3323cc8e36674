import type { TableRows } from '../../schemas/gen/tables.js';

/**
 * The money of an order or of a refund, once for the whole site: the row that revenue is counted by. `refundId` is the
 * sender's, if it gave one.
 */
export function saleOf(row: TableRows['events'], refundId: unknown): TableRows['sales'] | undefined {
  const { type, order_id, event_id } = row;
  const isRefund = type === 'refund';
  if (!order_id || !(isRefund || type === 'purchase' || type === 'conversion')) return undefined;
  return {
    site: row.site,
    order_id,
    // `#` begins no event id, and as the table `events` has it.
    refund_id: isRefund ? String(refundId || `#${event_id}`) : '',
    event_id,
    type,
    subject_id: row.subject_id,
    visitor_id: row.visitor_id,
    person_id: row.person_id,
    ts: row.ts,
    received_at: row.received_at,
    value_minor: row.value_minor,
    currency: row.currency,
    coupon: row.coupon,
  };
}

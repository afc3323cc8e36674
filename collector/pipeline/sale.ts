import type { TableRows } from '../../schemas/gen/tables.js';

/** The money of an order or of a refund, once for the whole site: the row that revenue is counted by. */
export const saleOf = (row: TableRows['events']): TableRows['sales'] => ({
  site: row.site,
  order_id: row.order_id,
  refund_id: row.refund_id ?? '',
  event_id: row.event_id,
  type: row.type,
  subject_id: row.subject_id,
  visitor_id: row.visitor_id,
  person_id: row.person_id,
  ts: row.ts,
  received_at: row.received_at,
  value_minor: row.value_minor,
  currency: row.currency,
  coupon: row.coupon,
  is_word: row.is_word ?? false,
});

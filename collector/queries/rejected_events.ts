import { rejectedEvents as rejectedEventsStatement } from '../../schemas/gen/queries/rejected_events.js';
import { pageOf } from './cursor.js';
import type { NamedQuery } from './named.js';

/** What was refused and why, newest first. */
export const rejectedEvents: NamedQuery<'rejected_events'> = async (store, { site, limit, cursor }) => {
  const rows = await store.query(rejectedEventsStatement, { site, ...cursor, limit: limit + 1 });
  return pageOf(rows, limit, ({ ts, rejected_id }) => ({ cursor_ts: ts, cursor_id: rejected_id }));
};

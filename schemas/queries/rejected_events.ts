import { defineQuery } from '../define_query.js';
import { rejectedEvents as statement } from '../gen/queries/rejected_events.js';

export const rejectedEvents = defineQuery({
  summary: 'What was refused and why, newest first; kept for 30 days.',
  statement,
  access: ['owner', 'marketer', 'queries:read'],
  list: {
    key: 'rejected_id',
    sort: 'ts',
    order: 'desc',
    columns: ['ts', 'event_id', 'type', 'reason', 'message', 'origin', 'count'],
    search: ['type', 'reason', 'message', 'origin', 'event_id'],
    total: true,
  },
  times: ['ts'],
});

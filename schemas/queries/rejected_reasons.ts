import { defineQuery } from '../define_query.js';
import { rejectedReasons as statement } from '../gen/queries/rejected_reasons.js';

export const rejectedReasons = defineQuery({
  summary:
    'Why events were refused, a row for each reason, of a shared identifier for each of these; the newest first, of the last 30 days.',
  statement,
  access: ['owner', 'marketer', 'queries:read'],
  list: {
    key: 'reason_id',
    sort: 'last_ts',
    order: 'desc',
    columns: ['reason_id', 'reason', 'count', 'first_ts', 'last_ts', 'types', 'origins', 'message'],
    total: true,
  },
  times: ['first_ts', 'last_ts'],
});

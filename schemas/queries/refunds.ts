import * as v from 'valibot';
import { defineQuery } from '../define_query.js';
import { refunds as statement } from '../gen/queries/refunds.js';
import { personId } from '../parameters.js';

export const refunds = defineQuery({
  summary:
    'What was given back, each time on its own day. `refunded_minor` is in `currency`, `value_minor` what the order is worth in `order_currency`.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { person: v.optional(personId) },
  list: {
    key: 'row_id',
    sort: 'ts',
    order: 'desc',
    columns: [
      'refund_id',
      'order_id',
      'ts',
      'ordered_at',
      'status',
      'value_minor',
      'refunded_minor',
      'currency',
      'order_currency',
      'reps',
    ],
    folded: 'search',
    rowBytesMax: 18_000,
    total: true,
  },
  hidden: ['row_id', 'search'],
  times: ['ts', 'ordered_at'],
});

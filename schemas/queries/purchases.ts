import * as v from 'valibot';
import { defineQuery } from '../define_query.js';
import { purchases as statement } from '../gen/queries/purchases.js';
import { personId } from '../parameters.js';

export const purchases = defineQuery({
  summary:
    'Orders as they are by now, with what was given back. `value_minor` is gross and no refund changes it; a cancelled order counts nowhere else.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { person: v.optional(personId) },
  list: {
    key: 'order_id',
    sort: 'ts',
    order: 'desc',
    columns: [
      'order_id',
      'ts',
      'status',
      'value_minor',
      'refunded_minor',
      'net_minor',
      'currency',
      'coupon',
      'products',
      'reps',
      'rating',
      'revision',
      'changed_at',
      'cancelled_at',
    ],
    folded: 'search',
    settledBy: 'order_id',
    rowBytesMax: 18_000,
    total: true,
  },
  hidden: ['search'],
  times: ['ts', 'changed_at', 'cancelled_at'],
});

import { defineQuery } from '../define_query.js';
import { owners as statement } from '../gen/queries/owners.js';
import { range } from '../parameters.js';

export const owners = defineQuery({
  summary:
    'What each rep has and did in the range: new people, contacted, overdue, won, and what they sold. Without an owner is a row, too.',
  statement,
  access: ['owner', 'marketer', 'rep', 'viewer', 'queries:read'],
  parameters: range,
  list: {
    key: 'owner',
    sort: 'people',
    order: 'desc',
    columns: [
      'owner',
      'people',
      'new',
      'contacted',
      'overdue',
      'open_steps',
      'won',
      'orders',
      'gross_minor',
      'refunds_minor',
      'revenue_minor',
    ],
    search: ['owner'],
    total: true,
  },
});

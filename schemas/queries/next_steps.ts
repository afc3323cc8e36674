import { defineQuery } from '../define_query.js';
import { nextSteps as statement } from '../gen/queries/next_steps.js';

export const nextSteps = defineQuery({
  summary:
    'What is to be done next and by whom: overdue, today or later; with due=none, people for whom nothing is to be done.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  list: {
    key: 'row_id',
    sort: 'at',
    order: 'asc',
    columns: [
      'row_id',
      'step',
      'person_id',
      'name',
      'email',
      'phone',
      'company',
      'customer',
      'stage',
      'status',
      'owner',
      'at',
      'what',
      'rep',
      'due',
      'contacts',
      'last_contact_at',
    ],
    search: ['name', 'email', 'phone', 'company', 'what'],
    settledBy: 'person_id',
    total: true,
  },
  times: ['at', 'last_contact_at'],
});

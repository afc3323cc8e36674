import * as v from 'valibot';
import { defineQuery } from '../define_query.js';
import { duplicates as statement } from '../gen/queries/duplicates.js';
import { personId } from '../parameters.js';

export const duplicates = defineQuery({
  summary:
    'Pairs of people who may be one person: by phone, by name and company, or by what a page has claimed.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { person: v.optional(personId) },
  list: {
    key: 'pair_id',
    sort: 'strength',
    order: 'desc',
    columns: [
      'pair_id',
      'person_id',
      'name',
      'email',
      'other_id',
      'other_name',
      'other_email',
      'reasons',
      'strength',
      'last_seen',
    ],
    search: [
      'name',
      'email',
      'phone',
      'company',
      'customer',
      'other_name',
      'other_email',
      'other_phone',
      'other_company',
      'other_customer',
    ],
    total: true,
  },
  times: ['last_seen', 'other_last_seen'],
});

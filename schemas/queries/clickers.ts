import * as v from 'valibot';
import { defineQuery } from '../define_query.js';
import { clickers as statement } from '../gen/queries/clickers.js';
import { recordId } from '../parameters.js';

export const clickers = defineQuery({
  summary:
    'The recipients of a link or a campaign: who followed it, and with `clicked=no` who did not. `is_known` says that somebody is among the people of the site.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { link: v.optional(recordId), campaign: v.optional(recordId) },
  list: {
    key: 'person_id',
    sort: 'last_click',
    order: 'desc',
    columns: [
      'person_id',
      'email',
      'customer',
      'is_claim',
      'clicked',
      'clicks',
      'clicks_touched',
      'clicks_human',
      'clicks_pending',
      'clicks_suspect',
      'clicks_bot',
      'first_click',
      'last_click',
    ],
    search: ['email', 'customer'],
    total: true,
  },
  times: ['first_click', 'last_click'],
});

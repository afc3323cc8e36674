import * as v from 'valibot';
import { defineQuery } from '../define_query.js';
import { clicks as statement } from '../gen/queries/clicks.js';
import { range, recordId } from '../parameters.js';

export const clicks = defineQuery({
  summary:
    'Clicks of tracked links, newest first: what each is held to be and why, what the page that it led to told of it, and whose it was where that is known.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { ...range, link: v.optional(recordId), campaign: v.optional(recordId) },
  list: {
    key: 'click_id',
    sort: 'ts',
    order: 'desc',
    columns: [
      'click_id',
      'is_team',
      'ts',
      'title',
      'destination',
      'campaign_name',
      'verdict',
      'is_touched',
      'agent',
      'browser',
      'os',
      'device',
      'language',
      'country',
      'region',
      'asn',
      'network',
    ],
    search: ['title', 'destination', 'campaign_name', 'network', 'agent'],
    total: true,
  },
  hidden: ['visitor_id', 'whose'],
  times: ['ts'],
});

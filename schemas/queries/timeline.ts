import * as v from 'valibot';
import { defineQuery } from '../define_query.js';
import { timeline as statement } from '../gen/queries/timeline.js';
import { personId } from '../parameters.js';

export const timeline = defineQuery({
  summary:
    'What a person did, newest first. Long texts are cut, `cut` says how long they are; `event` tells of one whole.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { person: personId, before: v.optional(v.string()), after: v.optional(v.string()) },
  moments: ['before', 'after'],
  list: {
    key: 'event_id',
    sort: 'ts',
    order: 'desc',
    columns: [
      'event_id',
      'type',
      'is_team',
      'visitor_id',
      'url',
      'title',
      'referrer',
      'source',
      'medium',
      'campaign',
      'channel',
      'form_id',
      'form_name',
      'link_url',
      'link_kind',
      'order_id',
      'currency',
      'coupon',
      'browser',
      'os',
      'device',
      'country',
      'region',
    ],
    search: [
      'url',
      'title',
      'form_name',
      'link_url',
      'order_id',
      'props',
      'message',
      'next_step',
      'fields',
      'labels',
      'texts',
      'said',
    ],
    bothWays: true,
    bytesMax: 900_000,
    // Within a millisecond in the order in which they were sent, which `ts` does not show.
    pagedBy: { column: 'cursor_ts', sql: 'toUnixTimestamp64Micro(ts)' },
  },
  times: ['ts', 'retracted_at', 'corrected_at', 'took_place_at'],
  hidden: ['cursor_ts'],
});

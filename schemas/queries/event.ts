import { defineQuery } from '../define_query.js';
import { timeline as statement } from '../gen/queries/timeline.js';
import { eventId, personId } from '../parameters.js';

export const event = defineQuery({
  summary:
    'One event of a person as a whole, also what the timeline cuts; several where a sender used one id for several.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { person: personId, event: eventId },
  times: ['ts', 'retracted_at', 'corrected_at', 'took_place_at'],
  hidden: ['cursor_ts'],
});

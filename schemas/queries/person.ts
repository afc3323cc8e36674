import { defineQuery } from '../define_query.js';
import { person as statement } from '../gen/queries/person.js';
import { personId } from '../parameters.js';

export const person = defineQuery({
  summary: 'One person, by any of their ids; no row where there is none.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { person: personId },
  times: [
    'captured_at',
    'first_seen',
    'last_seen',
    'next_step_at',
    'last_contact_at',
    'first_touch_ts',
    'last_touch_ts',
  ],
});

import { defineQuery } from '../define_query.js';
import { said as statement } from '../gen/queries/said.js';
import { personId } from '../parameters.js';

export const said = defineQuery({
  summary:
    'All that was ever said of a person: identifiers and attributes, by words and by claims, and what said it last.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { person: personId },
  times: ['first_said', 'last_said'],
});

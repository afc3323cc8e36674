import { defineQuery } from '../define_query.js';
import { consents as statement } from '../gen/queries/consents.js';
import { personId } from '../parameters.js';

export const consents = defineQuery({
  summary:
    'What a person agreed to, refused and withdrew, newest first: with the sentence, the purpose and where it came from. `is_current` marks what counts of each purpose.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: { person: personId },
  times: ['ts'],
});

import { defineQuery } from '../define_query.js';
import { team as statement } from '../gen/queries/team.js';

export const team = defineQuery({
  summary:
    'Who may sign in at the site, by name: whom `owner`, `rep` and `reps` mean by their e-mail addresses.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
});

import { scoreRules } from '../../schemas/gen/queries/score_rules.js';
import { scored } from '../../schemas/list_sql.js';
import { leads } from '../../schemas/queries/leads.js';
import type { Statement } from '../../schemas/statement.js';
import type { Store } from '../store/store.js';
import { readableConditions } from './conditions.js';
import type { OfSite } from './parameters.js';

/**
 * A statement about leads whose rows tell what each scores, by the rules that the site has now, beside the parameters that it
 * takes for that. A rule that asks for what the site no longer knows is passed over.
 */
export async function withScore<Row extends object>(
  store: Store,
  site: OfSite & { id: string },
  statement: Statement<never, Row>,
) {
  const rules = await store.query(scoreRules, { site: site.id });
  const inForce = rules.flatMap(({ filters, ...rule }) => {
    const conditions = readableConditions(filters, site);
    return conditions ? [{ ...rule, ...conditions }] : [];
  });
  return scored(statement, leads, inForce);
}

import { rules as kind, type Rule } from '../../schemas/entities/rules.js';
import type { Conditions } from '../../schemas/lists/conditions.js';
import { readableConditions } from '../queries/conditions.js';
import type { Behaviour } from '../records/behaviour.js';
import type { Records } from '../records/records.js';
import type { SiteRecord } from '../records/sites.js';
import { RULES_MAX } from './behaviour.js';

/** A rule that is on. */
export interface RuleInForce extends Pick<Rule, 'name' | 'owners'> {
  id: string;
  version: number;
  conditions: Conditions;
  /** It is for whoever was captured then or later, in milliseconds. */
  since: number;
}

/** It is noted since when a rule is on. */
export const notesOfRule =
  (now = Date.now): NonNullable<Behaviour['notes']> =>
  ({ isOn }, before) => ({ since: !isOn ? 0 : before?.isOn ? before.since : now() });

/** The rules of a site that are on, in their order. One that asks for what the site no longer knows is passed over. */
export async function rulesInForce(records: Pick<Records, 'page'>, site: SiteRecord): Promise<RuleInForce[]> {
  const { records: all } = await records.page(kind, site.id, { limit: RULES_MAX });
  return all
    .map(({ id, version, data }) => ({ id, version, ...(data as Rule & { since: number }) }))
    .filter(({ isOn }) => isOn)
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
    .flatMap(({ filters, isForPast, since, ...rule }) => {
      const conditions = readableConditions(filters, site);
      return conditions ? [{ ...rule, conditions, since: isForPast ? 0 : since }] : [];
    });
}

import type { Kind } from '../../schemas/entities/kind.js';
import { LeadlineError } from '../errors.js';
import { readConditions } from '../queries/conditions.js';
import type { Behaviour } from '../records/behaviour.js';
import { invalid } from '../records/check.js';
import type { Records } from '../records/records.js';
import type { SiteRecord, Sites } from '../records/sites.js';

/** Of one kind at one site: more nobody could follow, and each of them is asked of everybody. */
export const RULES_MAX = 100;

interface Needed {
  records: Pick<Records, 'page'>;
  sites: Pick<Sites, 'get'>;
}

/**
 * What kinds have in common whose `filters` are conditions (`schemas/entities/conditions.ts`): they are filters that the list
 * takes at the site, and there are not too many rules.
 *
 * @param without columns that the conditions may not be about
 */
export const ruleBehaviour = (
  kind: Kind,
  { records, sites }: Needed,
  without: readonly string[] = [],
): Behaviour => ({
  async requireTogether({ site, id }, { data, deleted }) {
    if (deleted) return;
    requireConditions(String(data.filters), await sites.get(site), without);
    const { records: others } = await records.page(kind, site, { limit: RULES_MAX + 1 });
    if (others.filter((other) => other.id !== id).length >= RULES_MAX)
      throw invalid(`A site may have ${RULES_MAX} ${kind.kind}: delete one first.`, [
        { path: '', rule: 'too_long', limit: RULES_MAX },
      ]);
  },
});

/** @throws LeadlineError `entity_invalid` */
function requireConditions(address: string, site: SiteRecord, without: readonly string[]): void {
  try {
    const { filters } = readConditions(address, site);
    const wrong = filters.find(({ column }) => without.includes(column));
    if (wrong)
      throw invalid(`These filters cannot be about ${wrong.column}.`, [
        { path: wrong.column, rule: 'unknown' },
      ]);
  } catch (error) {
    if (!(error instanceof LeadlineError)) throw error;
    const details = error.details?.map((one) => ({ ...one, path: `filters.${one.path}` })) ?? [];
    throw invalid(error.message, details);
  }
}

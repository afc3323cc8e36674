import type { AnyQuery } from '../../schemas/define_query.js';
import type { Conditions } from '../../schemas/lists/conditions.js';
import { leads } from '../../schemas/queries/leads.js';
import { LeadlineError } from '../errors.js';
import { type OfSite, readParameters } from './parameters.js';

/** Of an address these say how a list is shown, not of whom it is. */
const NO_CONDITIONS: ReadonlySet<string> = new Set(['site', 'sort', 'order', 'limit', 'cursor']);

/**
 * Reads conditions (`schemas/entities/conditions.ts`) as the list of leads does.
 *
 * @throws LeadlineError `parameter_invalid`
 */
export function readConditions(address: string, site: OfSite): Conditions {
  const input = new URLSearchParams(address);
  const other = [...input.keys()].find((name) => NO_CONDITIONS.has(name));
  if (other !== undefined)
    throw new LeadlineError('parameter_invalid', `Leave "${other}" out: it is no filter.`, {
      details: [{ path: other, rule: 'unknown' }],
    });
  input.set('site', '-');
  const { asked } = readParameters('leads', leads as unknown as AnyQuery, input, site);
  return { filters: asked?.filters ?? [], search: asked?.search ?? '' };
}

/** Undefined for conditions about what the site no longer has. */
export function readableConditions(address: string, site: OfSite): Conditions | undefined {
  try {
    return readConditions(address, site);
  } catch (error) {
    if (error instanceof LeadlineError) return undefined;
    throw error;
  }
}

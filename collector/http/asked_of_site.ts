import type { Context } from 'hono';
import { type RouteName, routes } from '../../schemas/routes.js';
import type { Act } from '../access/audit.js';
import { ownersSeen, requireAt, requireGrant } from '../access/caller.js';
import type { Services } from '../services.js';
import { parametersOf, wrong } from './parameters.js';

/**
 * Who asks what of which site, where a route is of one that `?site=` names.
 *
 * @param more what it takes beside
 * @throws LeadlineError `sign_in_required`, `key_invalid`, `role_missing`, `scope_missing`, `parameter_invalid`,
 *   `site_unknown`
 */
export async function askedOfSite(
  c: Context,
  route: RouteName,
  { auth, audit, sites }: Pick<Services, 'auth' | 'audit' | 'sites'>,
  more: readonly string[] = [],
) {
  const caller = await auth.caller(c);
  const { access } = routes[route];
  if (typeof access === 'string') throw new Error(`${route} lets in ${access}`);
  requireGrant(caller, access);
  const parameters = parametersOf(c, ['site', ...more]);
  const site = parameters.get('site');
  if (site === undefined) throw wrong('site', 'missing', 'site is missing: of which site?');
  requireAt(caller, access, site);
  await sites.get(site);
  const { by, sessionId, address, country } = caller;
  const who = {
    by,
    ...(sessionId !== undefined && { sessionId }),
    ...(address !== undefined && { address }),
    ...(country !== undefined && { country }),
  };
  return {
    site,
    parameters,
    /** As the audit and histories name them. */
    who,
    /** Whose people they see: those of these owners, none for everybody's. */
    owners: ownersSeen(caller, access, site),
    note: (act: Pick<Act, 'action' | 'target' | 'subject' | 'values' | 'persons'>) =>
      audit.note({ site, ...who, ...act }),
  };
}

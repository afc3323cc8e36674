import type { Kind } from '../../schemas/entities/kind.js';
import { EVERY_SITE, type Grant, type PeopleSeen, roles } from '../../schemas/roles.js';
import { LeadlineError } from '../errors.js';
import { siteUnknown } from '../records/sites.js';
import type { RecordVersion } from '../records/versions.js';

/** What somebody has at a site, or at all of them (`*`). */
export interface Access {
  site: string;
  grants: readonly Grant[];
  people: PeopleSeen;
}

/** Who asks, where the request says so with a key or a session. */
export interface Caller {
  /** As histories and the audit name them: `owner` (the admin key), `user:<id>`, `key:<id>`. */
  by: string;
  access: readonly Access[];
  /** As whose owner a person counts among their own: the user's id and e-mail address. */
  owners: readonly string[];
  userId?: string;
  keyId?: string;
  sessionId?: string;
  /** Where the request comes from, for the audit. */
  address?: string;
  country?: string;
}

const EVERYTHING: readonly Access[] = [{ site: EVERY_SITE, grants: ['owner'], people: 'all' }];

/** The bearer of the admin key. */
export const OWNER: Caller = { by: 'owner', access: EVERYTHING, owners: [] };

const isAt = (site: string) => (entry: Access) => entry.site === EVERY_SITE || entry.site === site;
const lets = (declared: readonly Grant[]) => (entry: Access) =>
  entry.grants.some((grant) => declared.includes(grant));

/** What of somebody's access lets them in. */
const entriesFor = ({ access }: Caller, declared: readonly Grant[], site?: string) =>
  access.filter(lets(declared)).filter(site === undefined ? () => true : isAt(site));

/**
 * At a site: for what is of it. A site that somebody may not see answers as one that is not there.
 *
 * @throws LeadlineError `site_unknown` where the caller has nothing at all there; `role_missing`, `scope_missing`
 */
export function requireAt(caller: Caller, declared: readonly Grant[], site: string): void {
  if (!isSomebodyAt(caller, site)) throw siteUnknown(site);
  if (!isLetIn(caller, declared, site)) throw missing(caller, declared);
}

/** Whether somebody has anything at all at a site. */
export const isSomebodyAt = ({ access }: Caller, site: string): boolean => access.some(isAt(site));

/** Whether somebody is let in at a site. */
export const isLetIn = (caller: Caller, declared: readonly Grant[], site: string): boolean =>
  entriesFor(caller, declared, site).length > 0;

/** At any site at all. @throws LeadlineError `role_missing`, `scope_missing` */
export function requireGrant(caller: Caller, declared: readonly Grant[]): void {
  if (entriesFor(caller, declared).length === 0) throw missing(caller, declared);
}

/** For what is told of all sites together. @throws LeadlineError `role_missing`, `scope_missing` */
export function requireEverywhere(caller: Caller, declared: readonly Grant[]): void {
  requireGrant(caller, declared);
  if (sitesWith(caller, declared))
    throw new LeadlineError('role_missing', 'This is of all sites together, and you are there for some.');
}

/** The sites at which a caller is let in; undefined for all. */
export function sitesWith(caller: Caller, declared: readonly Grant[]): string[] | undefined {
  const sites = entriesFor(caller, declared).map(({ site }) => site);
  return sites.includes(EVERY_SITE) ? undefined : [...new Set(sites)];
}

/** Whose people a caller sees something of, at a site: those of these owners, none for everybody's. */
export function ownersSeen(caller: Caller, declared: readonly Grant[], site: string): readonly string[] {
  const isOfOwn = entriesFor(caller, declared, site).every(({ people }) => people === 'own');
  // None would be everybody's.
  if (isOfOwn && caller.owners.length === 0) throw new Error(`${caller.by} has nobody of their own`);
  return isOfOwn ? caller.owners : [];
}

/**
 * Whether a record lies within the sites of a caller. One of the instance does where all sites that it concerns are
 * among them; one of a site is asked for by its site, see {@link requireAt}.
 */
export function isWithin(
  sites: readonly string[] | undefined,
  { scope }: Pick<Kind, 'scope'>,
  record: Pick<RecordVersion, 'sites'>,
): boolean {
  if (!sites || scope === 'site') return true;
  return record.sites.length > 0 && record.sites.every((site) => sites.includes(site));
}

function missing(caller: Caller, declared: readonly Grant[]): LeadlineError {
  if (declared.length === 0) return new LeadlineError('role_missing', 'This is not done by anybody.');
  if (caller.keyId !== undefined && caller.access.every(({ grants }) => !grants.some(isRole))) {
    const wanted = declared.filter((grant) => !isRole(grant)).join(' or ') || 'owner';
    return new LeadlineError('scope_missing', `This key has not the scope ${wanted}, which this needs.`);
  }
  const wanted = declared.filter((grant) => (roles as readonly Grant[]).includes(grant)).join(', ');
  return new LeadlineError('role_missing', `This needs another role than yours: one of ${wanted}.`);
}

/** `owner` is a scope, too. */
const isRole = (grant: Grant) => (roles as readonly Grant[]).includes(grant) && grant !== 'owner';

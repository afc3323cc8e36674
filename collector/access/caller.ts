import type { Kind } from '../../schemas/entities/kind.js';
import type { Scope } from '../../schemas/entities/scopes.js';
import { LeadlineError } from '../errors.js';
import type { RecordVersion } from '../records/versions.js';

/** Who asks, where the request says so with a key or a session. */
export interface Caller {
  /** Of the API key; undefined for the owner, by admin key or session. */
  keyId?: string | undefined;
  scopes: readonly Scope[];
  /** The sites that the key is limited to; undefined for all. */
  sites?: readonly string[] | undefined;
}

export const OWNER: Caller = { scopes: ['owner'] };

/** @throws LeadlineError `scope_missing` */
export function requireScope({ scopes }: Caller, needed: Scope): void {
  if (scopes.includes(needed) || scopes.includes('owner')) return;
  throw new LeadlineError('scope_missing', `This key has not the scope ${needed}, which this needs.`);
}

/** @throws LeadlineError `site_not_allowed` */
export function requireSite({ sites }: Pick<Caller, 'sites'>, site: string): void {
  if (!sites || sites.includes(site)) return;
  throw new LeadlineError('site_not_allowed', `This key is not for the site "${site.slice(0, 64)}".`);
}

/** For what is told of all sites together. @throws LeadlineError `site_not_allowed` */
export function requireAllSites({ sites }: Pick<Caller, 'sites'>): void {
  if (sites) throw new LeadlineError('site_not_allowed', 'This is of all sites, and the key is for some.');
}

/** Whoever changes something, as its history names them. */
export const nameOfCaller = ({ keyId }: Caller): string => (keyId === undefined ? 'owner' : `key:${keyId}`);

/**
 * Whether a record lies within the sites of a caller. One of the instance does where all sites that it concerns are
 * among them; one of a site is asked for by its site, see {@link requireSite}.
 */
export function isWithin(
  { sites }: Pick<Caller, 'sites'>,
  { scope }: Pick<Kind, 'scope'>,
  record: Pick<RecordVersion, 'sites'>,
): boolean {
  if (!sites || scope === 'site') return true;
  return record.sites.length > 0 && record.sites.every((site) => sites.includes(site));
}

/** @throws LeadlineError `site_not_allowed` */
export function requireWithin(
  caller: Pick<Caller, 'sites'>,
  kind: Pick<Kind, 'scope'>,
  record: Pick<RecordVersion, 'id' | 'sites'>,
): void {
  if (isWithin(caller, kind, record)) return;
  throw new LeadlineError(
    'site_not_allowed',
    `This key is for the sites ${caller.sites?.join(', ')} alone, and "${record.id}" goes beyond them.`,
  );
}

import type { Scope } from '../../schemas/entities/key.js';
import type { EntityKind } from '../../schemas/entities.js';
import { LeadlineError } from '../errors.js';
import type { EntityRecord } from '../records/records.js';

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

/** Whether a record lies within the sites of a caller: a site itself, or a key for some of them alone. */
export function mayTouch(
  { sites }: Caller,
  kind: EntityKind,
  { id, data }: Pick<EntityRecord, 'id' | 'data'>,
): boolean {
  if (!sites) return true;
  const touched = kind === 'sites' ? [id] : data.sites;
  return Array.isArray(touched) && touched.every((site) => sites.includes(site));
}

/** @throws LeadlineError `site_not_allowed` */
export function requireTouch(
  caller: Caller,
  kind: EntityKind,
  record: Pick<EntityRecord, 'id' | 'data'>,
): void {
  if (mayTouch(caller, kind, record)) return;
  throw new LeadlineError(
    'site_not_allowed',
    `This key is for the sites ${caller.sites?.join(', ')} alone, and "${record.id}" goes beyond them.`,
  );
}

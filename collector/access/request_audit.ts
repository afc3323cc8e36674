import { entityKinds } from '../../schemas/entities.js';
import { namedQueries } from '../../schemas/gen/api/named_queries.js';
import { EVERY_SITE } from '../../schemas/roles.js';
import { routes } from '../../schemas/routes.js';
import { type ErrorCode, LeadlineError } from '../errors.js';
import type { Audit } from './audit.js';
import type { Caller } from './caller.js';

/** What somebody was refused because of who they are. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'cross_site_request',
  'invitation_expired',
  'invitation_unknown',
  'invitation_used',
  'key_invalid',
  'last_owner',
  'person_not_yours',
  'role_missing',
  'scope_missing',
  'site_unknown',
]);
/** A site that the refused may not see is not told by the audit either: anybody could write into it. */
const AT_SITE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'person_not_yours',
  'role_missing',
  'scope_missing',
]);

/** An address of one site's, and the site. */
const OF_SITE = /^sites\/([^/]+)\//;

interface Request {
  path: string;
  /** That was asked for, by whoever it may be; whether there is such a site `isSite` tells. */
  site: string | undefined;
  isSite: (id: string) => boolean;
  caller: Caller | undefined;
  address: string;
}

/** Notes a request that was refused; what failed for another reason is nobody's doing. */
export async function noteRefusal(
  audit: Pick<Audit, 'note'>,
  error: unknown,
  { path, site = OF_SITE.exec(path.replace('/v1/', ''))?.[1] ?? '', isSite, caller, address }: Request,
): Promise<void> {
  if (!(error instanceof LeadlineError) || !REFUSALS.has(error.code)) return;
  if (error.code === 'site_unknown' && !caller) return;
  const { sessionId, country } = caller ?? {};
  await audit.note({
    by: caller?.by ?? '',
    action: 'refused',
    site: AT_SITE.has(error.code) && caller && isTheirs(caller, site) && isSite(site) ? site : '',
    target: targetOf(path),
    code: error.code,
    address,
    ...(sessionId !== undefined && { sessionId }),
    ...(country !== undefined && { country }),
  });
}

/** Notes what a user sent of people, where any of it was taken; whose it was is in the events. */
export async function noteSent(
  audit: Pick<Audit, 'note'>,
  { by, sessionId, address, country }: Caller,
  site: string,
  { accepted }: { accepted: number },
): Promise<void> {
  if (accepted === 0) return;
  await audit.note({
    by,
    action: 'created',
    site,
    target: 'events',
    values: { after: { accepted } },
    ...(sessionId !== undefined && { sessionId }),
    ...(address !== undefined && { address }),
    ...(country !== undefined && { country }),
  });
}

const isTheirs = ({ access }: Caller, id: string) =>
  access.some(({ site }) => site === EVERY_SITE || site === id);

/** What the audit may name: anything else in an address may be somebody's words. */
const TARGETS: ReadonlySet<string> = new Set([
  ...Object.keys(namedQueries),
  ...Object.keys(entityKinds),
  ...Object.keys(routes).map((route) => nameOf(route.slice(route.indexOf('/')))),
]);

/** Of `/v1/query/leads` the query, of `/v1/entities/users/x` the kind, else what the route is called. */
function targetOf(path: string): string {
  const [, kindOrQuery] = /^\/v1\/(?:query|entities)\/([^/]+)/.exec(path) ?? [];
  const target = kindOrQuery ?? nameOf(path);
  return TARGETS.has(target) ? target : '';
}

/** `metrics`, `invitation/accept`; of `/v1/sites/shop/identity` the route alone: `sites/identity`. */
function nameOf(path: string): string {
  return path.replace(/^\/(v1\/)?/, '').replace(OF_SITE, 'sites/');
}

import * as v from 'valibot';
import { type Batch, type BatchAnswer, batch as batchSchema } from '../../schemas/batch.js';
import { isAllowedOrigin } from '../../schemas/entities/allowed_origin.js';
import { personEntries } from '../../schemas/events/common.js';
import type { ErrorDetail } from '../../schemas/rules.js';
import { type ErrorCode, LeadlineError } from '../errors.js';
import { detailsOf, explain, withoutNulls } from '../explain.js';
import { parseJson } from '../json.js';
import type { Location } from '../location/location.js';
import { ingest } from '../pipeline/index.js';
import type { Dropped } from '../pipeline/step.js';
import { type SiteRecord, siteUnknown } from '../records/sites.js';
import type { Row } from '../store/row.js';
import { withIds } from './idempotency.js';
import { renewedCookie } from './visitor_cookie.js';

/** Who sends a batch, as far as its request says so. */
export interface Sender {
  /** True for a browser with the public key; false for an API key or a session. */
  isPublic: boolean;
  /** The page's origin, as the browser says; empty for a server. */
  origin: string;
  userAgent: string;
  acceptLanguage: string;
  /** The browser says that it fetches ahead, for a page that may never be seen. */
  isPrefetch: boolean;
  /** Where the browser is; nowhere for a server. */
  location: Location;
  /** Of an API key or a session: makes the ids of events that have none. */
  idempotencyKey?: string | undefined;
  /** Of the client, as far as the network says; empty where it is not known. */
  address: string;
  /** Of a sender who is not public: the API key, if it is one, and the sites that it is for, if not all. */
  keyId?: string | undefined;
  sites?: readonly string[] | undefined;
  /** What the visitor's cookie can be renewed from, if it may be. */
  cookies?: string | undefined;
}

/** What reading a batch needs to know of the instance. */
export interface Instance {
  site: (id: string) => SiteRecord | undefined;
  /** The origins of this instance's own pages. */
  ownOrigins: readonly string[];
  secret: string;
}

/** What a batch says: rows for the queue and the answer for its sender; or why none of it is taken. */
export type Reading<Rows = Row[]> =
  | { site: string; rows: Rows; answer: BatchAnswer; dropped: Dropped[]; cookie?: string | undefined }
  | { site: string; refusal: BatchRefusal };

export interface BatchRefusal {
  code: ErrorCode;
  message: string;
  details: readonly ErrorDetail[] | undefined;
  /** How many events it had. */
  events: number;
  /** In whose browser they wait, where a browser sent them. */
  visitor: string;
}

/** Reads a batch, from its bytes on. Touches nothing outside, so that it can be done anywhere. */
export function readBatch(body: Uint8Array, sender: Sender, receivedAt: number, instance: Instance): Reading {
  let known = { site: '', events: 0, visitor: '' };
  try {
    const batch = parseBatch(body);
    known = { site: batch.site, events: batch.events.length, visitor: batch.visitor ?? '' };
    const site = sender.sites?.includes(batch.site) === false ? undefined : instance.site(batch.site);
    if (!site) throw sender.isPublic ? keyUnknown(batch.site) : siteUnknown(batch.site);
    if (sender.isPublic) requirePublic(batch, sender, site, instance);
    else requireSomebody(batch);
    if (sender.idempotencyKey !== undefined) batch.events = withIds(batch, sender.idempotencyKey);
    const { secret } = instance;
    return {
      site: site.id,
      ...ingest({ ...sender, site, batch, receivedAt, secret }),
      cookie: sender.cookies ? renewedCookie(site, batch, sender.origin, sender.cookies) : undefined,
    };
  } catch (error) {
    if (!(error instanceof LeadlineError)) throw error;
    const { code, message, details } = error;
    const { site, ...whose } = known;
    return { site, refusal: { code, message, details, ...whose } };
  }
}

function parseBatch(body: Uint8Array): Batch {
  const result = v.safeParse(batchSchema, withoutNulls(parseJson(body), batchSchema));
  if (!result.success)
    throw new LeadlineError('batch_invalid', `The batch is not valid: ${explain(result.issues)}.`, {
      details: detailsOf(result.issues),
    });
  return result.output;
}

function requirePublic(batch: Batch, { origin }: Sender, site: SiteRecord, { ownOrigins }: Instance): void {
  if (!isAllowedOrigin(origin, site, ownOrigins))
    throw new LeadlineError('origin_not_allowed', sayOrigin(origin));
  if (!batch.visitor)
    throw new LeadlineError('batch_invalid', 'visitor is missing: the public key needs one.');
  // A page may claim to be anyone in an event of its own; it does not send for others.
  batch.person = undefined;
}

/** What is wrong and what to do: the script says it in the page's console. */
function sayOrigin(origin: string): string {
  if (!origin)
    return "The public key counts only in a page of the site's origins: send an API key from a server.";
  if (origin === 'null')
    return 'A local file or a sandboxed frame may not use a site’s key: open the page at its web address.';
  return `Pages of ${printable(origin)} may not use this site’s key: allow that address on the page Install of Leadline.`;
}

const keyUnknown = (key: string) =>
  new LeadlineError(
    'site_unknown',
    `There is no site with the key "${key}": copy the tag anew from the page Install of Leadline.`,
  );

/** The batch says it for all its events, or the events say it, each for itself. */
function requireSomebody({ visitor, person, events }: Batch): void {
  const isSaid = visitor || Object.values(person ?? {}).some(Boolean) || events.some(saysWhose);
  if (!isSaid)
    throw new LeadlineError('batch_invalid', 'visitor or person is missing: say whose events these are.');
}

const saysWhose = (event: unknown) =>
  typeof event === 'object' && event !== null && WHOSE.some((name) => name in event);
/** Also by an entered lead's own identifiers. */
const WHOSE = ['visitor', 'person', ...Object.keys(personEntries)];

/** A host has 253 characters at most. */
const ORIGIN_MAX = 270;

/** Cut short, it might read as an origin that it is not. */
export const printable = (origin: string) =>
  origin.length <= ORIGIN_MAX ? origin : 'an origin too long to be one';

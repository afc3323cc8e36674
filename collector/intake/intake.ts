import type { BatchAnswer } from '../../schemas/batch.js';
import { type ErrorCode, LeadlineError } from '../errors.js';
import type { Exceeded, Limits, Usage } from '../limits/limits.js';
import type { Metrics } from '../metrics.js';
import { drops } from '../pipeline/index.js';
import type { Sites } from '../records/sites.js';
import type { Row } from '../store/row.js';
import { type Instance, printable, type Reading, readBatch, type Sender } from './read.js';
import { RefusedBatches } from './refused_batches.js';
import type { Sightings } from './sightings.js';

/** Largest batch, in bytes. Browsers send at most 64 KiB while a page goes away. */
export const BATCH_BYTES_MAX = 1 << 20;

/**
 * Takes one batch, from its bytes to the queue: what `POST /v1/events` does, whichever server it comes through.
 *
 * @param isStored answer only once queries see the events
 * @throws LeadlineError `body_not_json`, `batch_invalid`, `site_unknown`, `origin_not_allowed`,
 * `rate_limited`, `queue_full`, `not_stored_yet`
 */
export type Intake = (body: Uint8Array, sender: Sender, isStored: boolean) => Promise<Taken>;

export interface Taken {
  site: string;
  answer: BatchAnswer;
  /** Of the response, beside the usual ones. */
  headers: Record<string, string>;
}

/** Reads a batch, in this thread or in another one. */
export type ReadBatch<Rows> = (
  body: Uint8Array,
  sender: Sender,
  receivedAt: number,
) => Reading<Rows> | Promise<Reading<Rows>>;

/** A queue that also takes rows in the form that they are read into. */
export interface IntakeQueue<Rows> {
  append(rows: Rows | Row[]): Promise<void>;
  store(rows: Rows): Promise<void>;
}

export interface IntakeParts<Rows> {
  sites: Pick<Sites, 'find'>;
  queue: IntakeQueue<Rows>;
  limits: Limits;
  metrics: Pick<Metrics, 'acknowledged' | 'dropped'>;
  read: ReadBatch<Rows>;
  sightings: Pick<Sightings, 'noteKey' | 'noteOrigin'>;
}

export function createIntake<Rows>({
  sites,
  queue,
  limits,
  metrics,
  read,
  sightings,
}: IntakeParts<Rows>): Intake {
  const refused = new RefusedBatches();
  // A rate needs its series from the beginning, at none.
  for (const { step, reason } of drops) metrics.dropped(step, reason, 0);

  return async (body, sender, isStored) => {
    const receivedAt = Date.now();
    let reading = await read(body, sender, receivedAt);
    if (isUnknownSite(reading) && sender.sites?.includes(reading.site) !== false) {
      // It may have been made a moment ago, at another collector: that is worth asking and waiting for.
      if (await sites.find(reading.site)) reading = await read(body, sender, receivedAt);
    }
    if ('refusal' in reading) throw await refusalOf(reading, sender, receivedAt);
    const { site, rows, answer, dropped, cookie } = reading;
    const events = answer.accepted + answer.rejected.length;
    const { exceeded, headers } = await limits.take(usageOf(sender, site, events));
    if (exceeded) throw await beyond(exceeded, headers, { site, events, now: receivedAt });
    if (cookie) headers['Set-Cookie'] = cookie;
    await (isStored ? queue.store(rows) : queue.append(rows));
    for (const { step, reason } of dropped) metrics.dropped(step, reason);
    metrics.acknowledged(site, answer.accepted, Date.now() - receivedAt);
    return { site, answer, headers };
  };

  async function refusalOf(
    { site, refusal }: Refused,
    { origin, isPublic, address }: Sender,
    now: number,
  ): Promise<LeadlineError> {
    const { code, message, details, events, visitor } = refusal;
    // As one event, and not of the key's: what strangers send in vain must not use up what a site or a visitor may send.
    const usage = { address: isPublic ? address : undefined, key: undefined, events: 1 };
    const { exceeded, headers } = await limits.take(usage);
    // Among the refused events nobody reads of what has no site.
    const isOfSite = site !== '' && code !== 'site_unknown';
    if (exceeded) return beyond(exceeded, headers, isOfSite ? { site, events, now } : undefined);
    const page = printable(origin);
    if (code === 'site_unknown' && isPublic) sightings.noteKey(site, page, visitor);
    // The owner may have forgotten to list it.
    if (code === 'origin_not_allowed') {
      sightings.noteOrigin(site, page, visitor);
      await note({ site, reason: code, origin: page, message, events, now });
    }
    return new LeadlineError(code, message, { headers, ...(details && { details }) });
  }

  async function beyond(
    { policy, retryAfterS }: Exceeded,
    headers: Record<string, string>,
    batch: { site: string; events: number; now: number } | undefined,
  ): Promise<LeadlineError> {
    const message = `More events of this ${policy} than may come in a minute: slow down, or raise the limit.`;
    if (batch) await note({ ...batch, reason: 'rate_limited', origin: '', message });
    return new LeadlineError('rate_limited', message, {
      headers: { ...headers, 'Retry-After': String(retryAfterS) },
    });
  }

  /** For the owner. A refusal stands, also where there is no room for the note. */
  async function note(refusal: Parameters<RefusedBatches['note']>[0]): Promise<void> {
    const row = refused.note(refusal);
    if (row) await queue.append([row]).catch(() => undefined);
  }
}

/** An API key's address says nothing; a site's key and an API key may have the same name. */
const usageOf = ({ isPublic, address, keyId = '' }: Sender, site: string, events: number): Usage =>
  isPublic ? { address, key: `site ${site}`, events } : { address: undefined, key: `key ${keyId}`, events };

type Refused = Extract<Reading<unknown>, { refusal: unknown }>;

const isRefused = (reading: Reading<unknown>, code: ErrorCode): reading is Refused =>
  'refusal' in reading && reading.refusal.code === code;
const isUnknownSite = (reading: Reading<unknown>) => isRefused(reading, 'site_unknown');

/** Reads each batch at once, in this thread: in a Worker there is no other. */
export const readingHere =
  (instance: Instance): ReadBatch<Row[]> =>
  (body, sender, receivedAt) =>
    readBatch(body, sender, receivedAt, instance);

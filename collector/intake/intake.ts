import type { BatchAnswer } from '../../schemas/batch.js';
import { type ErrorCode, LeadlineError } from '../errors.js';
import type { Metrics } from '../metrics.js';
import { drops } from '../pipeline/index.js';
import type { Row } from '../queue/queue.js';
import type { Sites } from '../sites.js';
import { type Instance, named, type Reading, read, type Sender } from './read.js';
import { RefusedOrigins } from './refused_origins.js';

/** Largest batch, in bytes. Browsers send at most 64 KiB while a page goes away. */
export const BATCH_BYTES_MAX = 1 << 20;

/**
 * Takes one batch, from its bytes to the queue: what `POST /v1/events` does, whichever server it comes through.
 *
 * @param isStored answer only once queries see the events
 * @throws LeadlineError `body_not_json`, `batch_invalid`, `site_unknown`, `origin_not_allowed`, `queue_full`,
 * `not_stored_yet`
 */
export type Intake = (body: Uint8Array, sender: Sender, isStored: boolean) => Promise<BatchAnswer>;

/** Reads a batch, in this thread or in another one. */
export type Reader<Rows> = (
  body: Uint8Array,
  sender: Sender,
  receivedAt: number,
) => Reading<Rows> | Promise<Reading<Rows>>;

/** A queue that also takes rows in the form that the reader gives them. */
export interface IntakeQueue<Rows> {
  append(rows: Rows | Row[]): Promise<void>;
  store(rows: Rows): Promise<void>;
}

export function createIntake<Rows>(
  sites: Pick<Sites, 'get'>,
  queue: IntakeQueue<Rows>,
  metrics: Pick<Metrics, 'acknowledged' | 'dropped'>,
  reader: Reader<Rows>,
): Intake {
  const refused = new RefusedOrigins();
  // A rate needs its series from the beginning, at none.
  for (const { step, reason } of drops) metrics.dropped(step, reason, 0);

  return async (body, sender, isStored) => {
    const receivedAt = Date.now();
    let reading = await reader(body, sender, receivedAt);
    if (isUnknownSite(reading)) {
      // It may have been made a moment ago, at another collector: that is worth asking and waiting for.
      await sites.get(reading.site);
      reading = await reader(body, sender, receivedAt);
    }
    if ('refusal' in reading) throw await refusalOf(reading, sender, receivedAt);
    await (isStored ? queue.store(reading.rows) : queue.append(reading.rows));
    const { site, answer, dropped } = reading;
    for (const { step, reason } of dropped) metrics.dropped(step, reason);
    metrics.acknowledged(site, answer.accepted, Date.now() - receivedAt);
    return answer;
  };

  async function refusalOf(
    { site, refusal }: Refused,
    { origin }: Sender,
    now: number,
  ): Promise<LeadlineError> {
    const { code, message, events } = refusal;
    if (code === 'origin_not_allowed') {
      // The owner may have forgotten to list it. The refusal stands, also where there is no room for the note.
      const row = refused.note({ site, origin: named(origin), message, events, now });
      if (row) await queue.append([row]).catch(() => undefined);
    }
    return new LeadlineError(code, message);
  }
}

type Refused = Extract<Reading<unknown>, { refusal: unknown }>;

const isRefused = (reading: Reading<unknown>, code: ErrorCode): reading is Refused =>
  'refusal' in reading && reading.refusal.code === code;
const isUnknownSite = (reading: Reading<unknown>) => isRefused(reading, 'site_unknown');

/** Reads each batch at once, in this thread: in a Worker there is no other. */
export const readerOf =
  (instance: Instance): Reader<Row[]> =>
  (body, sender, receivedAt) =>
    read(body, sender, receivedAt, instance);

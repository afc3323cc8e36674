import { clickhouseTime } from '../store/time.js';
import { check, type Envelope } from './step.js';

/** Differences up to this are a slow network rather than a wrong clock. */
const SKEW_MIN_MS = 30_000;
/** A browser keeps events for later visits; what is older than this is not believable. */
const BROWSER_AGE_MAX_MS = 60 * 86_400_000;
/** Servers may bring history along. */
const HISTORY_START_MS = Date.UTC(2000, 0, 1);

/**
 * Corrects the sender's clock: what it calls "now" (`sent`) is when the batch arrived. No event lies in the future.
 * A retry may be corrected by some other amount; the first copy of an event is the one that counts.
 */
export const clock = check('clock', ['ts_out_of_range'], ({ event, row, place }, envelope) => {
  const { receivedAt, isPublic } = envelope;
  const ts = correct(event.ts, envelope);
  const oldest = isPublic ? receivedAt - BROWSER_AGE_MAX_MS : HISTORY_START_MS;
  if (ts < oldest) {
    return {
      reason: 'ts_out_of_range',
      message: `ts must be UTC milliseconds since ${new Date(oldest).toISOString()}: seconds need multiplying by 1000`,
    };
  }
  // Batches list events oldest first. Within a millisecond the place in the batch tells the order; as microseconds it
  // never reaches into another millisecond, and so not past an event of another batch.
  row.ts = clickhouseTime(ts) + String(place).padStart(3, '0');
  return undefined;
});

/** A moment by the sender's clock, by ours. */
function correct(ts: number, { batch, receivedAt }: Envelope): number {
  const skew = receivedAt - (batch.sent ?? receivedAt);
  return Math.min(Math.abs(skew) > SKEW_MIN_MS ? ts + skew : ts, receivedAt);
}

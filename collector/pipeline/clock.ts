import { type Arrival, check } from './step.js';

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
export const clock = check('clock', ['ts_out_of_range'], ({ event, row, place }, arrival) => {
  const { receivedAt, isPublic } = arrival;
  const ts = correct(event.ts, arrival);
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
function correct(ts: number, { batch, receivedAt }: Arrival): number {
  const skew = receivedAt - (batch.sent ?? receivedAt);
  return Math.min(Math.abs(skew) > SKEW_MIN_MS ? ts + skew : ts, receivedAt);
}

/** Seconds that were written last, since most events are of the same few: writing one costs as much as checking a URL. */
const seconds = new Array<{ second: number; text: string } | undefined>(8);

/** The way ClickHouse reads a DateTime64(3) in every input format. */
export function clickhouseTime(ms: number): string {
  const second = Math.floor(ms / 1000);
  let written = seconds[second & 7];
  if (written?.second !== second) {
    const text = new Date(second * 1000).toISOString().replace('T', ' ').slice(0, -4);
    written = { second, text };
    seconds[second & 7] = written;
  }
  return written.text + String(Math.floor(ms) - second * 1000).padStart(3, '0');
}

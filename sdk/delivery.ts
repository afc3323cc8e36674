import type { BrowserBatch } from '../schemas/batch.js';
import { guard, on } from './guard.js';
import { onHidden, soon } from './soon.js';
import type { Storage } from './storage.js';
import { json } from './text.js';

/**
 * Characters of events in one batch. fetch keepalive and sendBeacon share 64 KiB in flight per page (Fetch standard,
 * 4.6): with three bytes each and its envelope, a batch fits.
 */
const BATCH_CHARS = 16_000;
/** Of a body that is sent with keepalive; only a single huge event is longer, and keepalive would refuse it. */
const KEEPALIVE_CHARS = 20_000;
/** Characters in the queue, of the 5 million that localStorage has for the host site. */
const QUEUE_CHARS = 300_000;
const EXPIRY_MS = 14 * 864e5;
const FLUSH_DELAY_MS = 500;
const BACKOFF_MS = 500;
const TIMER_MS = 9;
/** Failures in a row (some minutes) after which only a new lead, a new page or a network that is back tries again. */
const RETRIES = 8;
/** The collector has answered for the batch, for good or ill. 408 and 429 say: not now. */
const FINAL_STATUS = /^(2|4(?!08|29))/;

export interface Delivery {
  /** Takes an event. Urgent ones go at once, the others shortly, together with their neighbours. */
  add(event: BrowserBatch['events'][number], visitor: string, urgent?: boolean): void;
  /** Consent has come, or the page was activated: stores and sends what was held, and what earlier visits left. */
  release(): void;
  /** Forgets everything that has not been sent. */
  clear(): void;
}

/** What `delivery.ts` needs to know of the rest. */
export interface DeliveryOptions {
  endpoint: string;
  storage: Storage;
  /** Whether events may be stored and sent now; until then they are held in memory. */
  allowed(): boolean;
  envelope(visitor: string): Omit<BrowserBatch, 'events'>;
}

// Taken when the script loads: a page that wraps fetch badly later does not cost events.
const { fetch } = globalThis;

/**
 * The queue between capture and collector. An event stays in storage, under a key of its own so that two tabs never
 * overwrite each other's, until the collector has answered for it. Its id makes a second delivery harmless, so
 * whenever it is unsure whether one arrived, it is sent again.
 */
export function createDelivery({ endpoint, storage, allowed, envelope }: DeliveryOptions): Delivery {
  /**
   * What is to be sent and not on its way, as `<2 if urgent, else 1>.<time>.<id>.<visitor>` to JSON: the keys sort
   * by worth and age, and an event stays with its visitor when `reset()` makes a new one.
   */
  const queue = new Map<string, string>();
  let inFlight = 0;
  let failures = 0;
  /** Our own patience, which leads and the end of the page override. */
  let backoffUntil = 0;
  /** The collector's, which nothing overrides. */
  let waitUntil = 0;

  const drop = (key: string) => {
    queue.delete(key);
    storage(key, null);
  };
  /** When it is full, the oldest go, but page views and clicks before leads. */
  const trim = () => {
    let excess = [...queue.values()].join('').length - QUEUE_CHARS;
    for (const [key, event] of [...queue].sort()) {
      if (excess > 0) drop(key);
      excess -= event.length;
    }
  };

  const beacon = guard((body: string) => {
    navigator.sendBeacon(endpoint, body);
  });

  /** Sends a batch, and when it has arrived the next one. An urgent one does not wait for others. */
  const flush = guard((urgent?: boolean) => {
    // If only one batch gets through: leads first, and what has just happened before what waits since yesterday.
    const events = [...queue].sort().reverse();
    const now = Date.now();
    if (!events[0] || !allowed() || now < waitUntil || (!urgent && (inFlight || now < backoffUntil))) return;
    const visitor = events[0][0].split('.')[3] as string;
    const batch: typeof events = [];
    let list = '';
    for (const event of events) {
      if (!event[0].endsWith(visitor) || (list && list.length + event[1].length > BATCH_CHARS)) continue;
      list = `${event[1]}${list && ','}${list}`;
      batch.push(event);
    }
    const member = 'events' satisfies keyof BrowserBatch;
    const body = `${json(envelope(visitor)).slice(0, -1)},"${member}":[${list}]}`;
    for (const [key] of batch) queue.delete(key);
    post(body, batch);
  });

  const post = async (body: string, batch: [key: string, event: string][]) => {
    let status = '';
    inFlight++;
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        body,
        keepalive: body.length < KEEPALIVE_CHARS,
        credentials: 'omit',
      });
      status += response.status;
      waitUntil = Date.now() + Number(response.headers.get('retry-after')) * 1_000;
    } catch {}
    inFlight--;
    if (FINAL_STATUS.test(status)) {
      for (const [key] of batch) drop(key);
      failures = backoffUntil = 0;
      flush();
    } else if (allowed()) {
      for (const [key, event] of batch) queue.set(key, event);
      // Half of it at random, so that the visitors of a site do not all come back at the same moment.
      const delayMs = BACKOFF_MS * 2 ** failures++ * (1 + Math.random());
      backoffUntil = Date.now() + delayMs;
      // Timers may be a little early by the clock that `flush` looks at.
      if (failures <= RETRIES) setTimeout(flush, Math.max(delayMs, waitUntil - Date.now()) + TIMER_MS);
      // Blocked, offline, or too much in flight: fetch does not say which. A beacon does not tell its fate, so the
      // events stay queued.
      if (!status) beacon(body);
    }
  };
  const flushNow = () => {
    soon(flush, FLUSH_DELAY_MS);
    flush(true);
  };

  onHidden(flushNow);
  on('online', flushNow);

  return {
    add(event, visitor, urgent) {
      const key = `${urgent ? 2 : 1}.${event.ts}.${event.id}.${visitor}`;
      queue.set(key, json(event));
      if (allowed()) storage(key, json(event));
      trim();
      if (urgent) flushNow();
      else soon(flush, FLUSH_DELAY_MS);
    },
    release() {
      if (!allowed()) return;
      for (const [key, event] of queue) storage(key, event);
      for (const key of storage.keys()) {
        const ts = Number(key.split('.')[1]);
        if (ts < Date.now() - EXPIRY_MS) drop(key);
        else if (ts) queue.set(key, `${storage(key)}`);
      }
      trim();
      soon(flush, FLUSH_DELAY_MS);
    },
    clear: () => queue.clear(),
  };
}

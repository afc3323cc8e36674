// The queue between capture and collector. An event stays in it until the collector has answered for it. Its id makes
// a second delivery harmless, so whenever it is unsure whether one arrived, it is sent again.

import type { BrowserBatch } from '../schemas/batch.js';
import { guard } from './guard.js';
import { hooks } from './hooks.js';
import { commands, options } from './options.js';
import { maskUrl } from './safety.js';
import { soon } from './soon.js';
import { allowed, chosen, eachName, keep, kept, wipe } from './storage.js';
import { json, randomId } from './text.js';

type Event = BrowserBatch['events'][number];

/** One event, with the visitor whose it is: `reset()` makes a new one. Kept in storage, so its names are short. */
interface Entry {
  v: string;
  e: Event;
  /** When it was sent; 0 while it waits. */
  s: number;
}

/** Events in one batch: some 10,000 characters. */
const BATCH_MAX = 20;
/**
 * Characters of a body that is sent with keepalive. It shares 64 KiB in flight per page with sendBeacon (Fetch standard,
 * 4.6), and a character takes three bytes at most; only long answers in forms make a batch longer.
 */
const KEEPALIVE_CHARS = 2e4;
/** A page view takes some 500 of the 5 million characters that localStorage has for the site. */
const QUEUE_MAX = 500;
const EXPIRY_MS = 14 * 864e5;
const FLUSH_DELAY_MS = 500;
const BACKOFF_MS = 500;
/** Timers may be a little early by the clock that `flush` looks at. */
const TIMER_MS = 9;
/** A request that has not been answered for so long holds nothing up any more. */
const HANGING_MS = 3e4;
/** Failures in a row (some minutes) after which only a new lead, a new page or a network that is back tries again. */
const RETRIES = 8;

/** What the owner mends: an origin that is not allowed yet, a key with a slip in it. And what passes: 408. */
const LATER = /40[348]/;

/** From the newest to the oldest: if only one batch gets through, then with what has just happened. */
let queue: Entry[] = [];
/** The page's as it was when the script loaded: one that is wrapped badly later does not cost events. */
let request: typeof fetch;
let failures = 0;
/** Our own patience, which leads and the end of the page override. */
let backoffUntil = 0;

/** In storage each event has a name to itself, so that two tabs never overwrite each other's. */
const nameOf = (entry: Entry) => `q${entry.e.id}`;
const flushSoon = () => soon(flush, FLUSH_DELAY_MS);

/** Takes over what earlier pages left. */
export const openDelivery = (): void => {
  request = window.fetch;
  eachName(
    'q',
    guard((name) => {
      const entry: Entry = JSON.parse(kept(name));
      if (entry.e.ts > Date.now() - EXPIRY_MS) queue.push(entry);
      else keep(name);
    }),
  );
  flushSoon();
};

/** Gives another id to who this visitor turns out to be, and sends anew what is under way. */
export const adopt = (visitor: string): void => {
  keep('visitor', visitor);
  for (const entry of queue) {
    entry.v = visitor;
    entry.s = 0;
  }
};

/** Forgets the visitor, and what waits. */
export const forget = (): void => {
  wipe();
  queue = [];
};

/** Takes an event. Urgent ones go at once, the others shortly, together with their neighbours. */
export const add = (e: Event, urgent?: boolean): void => {
  // After a no nothing is even remembered; before the choice, it is in memory.
  if (chosen() === 'denied') return;
  const entry = { v: kept('visitor') || keep('visitor', randomId()), e, s: 0 };
  if (commands.log) commands.log(e);
  // Throws for what is no JSON, which then holds nothing else up.
  keep(nameOf(entry), json(entry));
  queue.unshift(entry);
  for (const old of queue.splice(QUEUE_MAX)) keep(nameOf(old));
  if (urgent) flush(urgent);
  else flushSoon();
};

/** Sends a batch, and when it has arrived the next one. An urgent one does not wait for others. */
export const flush = async (urgent?: boolean): Promise<void> => {
  try {
    const now = Date.now();
    const waiting = queue.filter(({ s }) => s < now - HANGING_MS);
    if (
      !waiting[0] ||
      !allowed() ||
      now < hooks.until ||
      (!urgent && (now < backoffUntil || queue[waiting.length]))
    )
      return;
    const batch = waiting.filter(({ v }) => v === (waiting[0] as Entry).v).slice(0, BATCH_MAX);
    for (const entry of batch) entry.s = now;

    const url = `${options.host}/v1/events`;
    const body = json({
      site: options.site,
      visitor: waiting[0].v,
      sent: now,
      context: {
        url: maskUrl(location.href),
        language: navigator.language,
        team: !!kept('team'),
      },
      events: batch.map(({ e }) => e).reverse(),
    } satisfies BrowserBatch);
    let status!: number;
    let error: { message: string } | undefined;
    try {
      const response = await request(url, {
        method: 'POST',
        body,
        keepalive: body.length < KEEPALIVE_CHARS,
      });
      status = response.status;
      hooks.until = now + ~~(response.headers.get('retry-after') as never) * 1e3;
      // A rate limit and an outage pass.
      if (status > 202 && status < 429) error = (await response.json()).error;
    } catch {}
    if (error && hooks.answered) hooks.answered(error);
    // It has answered for the batch, for good or ill. Not everything that answers is the collector: a network that wants
    // a log-in, a page for those who are offline.
    if (status === 202 || (error && !LATER.test(status as never))) {
      // Keeping nothing under a name gives nothing, so these go.
      queue = queue.filter((entry) => !batch.includes(entry) || keep(nameOf(entry)));
      failures = 0;
      backoffUntil = 0;
      flush();
    } else {
      for (const entry of batch) entry.s = 0;
      // Half of it at random, so that the visitors of a site do not all come back at the same moment.
      backoffUntil = Math.max(hooks.until, now + BACKOFF_MS * (1 + Math.random()) * 2 ** failures++);
      if (failures <= RETRIES) setTimeout(flush, backoffUntil - now + TIMER_MS);
      // Blocked, or too much in flight: fetch does not say which. A beacon does not tell its fate, so the events stay.
      if (!status) navigator.sendBeacon(url, body);
    }
  } catch {}
};

import * as v from 'valibot';
import { lenient, milliseconds, shortText, title, uniqueId, url, whoseEntries } from './events/common.js';
import type { EventFrom } from './events.js';

/** Most events in one batch. */
export const BATCH_EVENTS_MAX = 500;

/** The page and the browser that a batch comes from. Nothing in it ever costs the events. */
const context = v.looseObject({
  url: lenient(url),
  referrer: lenient(url),
  title: lenient(title),
  language: lenient(shortText),
  timeZone: lenient(shortText),
  /** The browser is one of the site's own team: it has been marked by a team link. */
  team: lenient(v.boolean()),
});

/**
 * The body of `POST /v1/events`. The events stay unread here: each is validated on its own, so that a bad one
 * is refused alone. Browsers send `visitor`. Servers send `person`, and `visitor` beside it where they know the
 * person's browser; events that say whose they are need neither.
 */
export const batch = v.looseObject({
  site: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  visitor: v.optional(uniqueId),
  person: v.optional(v.object(whoseEntries)),
  sent: v.optional(milliseconds),
  context: v.fallback(v.nullish(context, {}), {}),
  events: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(BATCH_EVENTS_MAX)),
});

export type Batch = v.InferOutput<typeof batch>;

/** What the browser script sends: the wire form of {@link batch}. */
export interface BrowserBatch {
  site: string;
  visitor: string;
  sent: number;
  context?: v.InferInput<typeof context>;
  events: EventFrom<'anyone'>[];
}

/** The answer to a batch: how many events were taken, and why each other one was not. */
export interface BatchAnswer {
  accepted: number;
  rejected: { index: number; id: string | null; reason: string; message: string }[];
}

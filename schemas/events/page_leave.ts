import * as v from 'valibot';
import { between, commonEntries, lenient, uniqueId } from './common.js';

/** A tab forgotten overnight tells nothing more. */
const ENGAGED_MS_MAX = 86_400_000;

/** A page was left, or hidden: how much of it was read. One page view may be left several times. */
export const pageLeave = v.looseObject({
  ...commonEntries,
  type: v.literal('page_leave'),
  /** The id of the `page_view` that this ends. */
  pageView: lenient(uniqueId),
  /** For how long the page was visible and in focus since its previous `page_leave`. */
  engagedMs: between(0, ENGAGED_MS_MAX),
  /** How far down it was scrolled, at the deepest so far. */
  scrollPercent: v.optional(between(0, 100), 0),
});

export type PageLeave = v.InferInput<typeof pageLeave>;

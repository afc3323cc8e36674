import * as v from 'valibot';
import { commonEntries, freeText, id } from './common.js';

/** Somebody said what they think, of an order or of the whole. */
export const feedback = v.looseObject({
  ...commonEntries,
  type: v.literal('feedback'),
  rating: v.optional(v.pipe(v.number(), v.finite())),
  /** The best rating there is: a `rating` of 4 with a `ratingMax` of 5 reads "4 / 5". */
  ratingMax: v.optional(v.pipe(v.number(), v.finite())),
  text: v.optional(freeText),
  orderId: v.optional(id),
});

export type Feedback = v.InferInput<typeof feedback>;

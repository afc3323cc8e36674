import * as v from 'valibot';
import { freeText, id } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { column, fact, written } from './places.js';

/** The best rating there is where nobody says. */
export const RATING_MAX = 5;
/** Of percentages, the longest scale that anybody uses. */
const SCALE_MAX = 100;

const rating = (min: number) => v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(SCALE_MAX));

/** Somebody said what they think, of an order or of the whole. */
export const feedback = defineEvent({
  type: 'feedback',
  from: 'anyone',
  fields: {
    /** From 0 to `ratingMax`, to 5 without it. */
    rating: fact(v.optional(rating(0))),
    /** The best rating there is, from 1 to 100: a `rating` of 4 with a `ratingMax` of 5 reads "4 / 5". */
    ratingMax: fact(v.optional(rating(1))),
    text: written(v.optional(freeText)),
    orderId: column('order_id', v.optional(id)),
  },
});

export type Feedback = InputOf<typeof feedback>;

import * as v from 'valibot';
import { freeText, id } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { column, fact, written } from './places.js';

const rating = v.pipe(v.number(), v.finite());

/** Somebody said what they think, of an order or of the whole. */
export const feedback = defineEvent({
  type: 'feedback',
  from: 'anyone',
  fields: {
    rating: fact(v.optional(rating)),
    /** The best rating there is: a `rating` of 4 with a `ratingMax` of 5 reads "4 / 5". */
    ratingMax: fact(v.optional(rating)),
    text: written(v.optional(freeText)),
    orderId: column('order_id', v.optional(id)),
  },
});

export type Feedback = InputOf<typeof feedback>;

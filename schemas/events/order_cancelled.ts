import * as v from 'valibot';
import { freeText, id, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { column, fact, written } from './places.js';

/**
 * An order is off: sent with an API key. It counts nowhere from then on, and what was given back of it neither, until it is
 * reinstated. Of both the later one counts, by `ts`.
 */
export const orderCancelled = defineEvent({
  type: 'order_cancelled',
  from: 'server',
  showsInterest: false,
  isSeen: false,
  fields: {
    orderId: column('order_id', id),
    /** Why, in the customer's or the rep's words. */
    reason: written(v.optional(freeText)),
    /** Who saw to it: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
  },
});

export type OrderCancelled = InputOf<typeof orderCancelled>;

import * as v from 'valibot';
import { freeText, id, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { column, fact, written } from './places.js';

/** A cancelled order is on again: sent with an API key. */
export const orderReinstated = defineEvent({
  type: 'order_reinstated',
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

export type OrderReinstated = InputOf<typeof orderReinstated>;

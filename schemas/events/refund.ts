import * as v from 'valibot';
import { freeText, id, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { orderFields } from './order.js';
import { column, fact, ownId, written } from './places.js';

/**
 * Money of an order was given back, in part or in full: sent with an API key. An order may have many. Each counts once
 * per `refundId`; without one, once per event id. The `value` is what was given back (its sign makes no difference);
 * without it the `lines` that came back add up to it. Stored as a negative amount.
 */
export const refund = defineEvent({
  type: 'refund',
  from: 'server',
  sale: 'refund',
  once: ['orderId', 'refundId'],
  fields: {
    ...orderFields,
    orderId: column('order_id', id),
    refundId: ownId('refund_id'),
    /** Why, in the customer's or the rep's words. */
    reason: written(v.optional(freeText)),
    /** Who saw to it: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
  },
});

export type Refund = InputOf<typeof refund>;

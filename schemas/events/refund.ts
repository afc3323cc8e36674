import * as v from 'valibot';
import { commonEntries, freeText, id } from './common.js';
import { orderEntries } from './order.js';

/**
 * Money of an order was given back, in part or in full: sent with an API key. An order may have many. Each counts once
 * per `refundId`; without one, once per event id. The `value` is what was given back (its sign makes no difference);
 * without it the `lines` that came back add up to it. Stored as a negative amount.
 */
export const refund = v.looseObject({
  ...commonEntries,
  type: v.literal('refund'),
  ...orderEntries,
  orderId: id,
  refundId: v.optional(id),
  /** Why, in the customer's or the rep's words. */
  reason: v.optional(freeText),
});

export type Refund = v.InferInput<typeof refund>;

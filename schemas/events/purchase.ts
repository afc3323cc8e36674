import * as v from 'valibot';
import { commonEntries, freeText, id, shortText } from './common.js';
import { orderEntries } from './order.js';

/** Of one order or contact; more are a mistake. */
const REPS_MAX = 20;

/**
 * An order was placed, as the shop's own server has it: sent with an API key. It counts once per `orderId`, and in
 * place of a browser's `conversion` with that `orderId`. Without a `value` the lines add up to it.
 */
export const purchase = v.looseObject({
  ...commonEntries,
  type: v.literal('purchase'),
  ...orderEntries,
  orderId: id,
  /** Who sold it: the owner's own ids of their sales reps. */
  reps: v.optional(v.pipe(v.array(shortText), v.maxLength(REPS_MAX))),
  /** What the customer asked for besides, such as "ring twice". */
  instructions: v.optional(freeText),
});

export type Purchase = v.InferInput<typeof purchase>;

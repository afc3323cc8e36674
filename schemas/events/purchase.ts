import * as v from 'valibot';
import { freeText, id, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { orderFields } from './order.js';
import { column, fact, written } from './places.js';

/** Of one order or contact; more are a mistake. */
const REPS_MAX = 20;

/**
 * An order was placed, as the shop's own server has it: sent with an API key. It counts once per `orderId`, and in
 * place of a browser's `conversion` with that `orderId`. Without a `value` the lines add up to it.
 */
export const purchase = defineEvent({
  type: 'purchase',
  from: 'server',
  sale: 'order',
  once: ['orderId'],
  fields: {
    ...orderFields,
    orderId: column('order_id', id),
    /** Who sold it: the owner's own ids of their sales reps. */
    reps: fact(v.optional(v.pipe(v.array(shortText), v.maxLength(REPS_MAX)))),
    /** What the customer asked for besides, such as "ring twice". */
    instructions: written(v.optional(freeText)),
  },
});

export type Purchase = InputOf<typeof purchase>;

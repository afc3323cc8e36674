import * as v from 'valibot';
import { freeText, id } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { orderFields, reps } from './order.js';
import { column, written } from './places.js';

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
    reps,
    /** What the customer asked for besides, such as "ring twice". */
    instructions: written(v.optional(freeText)),
  },
});

export type Purchase = InputOf<typeof purchase>;

import * as v from 'valibot';
import { freeText, id, milliseconds, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { orderFields, reps } from './order.js';
import { column, fact, written } from './places.js';

/**
 * An order is another one by now: sent with an API key, with the whole of it. The highest `revision` counts, in whatever
 * order they come. What was given back stays given back.
 */
export const orderChanged = defineEvent({
  type: 'order_changed',
  from: 'server',
  once: ['orderId', 'revision'],
  showsInterest: false,
  isSeen: false,
  fields: {
    ...orderFields,
    orderId: column('order_id', id),
    /** Counts up by the shop's own clock or counter: 1, 2, 3 or milliseconds. */
    revision: fact(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    /** When it was placed, as `ts`; without it, or where that is yet to come, as it was told before. */
    placedAt: fact(v.optional(milliseconds)),
    /** Who sold it; without it whoever was told before. */
    reps,
    /** Without it what was told before. */
    instructions: written(v.optional(freeText)),
    /** Who saw to it: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
  },
});

export type OrderChanged = InputOf<typeof orderChanged>;

import * as v from 'valibot';
import { shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { orderFields } from './order.js';
import { fact } from './places.js';

/** A goal was reached; with an `orderId` it is an order. `currency` falls back to the site's. */
export const conversion = defineEvent({
  type: 'conversion',
  from: 'anyone',
  sale: 'order',
  // However often its thank-you page is loaded.
  once: ['orderId'],
  fields: { name: fact(v.optional(shortText)), ...orderFields },
});

export type Conversion = InputOf<typeof conversion>;

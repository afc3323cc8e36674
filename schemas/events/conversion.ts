import * as v from 'valibot';
import { commonEntries, shortText } from './common.js';
import { orderEntries } from './order.js';

/** A goal was reached; with an `orderId` it is an order. `currency` falls back to the site's. */
export const conversion = v.looseObject({
  ...commonEntries,
  type: v.literal('conversion'),
  name: v.optional(shortText),
  ...orderEntries,
});

export type Conversion = v.InferInput<typeof conversion>;

import * as v from 'valibot';
import { amount, currency } from '../money.js';
import { commonEntries, id, shortText } from './common.js';

export const line = v.looseObject({
  product: id,
  name: v.optional(shortText),
  quantity: v.optional(v.pipe(v.number(), v.finite()), 1),
  price: v.optional(amount),
});

/** What an order carries, shared by every event about money. Amounts are in major units. */
export const orderEntries = {
  orderId: v.optional(id),
  value: v.optional(amount),
  currency: v.optional(currency),
  coupon: v.optional(shortText),
  lines: v.optional(v.pipe(v.array(line), v.maxLength(500))),
};

/** A goal was reached; with an `orderId` it is an order. `currency` falls back to the site's. */
export const conversion = v.looseObject({
  ...commonEntries,
  type: v.literal('conversion'),
  name: v.optional(shortText),
  ...orderEntries,
});

export type Conversion = v.InferInput<typeof conversion>;

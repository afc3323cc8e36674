import * as v from 'valibot';
import { format } from '../rules.js';
import { id, lenient, shortText } from './common.js';
import { by, column, fact, factBy } from './places.js';

/** An amount in major units (12.5 or "12.50"), as GA4 and Segment have it. */
export const amount = v.union([
  v.pipe(v.number(), v.finite()),
  v.pipe(
    v.string(),
    v.trim(),
    format('amount', v.regex(/^-?\d{1,15}(\.\d{1,15})?$/, 'must be a decimal number such as "12.50"')),
  ),
]);

/** ISO 4217 code. */
export const currency = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  format('currency', v.check(isCurrency, 'must be an ISO 4217 code such as EUR')),
);

let codes: Set<string> | undefined;
function isCurrency(code: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(code);
}

const line = v.looseObject({
  product: id,
  name: v.optional(shortText),
  quantity: v.optional(v.pipe(v.number(), v.finite()), 1),
  /** Of one, as the customer pays it. */
  price: v.optional(amount),
  /** Of the whole line: taken off its price. */
  discount: v.optional(amount),
  /** Of the whole line: how much of its price is tax. */
  tax: v.optional(amount),
  serial: lenient(shortText),
  /** The last day of the warranty: 2028-11-30. */
  warrantyUntil: lenient(v.pipe(v.string(), v.trim(), v.isoDate())),
});

/** Of one order or contact; more are a mistake. */
const REPS_MAX = 20;

/** Who sold it: the owner's own ids of their sales reps. */
export const reps = fact(v.optional(v.pipe(v.array(shortText), v.maxLength(REPS_MAX))));

/** What an order carries, shared by every event about money. Amounts are in major units. */
export const orderFields = {
  orderId: column('order_id', v.optional(id)),
  value: by('order', v.optional(amount)),
  currency: by('order', v.optional(currency)),
  coupon: column('coupon', v.optional(shortText)),
  lines: factBy('order', v.optional(v.pipe(v.array(line), v.maxLength(500)))),
};

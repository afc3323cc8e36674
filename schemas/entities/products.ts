import * as v from 'valibot';
import { amount, currency } from '../events/order.js';
import { format } from '../rules.js';
import { defineKind } from './kind.js';

/** Digits that `amount` takes before the point. */
const PRICE_MAX = 1e15;

const text = (charactersMax: number) => v.pipe(v.string(), v.trim(), v.maxLength(charactersMax));

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** What is sold. The id is the owner's own: what the lines of orders have as `product`. */
export const product = v.strictObject({
  name: v.pipe(text(500), v.minLength(1)),
  category: v.optional(text(200)),
  /** In major units, kept as it was written: 12.5 and "12.50" are the same price. */
  price: v.optional(
    v.pipe(
      amount,
      format(
        'amount',
        v.check(
          (price: number | string) => !(Number(price) < 0 || Number(price) >= PRICE_MAX),
          'must be an amount of 0 or more',
        ),
      ),
    ),
  ),
  /** ISO 4217 code; the site's where it is left out. */
  currency: v.optional(currency),
  description: v.optional(text(50_000)),
  url: v.optional(
    v.pipe(
      text(4_096),
      format('web_address', v.check(isWebAddress, 'must be an address such as https://www.example.com/mug')),
    ),
  ),
});

export type Product = v.InferOutput<typeof product>;

export const products = defineKind({
  kind: 'products',
  scope: 'site',
  access: {
    read: ['owner', 'marketer', 'rep', 'service', 'viewer', 'entities:read'],
    write: ['owner', 'marketer', 'entities:write'],
  },
  fields: product.entries,
  search: ['name', 'category', 'description', 'url'],
});

import type { Purchase } from '../../schemas/events/purchase.js';
import { timesMinor, toMajor, toMinor } from '../../schemas/money.js';

/** A line of an order as events take it, with amounts in major units. */
export type SentLine = NonNullable<Purchase['lines']>[number];

/** A line of an order as it is kept (`collector/pipeline/order.ts`), with amounts in minor units. */
export interface Line {
  product: string;
  /** Empty where nobody has named the product. */
  name: string;
  quantity: number;
  /** Of one; undefined where none was told. */
  priceMinor: number | undefined;
  discountMinor: number;
  taxMinor: number | undefined;
  /** Of the whole line, as the customer pays it. */
  totalMinor: number;
  serial: string;
  /** The last day: `2028-11-30`. */
  warrantyUntil: string;
  /** Whatever else the sender told of it, such as a size. */
  rest: Record<string, unknown>;
}

/** The lines of an order; what is none is left out. */
export const readLines = (raw: unknown): Line[] => (Array.isArray(raw) ? raw.flatMap(readLine) : []);

function readLine(raw: unknown): Line[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const { product, name, quantity, price_minor, discount_minor, tax_minor, value_minor, ...others } =
    raw as Record<string, unknown>;
  const { serial, warrantyUntil, ...rest } = others;
  if (typeof product !== 'string' || typeof quantity !== 'number') return [];
  const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
  const price = numberOf(price_minor) ?? 0;
  return [
    {
      product,
      name: textOf(name),
      quantity,
      // The collector keeps 0 for a price that was not told.
      priceMinor: price || undefined,
      discountMinor: numberOf(discount_minor) ?? 0,
      taxMinor: numberOf(tax_minor),
      totalMinor: numberOf(value_minor) ?? Math.round(price * quantity),
      serial: textOf(serial),
      warrantyUntil: textOf(warrantyUntil),
      rest,
    },
  ];
}

/** What else the sender told of a line, as it was told. */
export const restOf = ({ rest }: Line): [name: string, value: string][] =>
  Object.entries(rest).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** A line while somebody types it. Amounts are decimals in major units, or what is none yet. */
export interface DraftLine {
  /** The product's name as it is typed. */
  product: string;
  /** Of the product that it names; empty where it names none. */
  id: string;
  quantity: number | undefined;
  price: string;
  discount: string;
  tax: string;
  serial: string;
  warrantyUntil: string;
  rest: Record<string, unknown>;
}

export const emptyLine: DraftLine = {
  product: '',
  id: '',
  quantity: 1,
  price: '',
  discount: '',
  tax: '',
  serial: '',
  warrantyUntil: '',
  rest: {},
};

export function draftOf(line: Line, currency: string): DraftLine {
  const { product, name, quantity, priceMinor, discountMinor, taxMinor, serial, warrantyUntil, rest } = line;
  const major = (minor: number | undefined) => (minor ? toMajor(minor, currency) : '');
  return {
    product: name || product,
    id: product,
    quantity,
    price: major(priceMinor),
    discount: major(discountMinor),
    tax: major(taxMinor),
    serial,
    warrantyUntil,
    rest,
  };
}

/** As events take it: what names no product of the site's goes by its own name. */
export function sentLine({ product, id, quantity = 1, rest, ...typed }: DraftLine): SentLine {
  const name = product.trim();
  const said = Object.fromEntries(Object.entries(typed).filter(([, text]) => text));
  return { ...rest, ...said, product: id || name, ...(id && id !== name && { name }), quantity };
}

/** An amount as records take it. */
export const isAmount = (text: string) => /^-?\d{1,15}(\.\d{1,15})?$/.test(text);

/** What a line comes to, in minor units; 0 while it is no amount yet. */
function lineMinor({ quantity = 0, price, discount }: DraftLine, currency: string): number {
  const whole = isAmount(price) ? (timesMinor(price, quantity, currency) ?? 0) : 0;
  return whole - Math.abs((isAmount(discount) ? toMinor(discount, currency) : 0) ?? 0);
}

export const linesMinor = (lines: readonly DraftLine[], currency: string) =>
  lines.reduce((sum, line) => sum + lineMinor(line, currency), 0);

/** What is bought, while somebody types it: the lines, and what is paid besides them. */
export interface Basket {
  lines: DraftLine[];
  /** Shipping and the like; taken off where it is negative. */
  extra: string;
}

/** What all comes to, in minor units. */
export const basketMinor = ({ lines, extra }: Basket, currency: string) =>
  linesMinor(lines, currency) + ((isAmount(extra) ? toMinor(extra, currency) : 0) ?? 0);

/** An order as it is now; its value stays what it is, whatever its lines add up to. */
export function basketOf(lines: readonly Line[], valueMinor: number, currency: string): Basket {
  const drafts = lines.map((line) => draftOf(line, currency));
  const extra = valueMinor - linesMinor(drafts, currency);
  return { lines: drafts, extra: extra === 0 ? '' : toMajor(extra, currency) };
}

export const sentBasket = (basket: Basket, currency: string) => ({
  currency,
  value: toMajor(basketMinor(basket, currency), currency),
  lines: basket.lines.map(sentLine),
});

import { ordersCurrencies } from '../../schemas/gen/queries/orders_currencies.js';
import { FINEST, toMajor, toMinor } from '../../schemas/money.js';
import type { Store } from '../store/store.js';
import { together } from '../store/together.js';

/** Of a refund, as far as its money goes. */
interface Refund {
  type: string;
  order_id: string;
  currency: string;
  value_minor: number;
  props: Record<string, unknown>;
}

/** Refunds that were told without a currency are told in that of their order (`collector/pipeline/order.ts`). */
export async function inOrdersCurrency<Row extends object>(
  store: Store,
  site: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const isUntold = (row: object) => (row as Refund).type === 'refund' && 'value_e4' in (row as Refund).props;
  const orders = new Set(rows.filter(isUntold).map((row) => (row as unknown as Refund).order_id));
  if (orders.size === 0) return [...rows];
  const known = await together([...orders], (some) => store.query(ordersCurrencies, { site, orders: some }));
  const currencies = new Map(known.map(({ order_id, currency }) => [order_id, currency]));
  return rows.map((row) => (isUntold(row) ? { ...row, ...told(row as unknown as Refund, currencies) } : row));
}

function told({ order_id, currency: site, value_minor, props }: Refund, currencies: Map<string, string>) {
  const { value_e4: exact, ...rest } = props;
  const currency = currencies.get(order_id);
  if (!currency || typeof exact !== 'number') return { value_minor, props: rest };
  const { lines } = rest;
  return {
    currency,
    value_minor: -(toMinor(toMajor(exact, FINEST), currency) ?? 0),
    props: {
      ...rest,
      ...(Array.isArray(lines) && { lines: lines.map((line) => converted(line, site, currency)) }),
    },
  };
}

const AMOUNTS: ReadonlySet<string> = new Set(['price_minor', 'discount_minor', 'tax_minor', 'value_minor']);

const converted = (line: object, from: string, to: string) =>
  Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name,
      AMOUNTS.has(name) && typeof value === 'number' ? toMinor(toMajor(Math.round(value), from), to) : value,
    ]),
  );

import { ordersNow } from '../../schemas/gen/queries/orders_now.js';
import { FINEST, toMajor, toMinor } from '../../schemas/money.js';
import type { RowOf } from '../../schemas/statement.js';
import type { Store } from '../store/store.js';
import { together } from '../store/together.js';

/** Of a refund, as far as its order tells it. */
interface Refund {
  event_id: string;
  type: string;
  order_id: string;
  retracted_at: number;
  currency: string;
  value_minor: number;
  props: Record<string, unknown>;
}

type Order = RowOf<typeof ordersNow>;

/**
 * Refunds as their orders have them: one that was told without a currency in the order's (`collector/pipeline/order.ts`), and
 * retracted those alone that the order has no more.
 */
export async function asOrdersHaveThem(
  store: Store,
  site: string,
  rows: readonly object[],
): Promise<object[]> {
  const isAsked = (row: object) => {
    const { type, props, retracted_at } = row as Refund;
    return type === 'refund' && ('value_e4' in props || retracted_at > 0);
  };
  const ids = new Set(rows.filter(isAsked).map((row) => (row as Refund).order_id));
  if (ids.size === 0) return [...rows];
  const known = await together([...ids], (orders) => store.query(ordersNow, { site, orders }));
  const orders = new Map(known.map((order) => [order.order_id, order]));
  return rows.map((row) => {
    if (!isAsked(row)) return row;
    const refund = row as Refund;
    const order = orders.get(refund.order_id);
    const counts = order?.refund_ids.includes(String(refund.props.refundId || `#${refund.event_id}`));
    return { ...refund, ...inCurrencyOf(order, refund), ...(counts && { retracted_at: 0 }) };
  });
}

function inCurrencyOf(order: Order | undefined, { currency: site, props }: Refund) {
  const { value_e4: exact, ...rest } = props;
  if (!order?.currency || typeof exact !== 'number') return { props: rest };
  const { currency } = order;
  const lines = Array.isArray(rest.lines) && rest.lines.map((line) => converted(line, site, currency));
  return {
    currency,
    value_minor: -(toMinor(toMajor(exact, FINEST), currency) ?? 0),
    props: { ...rest, ...(lines && { lines }) },
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

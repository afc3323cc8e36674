import { is } from '../../schemas/events.js';
import { toMinor } from '../../schemas/money.js';
import { check } from './step.js';

/** Money in minor units. The lines stay with the order; without a `value` they add up to it. */
export const order = check('order', ['value_out_of_range'], ({ event, row, props }, { site }) => {
  if (!is('conversion', event)) return undefined;
  const currency = event.currency ?? site.currency;
  const lines = event.lines?.map(({ price, ...line }) => ({
    ...line,
    price_minor: price === undefined ? 0 : toMinor(price, currency),
  }));
  const sum = lines?.reduce(
    (total, line) => total + Math.round((line.price_minor ?? Number.NaN) * line.quantity),
    0,
  );
  const value = event.value === undefined ? (sum ?? 0) : toMinor(event.value, currency);
  if (value === undefined || !Number.isSafeInteger(value) || !Number.isFinite(sum ?? 0)) {
    return {
      reason: 'value_out_of_range',
      message: 'value and prices must be below 9 quadrillion minor units',
    };
  }
  row.order_id = event.orderId ?? '';
  row.value_minor = value;
  row.currency = currency;
  row.coupon = event.coupon ?? '';
  if (event.name) props.name = event.name;
  if (lines) props.lines = lines;
  return undefined;
});

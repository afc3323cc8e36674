import { type Event, is } from '../../schemas/events.js';
import { timesMinor, toMinor } from '../../schemas/money.js';
import { check, type Refusal } from './step.js';

/**
 * Money in minor units, given back as a negative amount. The lines stay with the order; without a `value` they add up
 * to it.
 */
export const order = check(
  'order',
  ['event_invalid', 'value_out_of_range'],
  ({ event, row, props, written }, { site, isPublic }) => {
    if (!isOrder(event)) return undefined;
    const currency = event.currency ?? site.currency;
    const lines = event.lines?.map(({ price, ...line }) => ({
      ...line,
      price_minor: price === undefined ? 0 : toMinor(price, currency),
    }));
    const sum = event.lines?.reduce(
      (total, { price = 0, quantity }) => total + (timesMinor(price, quantity, currency) ?? Number.NaN),
      0,
    );
    const value = event.value === undefined ? (sum ?? 0) : toMinor(event.value, currency);
    if (value === undefined || !Number.isSafeInteger(value) || !Number.isFinite(sum ?? 0)) {
      return {
        reason: 'value_out_of_range',
        message: 'value and prices must be below 9 quadrillion minor units',
      };
    }
    const refusal = refusalOf(event, value, isPublic);
    if (refusal) return refusal;
    row.order_id = event.orderId ?? '';
    // Senders tell what they gave back with either sign; 0 has only one.
    row.value_minor = is('refund', event) ? 0 - Math.abs(value) : value;
    row.currency = currency;
    row.coupon = event.coupon ?? '';
    if (lines) props.lines = lines;
    if (is('conversion', event)) {
      if (event.name) props.name = event.name;
    } else if (is('purchase', event)) {
      if (event.reps?.length) props.reps = event.reps;
      written.message = event.instructions ?? '';
    } else {
      // Also where there is none: a sender's own prop of that name must not pass for one.
      props.refundId = event.refundId ?? '';
      written.message = event.reason ?? '';
    }
    return undefined;
  },
);

type Order = Extract<Event, { type: 'conversion' | 'purchase' | 'refund' }>;

const isOrder = (event: Event): event is Order =>
  is('conversion', event) || is('purchase', event) || is('refund', event);

/** What the amount alone gives away as a mistake. */
function refusalOf(event: Order, value: number, isPublic: boolean): Refusal<'event_invalid'> | undefined {
  // A page that anybody can open must not take from an owner's revenue.
  if ((is('purchase', event) || (is('conversion', event) && isPublic)) && value < 0) {
    return { reason: 'event_invalid', message: 'value must be 0 or more: money given back is a refund' };
  }
  if (is('refund', event) && value === 0) {
    return {
      reason: 'event_invalid',
      message: 'value is missing: say how much was given back, or by lines with their prices what for',
    };
  }
  return undefined;
}

import type { Definition } from '../../schemas/events/define.js';
import { eventsFor } from '../../schemas/events.js';
import { timesMinor, toMinor } from '../../schemas/money.js';
import { check, type Refusal } from './step.js';

const isOrder = eventsFor('order');

/**
 * Money in minor units, given back as a negative amount. The lines stay with the order; without a `value` they add up
 * to it.
 */
export const order = check(
  'order',
  ['event_invalid', 'value_out_of_range'],
  ({ event, definition, row, props }, { site, isPublic }) => {
    if (!definition || !isOrder(event)) return undefined;
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
    const refusal = refusalOf(definition, value, isPublic);
    if (refusal) return refusal;
    // Senders tell what they gave back with either sign; 0 has only one.
    row.value_minor = definition.sale === 'refund' ? 0 - Math.abs(value) : value;
    row.currency = currency;
    if (lines) props.lines = lines;
    return undefined;
  },
);

/** What the amount alone gives away as a mistake. */
function refusalOf(
  { sale, from }: Definition,
  value: number,
  isPublic: boolean,
): Refusal<'event_invalid'> | undefined {
  // A page that anybody can open must not take from an owner's revenue, and a shop's server has refunds for it.
  if (sale === 'order' && (isPublic || from === 'server') && value < 0) {
    return { reason: 'event_invalid', message: 'value must be 0 or more: money given back is a refund' };
  }
  if (sale === 'refund' && value === 0) {
    return {
      reason: 'event_invalid',
      message: 'value is missing: say how much was given back, or by lines with their prices what for',
    };
  }
  return undefined;
}

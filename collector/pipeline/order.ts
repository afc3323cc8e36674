import type { Definition } from '../../schemas/events/define.js';
import { type EventFor, eventsFor } from '../../schemas/events.js';
import { FINEST, timesMinor, toMinor } from '../../schemas/money.js';
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
    const lines = event.lines?.map((line) => minorLine(line, currency));
    const sum = lines?.reduce((total, line) => total + line.value, 0);
    const value = event.value === undefined ? (sum ?? 0) : toMinor(event.value, currency);
    if (value === undefined || !Number.isSafeInteger(value) || !Number.isFinite(sum ?? 0)) return tooLarge;
    const isTold = event.value !== undefined || (event.lines?.length ?? 0) > 0;
    const refusal = refusalOf(definition, value, isPublic, isTold);
    if (refusal) return refusal;
    // Senders tell what they gave back with either sign; 0 has only one.
    row.value_minor = definition.sale === 'refund' ? 0 - Math.abs(value) : value;
    row.currency = currency;
    // It is given back in the order's currency, which is known where read models are made; till then the site's stands for it.
    if (definition.sale === 'refund' && !event.currency) {
      const exact =
        event.value === undefined
          ? event.lines?.reduce((total, line) => total + minorLine(line, FINEST).value, 0)
          : toMinor(event.value, FINEST);
      if (exact === undefined || !Number.isSafeInteger(exact)) return tooLarge;
      props.value_e4 = Math.abs(exact);
    }
    if (lines) props.lines = lines.map(({ kept }) => kept);
    return undefined;
  },
);

const tooLarge = {
  reason: 'value_out_of_range',
  message: 'value and prices must be below 9 quadrillion minor units',
} as const;

type Line = NonNullable<EventFor<'order'>['lines']>[number];

/**
 * With its amounts in minor units, NaN for one that is too large; and what it comes to, which it says itself only where that is
 * not its price times its quantity.
 */
function minorLine({ price, discount, tax, ...line }: Line, currency: string) {
  const minor = (amount: number | string) => toMinor(amount, currency) ?? Number.NaN;
  const price_minor = price === undefined ? 0 : toMinor(price, currency);
  const off = discount === undefined ? 0 : Math.abs(minor(discount));
  const value = price === undefined ? 0 : (timesMinor(price, line.quantity, currency) ?? Number.NaN) - off;
  const kept = {
    ...line,
    price_minor,
    ...(discount !== undefined && { discount_minor: off }),
    ...(tax !== undefined && { tax_minor: minor(tax) }),
    ...(value !== (price_minor ?? 0) * line.quantity && { value_minor: value }),
  };
  return { kept, value };
}

/** What the amount alone gives away as a mistake. */
function refusalOf(
  { type, sale, from }: Definition,
  value: number,
  isPublic: boolean,
  isTold: boolean,
): Refusal<'event_invalid'> | undefined {
  // A page that anybody can open must not take from an owner's revenue, and a shop's server has refunds for it.
  if (sale !== 'refund' && (isPublic || from === 'server') && value < 0) {
    return { reason: 'event_invalid', message: 'value must be 0 or more: money given back is a refund' };
  }
  // The whole of an order has its amount: without one it would be worth nothing from then on.
  if (type === 'order_changed' && !isTold)
    return { reason: 'event_invalid', message: 'value is missing: send the whole order, as it is now' };
  if (sale === 'refund' && value === 0) {
    return {
      reason: 'event_invalid',
      message: 'value is missing: say how much was given back, or by lines with their prices what for',
    };
  }
  return undefined;
}

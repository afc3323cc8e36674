// What the shop's own server tells of the orders that browsers placed: serial numbers, who sold them, and what became of
// them: changed, cancelled, given back, praised.
import { HOUR_MS, MINUTE_MS } from './calendar.mjs';
import { dice as diceOf } from './random.mjs';
import { REPS } from './reps.mjs';

const DAY_MS = 24 * HOUR_MS;
/** What has a number of its own, and for how many years it is under warranty. */
const MACHINES = { 'solo-1': ['S1', 2], 'duet-2': ['D2', 3], 'mill-64': ['M64', 2] };
const INSTRUCTIONS = [
  'Ring twice, the café opens at ten.',
  'Deliver to the yard behind the bakery.',
  'Install on a Monday, please.',
  'Leave it with the neighbours at number 7.',
];
const REASONS = ['Arrived with a dent', 'One seal was missing', 'Ordered one too many', 'Came a week late'];
const FEEDBACK = [
  [5, 'Set up in an hour, and the coffee is better than ours ever was.'],
  [5, 'Tomás explained everything twice.'],
  [4, 'Good machine, loud grinder.'],
  [4, ''],
  [3, 'The delivery took longer than promised.'],
  [2, 'Nobody told us about the water filter.'],
];

/**
 * What the shop says of the orders of a browser, as batches of the people who placed them.
 *
 * @param batch of the browser
 * @returns `{person, events}[]`
 */
export const ordersOn = ({ events }, now) =>
  events.flatMap((event, index) => {
    if (event.type !== 'conversion') return [];
    const { email, customer } = events[index - 1];
    return [{ person: { email, customer }, events: orderOf(event, now) }];
  });

function orderOf({ ts: placed, orderId, currency, lines }, now) {
  const dice = diceOf(`order ${orderId}`);
  const told = [];
  let ts = placed;
  const tell = (hours, event) => {
    ts += (0.2 + dice.random()) * hours * HOUR_MS;
    // What would lie ahead has not happened yet.
    if (ts < now - MINUTE_MS)
      told.push({ id: `${orderId}-shop-${told.length}`, ts: Math.floor(ts), orderId, ...event });
  };
  const bought = lines.map((line) => delivered(line, placed, dice));
  const worth = bought.reduce((sum, line) => sum + worthOf(line), 0);
  tell(0.05, {
    type: 'purchase',
    currency,
    lines: bought,
    ...(dice.chance(0.55) && { reps: dice.chance(0.2) ? REPS.slice(0, 2) : [dice.pick(REPS)] }),
    ...(dice.chance(0.3) && { instructions: dice.pick(INSTRUCTIONS) }),
    ...(dice.chance(0.12) && { coupon: 'CREMA10' }),
  });
  if (dice.chance(0.08))
    tell(20, {
      type: 'order_changed',
      revision: 1,
      currency,
      lines: [...bought, { product: 'care-kit', name: 'Care kit', quantity: 1, price: 48, tax: 8.98 }],
    });
  if (dice.chance(0.05)) tell(30, { type: 'order_cancelled', reason: 'Found one at an auction' });
  else if (dice.chance(0.14)) {
    const isWhole = dice.chance(0.3);
    tell(9 * 24, {
      type: 'refund',
      refundId: `${orderId}-R1`,
      currency,
      value: isWhole ? worth : Math.max(5, Math.round(worth * 0.15)),
      reason: dice.pick(REASONS),
    });
  }
  if (dice.chance(0.35)) {
    const [rating, text] = dice.pick(FEEDBACK);
    tell(12 * 24, { type: 'feedback', rating, ratingMax: 5, ...(text && { text }) });
  }
  return told;
}

const worthOf = ({ price, quantity, discount = 0 }) => price * quantity - discount;

/** A line as it left the shop: some are cheaper, machines have a number and a warranty. */
function delivered({ quantity, price, ...line }, placed, dice) {
  const discount = dice.chance(0.25) ? Math.round(price * quantity * dice.pick([0.05, 0.1, 0.15])) : 0;
  const [series, years] = MACHINES[line.product] ?? [];
  const until = new Date(placed + (years ?? 0) * 365 * DAY_MS).toISOString().slice(0, 10);
  return {
    ...line,
    quantity,
    price,
    ...(discount > 0 && { discount }),
    // 23 % of what is below it.
    tax: Math.round(((price * quantity - discount) * 2300) / 123) / 100,
    ...(series && { serial: `${series}-${dice.between(10_000, 99_999)}`, warrantyUntil: until }),
  };
}

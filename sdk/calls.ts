import type { Conversion } from '../schemas/events/conversion.js';
import type { Custom } from '../schemas/events/custom.js';
import type { Identify } from '../schemas/events/identify.js';
import { add } from './delivery.js';
import { commands } from './options.js';
import { stamp } from './page.js';
import { keep, kept } from './storage.js';

/** Characters of the order ids that are remembered. */
const ORDERS_MAX = 500;

/** What the page says itself. */
export const captureCalls = (): void => {
  commands.track = (type, props) => add({ ...stamp(), type, props } satisfies Custom);
  // The title beside it is the page's.
  commands.identify = ({ title, ...person }) =>
    add({ ...person, props: { title, ...person.props }, ...stamp(), type: 'identify' } satisfies Identify);
  commands.conversion = (order) => {
    // A thank-you page may be loaded again and again.
    const id = ` ${order.orderId} `;
    const orders = kept('orders');
    if (orders.includes(id)) return;
    if (order.orderId) keep('orders', (id + orders).slice(0, ORDERS_MAX));
    add({ ...order, ...stamp(), type: 'conversion' } satisfies Conversion, true);
  };
};

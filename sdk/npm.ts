import { captureForms } from './forms.js';
import { guard } from './guard.js';
import { captureLinks } from './links.js';
import type { Commands, ConsentChoice, Options, Order, Person, Props } from './options.js';
import { capturePages } from './pages.js';
import { start } from './start.js';

export type { ConsentChoice, Options, Order, OrderLine, Person, Props } from './options.js';

const clients: Commands[] = [];
/** Calls made before `init`. */
const early: ((client: Commands) => void)[] = [];

/** On a server there is no visitor: nothing is done, and nothing piles up. */
const inBrowser = typeof window !== 'undefined';

const call = (run: (client: Commands) => void): void => {
  if (!inBrowser) return;
  if (clients.length) clients.forEach(guard(run));
  else early.push(run);
};

/**
 * Starts capturing page views, forms and link clicks on this page. Calling it again for the same site does nothing.
 *
 * @example init({ site: 'demo', host: 'https://t.example.com' })
 */
export function init(options: Options): void {
  if (!inBrowser) return;
  guard(() =>
    start(
      { ...options, host: new URL(options.host).origin },
      [capturePages, captureForms, captureLinks],
      (client) => {
        clients.push(client);
        for (const run of early.splice(0)) guard(run)(client);
      },
    ),
  )();
}

/**
 * Records something of your own.
 *
 * @param name 1 to 64 letters, digits, spaces or `_ . : / -`
 * @example track('video_played', { seconds: 40 })
 */
export function track(name: string, props?: Props): void {
  call((client) => client.track(name, props));
}

/**
 * Says who the visitor is. A claim for the record, never a login. Put what has no name here under `props`: `url`,
 * `title` and the like are the page's.
 *
 * @example identify({ email: 'ada@example.com', company: 'Analytical Engines' })
 */
export function identify(person: Person): void {
  call((client) => client.identify(person));
}

/**
 * Records that a goal was reached, or an order placed. Amounts are in major units.
 *
 * @example conversion({ orderId: 'A-17', value: '49.90', currency: 'EUR' })
 */
export function conversion(order: Order): void {
  call((client) => client.conversion(order));
}

/** Tells the visitor's choice. `'denied'` also forgets the visitor and everything that was not sent yet. */
export function consent(choice: ConsentChoice): void {
  call((client) => client.consent(choice));
}

/** Makes the next events those of a new visitor, as after a log-out on a shared machine. */
export function reset(): void {
  call((client) => client.reset());
}

import { captureCalls } from './calls.js';
import { captureForms } from './forms.js';
import { guard } from './guard.js';
import { internals } from './load_more.js';
import {
  type Commands,
  type ConsentChoice,
  commands,
  type Options,
  type Order,
  type Person,
  type Props,
} from './options.js';
import { capturePages } from './pages.js';
import { start } from './start.js';

export type { ConsentChoice, Options, Order, OrderLine, Person, Props } from './options.js';

/** Calls made before `init`, or before a prerendered page is shown. */
const early: ((commands: Commands) => void)[] = [];

/** On a server there is no visitor: nothing is done, and nothing piles up. */
let call = (run: (commands: Commands) => void): void => {
  if (typeof window !== 'undefined') early.push(run);
};

/**
 * Starts capturing page views, forms and link clicks on this page. The module captures for one site: calling it again
 * does nothing.
 *
 * @example init({ site: 'demo', host: 'https://t.example.com' })
 */
export function init(options: Options): void {
  // On a server it throws, which is as good.
  guard(() => {
    const given = { ...options, host: new URL(options.host).origin };
    // What is switched off is as if it was not there.
    for (const key in given) if (!given[key as 'site']) delete given[key as 'cookie'];
    start(given, [
      captureCalls,
      capturePages,
      captureForms,
      () =>
        import('./more/npm.js').then(
          ({ more }) => more(internals()),
          () => {},
        ),
      () => {
        call = (run) => guard(run)(commands);
        early.forEach(call);
      },
    ]);
  })();
}

/**
 * Records something of your own.
 *
 * @param name 1 to 64 letters, digits, spaces or `_ . : / -`
 * @example track('video_played', { seconds: 40 })
 */
export function track(name: string, props?: Props): void {
  call((commands) => commands.track(name, props));
}

/**
 * Says who the visitor is, and what you know of them: a claim, or your word where your server has signed it (docs/identity.md);
 * never a login. What has no name here, nor at your site, goes under `props`: `url` and the like are the page's.
 *
 * @example identify({ email: 'ada@example.com', company: 'Analytical Engines' })
 */
export function identify(person: Person): void {
  call((commands) => commands.identify(person));
}

/**
 * Records that a goal was reached, or an order placed. Amounts are in major units. An order counts once, however often
 * its page is loaded.
 *
 * @example conversion({ orderId: 'A-17', value: '49.90', currency: 'EUR' })
 */
export function conversion(order: Order): void {
  call((commands) => commands.conversion(order));
}

/**
 * Takes a form, or any element with fields in it, for submitted. Forms that are submitted are captured by themselves.
 *
 * @example form(document.querySelector('#quote'))
 */
export function form(element: Element): void {
  call((commands) => commands.form(element));
}

/** Tells the visitor's choice. `'denied'` also forgets the visitor and everything that was not sent yet. */
export function consent(choice: ConsentChoice): void {
  call((commands) => commands.consent(choice));
}

/** Makes the next events those of a new visitor, as after a log-out on a shared machine. */
export function reset(): void {
  call((commands) => commands.reset());
}

/** Empties what this browser holds of the visitor: the id, what was not sent yet, the orders told. */
export function forget(): void {
  call((commands) => commands.forget());
}

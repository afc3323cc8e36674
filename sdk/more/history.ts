import { adopt, guard, hooks, kept, on, options } from './internals.js';

/** Not in TypeScript's DOM types yet: https://html.spec.whatwg.org/#navigationcurrententrychangeevent */
type EntryChange = Event & { navigationType: string };

/** A hash marks a place on the page unless the site routes by it. */
const pageOf = (url: string) => (options.hashRoutes == null ? (url.split('#')[0] as string) : url);
const pathOf = (url: string) => url.split('?')[0];

const leave = () => {
  hooks.leave();
  hooks.from = pageOf(hooks.at);
  hooks.view();
};

/**
 * Frameworks replace the state of one address many times, to keep scroll positions and the like, and pages replace its
 * query: filters, maps, scripts that take campaigns out.
 */
const change = (isReplaced?: boolean) => {
  const before = pageOf(hooks.at);
  const here = pageOf(location.href);
  if (before !== here && !(isReplaced && pathOf(before) === pathOf(here))) leave();
  hooks.at = here;
};

/** History changes that lead to another page, and returns from the back/forward cache. */
export const captureHistory = (): void => {
  const look = guard(change);
  const { navigation } = window as never as { navigation?: EventTarget };
  // No event of the window's tells all of them.
  if (navigation)
    navigation.addEventListener('currententrychange', (event) =>
      look((event as EntryChange).navigationType === 'replace'),
    );
  else
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name];
      // That of a frame may be called with ours.
      history[name] = function (...args) {
        original.apply(this, args);
        look(name > 'r');
      };
    }
  on('popstate', () => look());
  on('pageshow', ({ persisted }: PageTransitionEvent) => {
    // Coming back is no new arrival: without this the first referrer would bring the visitor once more.
    if (!persisted) return;
    // In Firefox a request that went along into the cache is never answered.
    adopt(kept('visitor'));
    leave();
  });
  // A router may have been quicker than this file.
  look();
};

import { hooks } from './internals.js';

/** Not in TypeScript's DOM types yet: https://html.spec.whatwg.org/#navigationcurrententrychangeevent */
type EntryChange = Event & { navigationType: string };

/** Changes of the address that no event of the window's tells. */
export const captureHistory = (): void => {
  const { navigation } = window as never as { navigation?: EventTarget };
  if (navigation)
    navigation.addEventListener('currententrychange', (event) =>
      hooks.moved((event as EntryChange).navigationType === 'replace'),
    );
  else
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name];
      // That of a frame may be called with ours.
      history[name] = function (...args) {
        original.apply(this, args);
        hooks.moved(name > 'r');
      };
    }
  // A router may have been quicker than this file.
  hooks.moved();
};

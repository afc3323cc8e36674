import type { Consent } from '../schemas/events/consent.js';
import { add, flush, forget, openDelivery } from './delivery.js';
import { on } from './guard.js';
import { commands, type Options, setOptions } from './options.js';
import { openPage, stamp } from './page.js';
import { settle } from './soon.js';
import { choose, chosen, keep, openStorage } from './storage.js';

/** Not in TypeScript's DOM types yet: https://wicg.github.io/nav-speculation/prerendering.html */
type PrerenderingDocument = Document & { prerendering?: boolean };

/**
 * Starts capturing for a site, unless this page does already: the tag may be there twice, or the tag and the
 * npm module. A page that is prerendered has no visitor until it is shown.
 *
 * @param capture starts what is to be captured, such as page views; an entry puts together what it wants
 */
export const start = (options: Options, capture: () => void): void => {
  const running = `leadline:${options.site}:` as never;
  if (!options.site || window[running]) return;
  window[running] = 1 as never;
  const run = () => {
    setOptions(options);
    openStorage(options);
    openPage();
    openDelivery();
    commands.consent = (choice) => {
      if (choice === chosen()) return;
      if (!choose(choice)) forget();
      add({ ...stamp(), type: 'consent', choice } satisfies Consent);
    };
    commands.reset = () => {
      // What has been seen so far is the old visitor's.
      settle();
      keep('visitor');
      keep('orders');
    };
    capture();
    // After the features' own listeners, which may have something to add.
    on('visibilitychange pagehide online', () => {
      settle();
      flush(true);
    });
  };
  if ((document as PrerenderingDocument).prerendering) on('prerenderingchange', run);
  else run();
};

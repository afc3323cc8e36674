import type { Consent } from '../schemas/events/consent.js';
import { add, flush, forget, openDelivery } from './delivery.js';
import { guard, on } from './guard.js';
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
 * @param features what is to be captured, such as page views; an entry puts together what it wants. On a page that makes
 * one of them fail the others run
 */
export const start = (options: Options, features: (() => unknown)[]): void => {
  const running = `leadline:${options.site}:` as never;
  if (!options.site || window[running]) return;
  window[running] = 1 as never;
  const run = () => {
    setOptions(options);
    commands.consent = (choice) => {
      if (choice === chosen()) return;
      if (!choose(choice)) forget();
      add({ ...stamp(), type: 'consent', choice } satisfies Consent);
    };
    commands.forget = forget;
    commands.reset = () => {
      // What has been seen so far is the old visitor's.
      settle();
      keep('visitor');
      keep('orders');
    };
    for (const step of [
      () => openStorage(options),
      openPage,
      openDelivery,
      ...features,
      // After the features' own listeners, which may have something to add.
      () =>
        on('visibilitychange pagehide online', () => {
          settle();
          flush(true);
        }),
    ])
      guard(step)();
  };
  if ((document as PrerenderingDocument).prerendering) on('prerenderingchange', run);
  else run();
};

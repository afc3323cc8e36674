import { createClient, type Feature } from './client.js';
import { on } from './guard.js';
import type { Commands, Options } from './options.js';

/** Not in TypeScript's DOM types yet: https://wicg.github.io/nav-speculation/prerendering.html */
type PrerenderingDocument = Document & { prerendering?: boolean };

/**
 * Starts capturing for a site, unless this page does already: the tag may be there twice, or the tag and the
 * npm module. A page that is prerendered has no visitor until it is shown.
 */
export function start(options: Options, features: Feature[], started: (client: Commands) => void): void {
  const running = Symbol.for(`leadline.${options.site}`);
  const page = window as unknown as Record<symbol, boolean>;
  if (!options.site || page[running]) return;
  page[running] = true;
  const run = () => started(createClient(options, features));
  if ((document as PrerenderingDocument).prerendering) on('prerenderingchange', run);
  else run();
}

import { adopt } from './delivery.js';
import { listeners, on } from './guard.js';
import type { Internals } from './more/internals.js';
import { commands, options } from './options.js';

/** Elements that the page marks, and frames of the same origin. */
const MARKED =
  '[data-leadline-event],[data-leadline-conversion],[data-leadline-form],iframe:not([src*="//"]),iframe[src^="';

/** Loads what only some pages need (`more/`), where this page does: from the start on, or when it shows. */
export const captureMore = (load: (internals: Internals) => void): void => {
  let loaded: unknown;
  const look = () => {
    if (
      !loaded &&
      // More options than host and site.
      (Object.keys(options)[2] ||
        location.search.includes('leadline_debug') ||
        document.querySelector(`${MARKED}${location.origin}"]`))
    ) {
      loaded = 1;
      load([commands, options, listeners, adopt]);
    }
  };
  look();
  on('load click DOMContentLoaded', look);
};

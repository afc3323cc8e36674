import { adopt } from './delivery.js';
import { listeners, on } from './guard.js';
import type { Internals } from './more/internals.js';
import { commands, options } from './options.js';

/** Elements that the page marks, and frames, some of which may be of the same origin. */
const MARKED = '[data-leadline-event],[data-leadline-conversion],[data-leadline-form],iframe';

/** Loads what only some pages need (`more/`), where this page does: from the start on, or when it shows. */
export const captureMore = (load: (internals: Internals) => void): void => {
  let loaded: unknown;
  const look = ({ target }: { target: Document | Element }) => {
    if (
      !loaded &&
      // More options than host and site.
      (Object.keys(options)[2] ||
        location.search.includes('leadline_debug') ||
        // Going through a large page takes a third of a millisecond: not for each click.
        ((target as Element).closest
          ? (target as Element).closest(MARKED) || frames[0]
          : target.querySelector(MARKED)))
    ) {
      loaded = 1;
      load([commands, options, listeners, adopt]);
    }
  };
  look({ target: document });
  on('load click', look as never);
};

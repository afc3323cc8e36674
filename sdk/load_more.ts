import { adopt } from './delivery.js';
import { guard, listeners } from './guard.js';
import type { Internals } from './more/internals.js';
import { commands, options } from './options.js';

/** Elements that the page marks, and frames, some of which may be of the same origin. */
const MARKED = '[data-leadline-event],[data-leadline-conversion],[data-leadline-form],iframe';

const LOOK_MS = 500;

/** Loads what only some pages need (`more/`), where this page does: from the start on, or when it shows. */
export const captureMore = (load: (internals: Internals) => void): void => {
  let loaded: unknown;
  const look = () => {
    if (
      !loaded &&
      // More options than host and site.
      (Object.keys(options)[2] || /leadline_d/.test(location.search) || document.querySelector(MARKED))
    ) {
      loaded = 1;
      load([commands, options, listeners, adopt]);
    }
  };
  look();
  // Apps render later; going through a large page takes a third of a millisecond.
  setInterval(guard(look), LOOK_MS);
};

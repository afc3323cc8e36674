import { logEvents } from './debug.js';
import { more as moreOf } from './index.js';
import type { Internals } from './internals.js';

/** The second file of the module, with all that it may need. */
export const more = (internals: Internals): void => moreOf(internals, logEvents);

import { hidden, keep, on } from './internals.js';

/** Characters of the names that are remembered. */
const NAMES_MAX = 1e3;

/** What a form left out comes back in the next page's address, where the form is sent by it: the names tell it there. */
export const rememberLeftOut = (): void => {
  // A form that a script sends has no event; one that opens a tab leaves no page.
  on('submit pagehide', () => {
    keep('hidden', [...hidden].reverse().join('\n').slice(0, NAMES_MAX));
  });
};

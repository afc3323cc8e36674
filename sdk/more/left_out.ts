import { hideInUrls, hooks, keep, kept } from './internals.js';

/** Characters of the names that are remembered. */
const NAMES_MAX = 1e3;

/** What a form left out comes back in the next page's address, where the form is sent by it: the names tell it there. */
export const rememberLeftOut = (): void => {
  hooks.leftOut = (names) => {
    hideInUrls(names);
    const all = new Set([...names, ...kept('hidden').split('\n')]);
    keep('hidden', [...all].join('\n').slice(0, NAMES_MAX));
  };
};

// The page that this is, and how the visitor came here. What a parameter or a referrer means, the collector says.

import { hideInUrls, mask, maskUrl } from './safety.js';
import { keep, kept } from './storage.js';
import { randomId } from './text.js';

/** What every event carries. */
export interface Stamp {
  id: string;
  ts: number;
  url: string;
  referrer: string;
  title: string;
}

/** Characters of the fields' names that are remembered. */
const HIDDEN_MAX = 1e3;

/** The address that the visit began with, where a router changed it before this script ran. */
export let landing: string | undefined;
/** Another site, or the page shown before in a single-page app. */
let referrer: string;

export const stamp = (): Stamp => ({
  id: randomId(),
  ts: Date.now(),
  url: maskUrl(location.href),
  referrer: maskUrl(referrer),
  title: mask(document.title),
});

/** Looks where the visitor landed. */
export const openPage = (): void => {
  hideInUrls(kept('hide').split('\n'));
  referrer = document.referrer;
  // The entry's name stays what it was (Navigation Timing Level 2, 4.1).
  for (const { name } of performance.getEntriesByType('navigation'))
    if (name !== location.href) landing = maskUrl(name);
};

/** Fields that a form left out and then sends by its address: from now on they are masked in addresses. */
export const hide = (names: string[]): void => {
  hideInUrls(names);
  keep('hide', [...new Set([...names, ...kept('hide').split('\n')])].join('\n').slice(0, HIDDEN_MAX));
};

/** Takes a page of this site for where the visitor comes from. */
export const comeFrom = (url: string): void => {
  referrer = url;
};

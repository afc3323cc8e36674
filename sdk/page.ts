// The page that this is, and how the visitor came here. What a parameter or a referrer means, the collector says.

import { hooks } from './hooks.js';
import { hidden, mask, maskUrl } from './safety.js';
import type { Stamp } from './stamp.js';
import { kept } from './storage.js';
import { randomId } from './text.js';

/** The address that the visit began with, where a router changed it before this script ran. */
export let landing: string | undefined;

export const stamp = (): Stamp => ({
  id: randomId(),
  ts: Date.now(),
  url: maskUrl(location.href),
  referrer: maskUrl(hooks.from),
  title: mask(document.title),
});

/** Looks where the visitor landed. */
export const openPage = (): void => {
  // Of forms that were sent by their address.
  for (const name of kept('hidden').split('\n')) hidden.add(name);
  hooks.from = document.referrer;
  // The entry's name stays what it was (Navigation Timing Level 2, 4.1).
  for (const { name } of performance.getEntriesByType('navigation'))
    if (name !== location.href) landing = maskUrl(name);
};

// What only some pages need: a second file, which the main script loads where a page does.

import { cleanAddress } from './clean_address.js';
import { captureConsentSignals } from './consent_signals.js';
import { shareCookie } from './cookie.js';
import { logEvents } from './debug.js';
import { captureDeclared } from './declared.js';
import { captureFrames } from './frames.js';
import type { Internals } from './internals.js';
import { linkDomains } from './linker.js';

/** @param internals of the main script on this page */
export const more = (internals: Internals): void => {
  const [, options] = internals;
  if (options.debug != null || location.search.includes('leadline_debug')) logEvents(internals);
  if (options.linker) linkDomains(internals);
  if (options.cookie != null) shareCookie(internals);
  if (options.cleanUrl != null) cleanAddress(internals);
  if (options.consent != null) captureConsentSignals(internals);
  captureDeclared(internals);
  captureFrames(internals);
};

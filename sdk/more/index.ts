// What need not run first, and what only some pages have: a second file, which the main script loads.

import { sayAnswers } from './answers.js';
import { cleanAddress } from './clean_address.js';
import { captureComponents } from './components.js';
import { captureConsentSignals } from './consent_signals.js';
import { shareCookie } from './cookie.js';
import { logEvents } from './debug.js';
import { captureDeclared } from './declared.js';
import { captureEvidence } from './evidence.js';
import { captureFrames } from './frames.js';
import { captureHistory } from './history.js';
import { guard, hooks, type Internals, open, options } from './internals.js';
import { captureLeave } from './leave.js';
import { rememberLeftOut } from './left_out.js';
import { captureLibraries } from './libraries.js';
import { linkDomains } from './linker.js';
import { captureLinks } from './links.js';
import { listenAgain } from './listen.js';
import { watchRefusal } from './refusals.js';
import { signsUp } from './sign_up.js';
import { markTeam } from './team.js';

/** @param internals of the main script on this page */
export const more = (internals: Internals): void => {
  open(internals);
  // A page may break what it needs, which must cost no lead.
  hooks.refusal = guard(watchRefusal);
  hooks.signsUp = signsUp;
  for (const step of [
    (options.debug != null || location.search.includes('leadline_debug')) && logEvents,
    sayAnswers,
    markTeam,
    options.linker && linkDomains,
    options.cookie != null && shareCookie,
    captureEvidence,
    options.cleanUrl != null && cleanAddress,
    options.consent != null && captureConsentSignals,
    captureLeave,
    captureHistory,
    captureLinks,
    rememberLeftOut,
    captureLibraries,
    captureDeclared,
    listenAgain,
    // With the listeners of those before.
    captureComponents,
    captureFrames,
  ])
    if (step) guard(step)();
};

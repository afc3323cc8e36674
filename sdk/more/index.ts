// What need not run first, and what only some pages have: a second file, which the main script loads.

import { sayAnswers } from './answers.js';
import { cleanAddress } from './clean_address.js';
import { captureComponents } from './components.js';
import { captureConsentSignals } from './consent_signals.js';
import { shareCookie } from './cookie.js';
import type { logEvents } from './debug.js';
import { captureDeclared } from './declared.js';
import { captureEvidence } from './evidence.js';
import { captureFrames } from './frames.js';
import { captureHistory } from './history.js';
import { commands, guard, hooks, type Internals, on, open, options } from './internals.js';
import { captureLeave } from './leave.js';
import { rememberLeftOut } from './left_out.js';
import { captureLibraries } from './libraries.js';
import { linkDomains } from './linker.js';
import { captureLinks } from './links.js';
import { listenAgain } from './listen.js';
import { captureRefusals } from './refusals.js';
import { signsUp } from './sign_up.js';
import { markTeam } from './team.js';

/**
 * @param internals of the main script on this page
 * @param debug logs what is captured, for whoever sets the page up
 */
export const more = (internals: Internals, debug: typeof logEvents): void => {
  open(internals);
  hooks.signsUp = signsUp;
  for (const step of [
    (options.debug != null || location.search.includes('leadline_debug')) &&
      (() => debug(commands, on, options)),
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
    captureRefusals,
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

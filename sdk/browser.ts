// The script that every visitor loads.

import { captureCalls } from './calls.js';
import { captureForms } from './forms.js';
import { guard } from './guard.js';
import { internals } from './load_more.js';
import type { Internals } from './more/internals.js';
import { options } from './options.js';
import { capturePages } from './pages.js';
import { startFromTag } from './tag.js';

/** Name of the second file, with a hash of its content; the build puts it in. */
declare const MORE_FILE: string;

/** Where a page takes scripts from policies alone, and does not allow this one, the file does not come. */
declare const trustedTypes: {
  createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
};

startFromTag([
  captureCalls,
  capturePages,
  captureForms,
  () => {
    const script = document.createElement('script') as HTMLScriptElement & { leadline: Internals };
    const url = `${options.host}/${MORE_FILE}`;
    const allowed = guard(() =>
      trustedTypes.createPolicy('leadline', { createScriptURL: String }).createScriptURL(url),
    );
    script.src = allowed() || url;
    script.leadline = internals();
    document.head.append(script);
  },
]);

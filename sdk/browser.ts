// The script that every visitor loads.

import { captureCalls } from './calls.js';
import { captureForms } from './forms.js';
import { captureLinks } from './links.js';
import { captureMore } from './load_more.js';
import type { Internals } from './more/internals.js';
import { options } from './options.js';
import { capturePages } from './pages.js';
import { startFromTag } from './tag.js';

/** Name of the second file, with a hash of its content; the build puts it in. */
declare const MORE_FILE: string;

startFromTag(() => {
  captureCalls();
  capturePages();
  captureForms();
  captureLinks();
  captureMore((internals) => {
    const script = document.createElement('script') as HTMLScriptElement & { leadline: Internals };
    script.src = `${options.host}/${MORE_FILE}`;
    script.leadline = internals;
    document.head.append(script);
  });
});

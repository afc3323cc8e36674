// The script tag's entry: <script async src="https://t.example.com/leadline.js" data-site="demo"></script>

import { captureForms } from './forms.js';
import { guard } from './guard.js';
import { captureLinks } from './links.js';
import type { Options } from './options.js';
import { capturePages } from './pages.js';
import { start } from './start.js';

type Call = Iterable<unknown>;
type Leadline = ((...call: unknown[]) => void) & { q?: Call[] };

guard(() => {
  // Module tags, and loaders that evaluate the script, have no current script.
  const tag = (document.currentScript ||
    document.querySelector('script[src*=leadline][data-site]')) as HTMLScriptElement;
  const { site, consent } = tag.dataset as { site: string; consent?: Options['consent'] };
  start(
    { site, consent, host: new URL(tag.src).origin },
    [capturePages, captureForms, captureLinks],
    (client) => {
      const commands = client as unknown as Record<string, (...args: unknown[]) => void>;
      const run = guard(([command, ...args]: Call) => (commands[command as string] as Leadline)(...args));
      // The page's stub, or the script of another site on the same page: it goes on collecting in `q`, so that a third
      // one can replay everything. An element with the id `leadline` is neither.
      const page = window as { leadline?: Leadline };
      const before: Leadline = page.leadline || (() => {});
      const queue = before.q || [];
      const leadline: Leadline = (...call) => {
        if (before.q) before(...call);
        else queue.push(call);
        run(call);
      };
      leadline.q = queue;
      page.leadline = leadline;
      queue.forEach(run);
    },
  );
})();

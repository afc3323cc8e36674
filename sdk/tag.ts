import { guard } from './guard.js';
import { commands } from './options.js';
import { start } from './start.js';

type Call = Iterable<unknown>;
type Leadline = ((...call: unknown[]) => void) & { q?: Call[] };

/** Starts from the script's own tag: <script async src="https://t.example.com/leadline.js" data-site="demo"></script> */
export const startFromTag = (features: (() => unknown)[]): void =>
  guard(() => {
    const tag = document.currentScript as HTMLScriptElement;
    start({ host: new URL(tag.src).origin, ...tag.dataset } as never, [
      ...features,
      () => {
        const run = guard(([command, ...args]: Call) =>
          (commands as unknown as Record<'any', (...args: unknown[]) => void>)[command as 'any'](...args),
        );
        // The page's stub, or the script of another site on the same page. An element with the id `leadline` is neither.
        const page = window as { leadline?: Leadline };
        const queue = (page.leadline || ({} as Leadline)).q || [];
        const push = queue.push.bind(queue);
        // It goes on collecting, so that a third one can replay everything.
        queue.push = (call) => {
          run(call);
          return push(call);
        };
        queue.forEach(run);
        const leadline: Leadline = (...call) => queue.push(call);
        leadline.q = queue;
        page.leadline = leadline;
      },
    ]);
  })();

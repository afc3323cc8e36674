import type { PageView } from '../schemas/events/page_view.js';
import type { Capture } from './client.js';
import { guard, on } from './guard.js';
import { soon } from './soon.js';

/** Single-page apps set the title while they render, after they have changed the address. */
const TITLE_DELAY_MS = 50;

/** Page views: loads, history changes that lead to another address, and returns from the back/forward cache. */
export function capturePages(capture: Capture): void {
  let shown = '';
  let settle = () => {};

  const view = () => {
    settle();
    shown = address();
    const stamp = capture.stamp();
    settle = soon(() => {
      capture.add({ ...stamp, title: document.title, type: 'page_view' } satisfies PageView);
    }, TITLE_DELAY_MS);
  };

  /** Frameworks replace the state of one address many times, to keep scroll positions and the like. */
  const onHistory = guard(() => {
    if (shown === address()) return;
    capture.referrer = shown;
    view();
  });

  view();

  on('pageshow', ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    // Coming back is no new arrival: without this the first referrer would bring the visitor once more.
    capture.referrer = address();
    view();
  });
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    history[name] = function (...args) {
      original.apply(this, args);
      onHistory();
    };
  }
  on('popstate', onHistory);
}

/** The address without its hash, which marks a place on the page. */
const address = () => location.href.replace(/#.*/, '');

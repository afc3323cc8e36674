import type { PageLeave } from '../schemas/events/page_leave.js';
import type { PageView } from '../schemas/events/page_view.js';
import { add } from './delivery.js';
import { guard, on } from './guard.js';
import { commands, options } from './options.js';
import { comeFrom, landing, type Stamp, stamp } from './page.js';
import { settle, soon } from './soon.js';

/** Single-page apps set the title while they render, after they have changed the address. */
const TITLE_DELAY_MS = 50;
/** Less is a glance. */
const ENGAGED_MIN_MS = 1e3;

/**
 * Page views: loads, history changes that lead to another address, and returns from the back/forward cache. When a page
 * is left, for how long it was looked at since that was told last, and how far it was scrolled.
 */
export function capturePages(): void {
  let shown: string;
  let seen: Stamp;
  let since: number;
  let bottom: number;

  const measure = () => {
    bottom = Math.max(bottom, scrollY + innerHeight);
  };
  const leave = () => {
    measure();
    const { id, ts } = stamp();
    if (ts - since > ENGAGED_MIN_MS)
      add({
        ...seen,
        id,
        ts,
        type: 'page_leave',
        pageView: seen.id,
        engagedMs: ts - since,
        scrollPercent: (100 * bottom) / document.documentElement.scrollHeight,
      } satisfies PageLeave);
  };

  /** The address without its hash, which marks a place on the page unless the site routes by it. */
  const address = () => (options.hashRoutes == null ? location.href.split('#')[0] : location.href) as string;

  const view = (landing?: string) => {
    settle();
    shown = address();
    seen = stamp();
    since = seen.ts;
    bottom = 0;
    soon(
      () => add({ ...seen, title: document.title, type: 'page_view', landing } satisfies PageView),
      TITLE_DELAY_MS,
    );
  };
  /** Frameworks replace the state of one address many times, to keep scroll positions and the like. */
  const onHistory = guard(() => {
    if (shown === address()) return;
    leave();
    comeFrom(shown);
    view();
  });

  commands.moved = () => {
    shown = address();
  };
  view(landing);
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    history[name] = (...args) => {
      original.apply(history, args);
      onHistory();
    };
  }
  on('popstate', onHistory);
  on('pageshow', ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    // Coming back is no new arrival: without this the first referrer would bring the visitor once more.
    comeFrom(shown);
    view();
  });
  on('scroll', measure);
  on('visibilitychange', () => {
    if (document.hidden) leave();
    since = Date.now();
  });
}

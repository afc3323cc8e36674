import type { PageLeave } from '../../schemas/events/page_leave.js';
import { add, hooks, on, stamp } from './internals.js';

/** Less is a glance. */
const ENGAGED_MIN_MS = 1e3;

/** When a page is left: for how long it was looked at since that was told last, how far it was scrolled, and its forms. */
export const captureLeave = (): void => {
  let page = hooks.shown;
  let since = page.ts;
  let bottom = 0;
  const begun = new Set<unknown>();

  /** Another page view may have begun. How far it was scrolled has the browser lay the page out. */
  const measure = (scrolled?: unknown) => {
    if (page !== hooks.shown) {
      page = hooks.shown;
      since = page.ts;
      bottom = 0;
      begun.clear();
    }
    if (scrolled) bottom = Math.max(bottom, scrollY + innerHeight);
  };
  // What sends when a page is hidden has listened before this file came.
  hooks.leave = () => {
    measure(1);
    const { id, ts } = stamp();
    if (ts - since > ENGAGED_MIN_MS)
      add(
        {
          ...page,
          id,
          ts,
          type: 'page_leave',
          pageView: page.id,
          engagedMs: ts - since,
          scrollPercent: (100 * bottom) / document.documentElement.scrollHeight,
          formsSeen: document.querySelectorAll('form').length,
          formsBegun: begun.size,
        } as PageLeave,
        document.hidden,
      );
  };
  on('scroll', measure);
  on('input', ({ target }: Event) => {
    measure();
    begun.add((target as HTMLInputElement).form);
  });
  on('visibilitychange', () => {
    if (document.hidden) hooks.leave();
    since = Date.now();
  });
};

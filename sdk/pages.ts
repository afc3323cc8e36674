import type { PageView } from '../schemas/events/page_view.js';
import { add } from './delivery.js';
import { guard, on } from './guard.js';
import { hooks } from './hooks.js';
import { commands, options } from './options.js';
import { comeFrom, landing, stamp } from './page.js';
import { soon } from './soon.js';

/** Single-page apps set the title while they render, after they have changed the address. */
const TITLE_DELAY_MS = 50;

/** Page views: loads, history changes that lead to another address, and returns from the back/forward cache. */
export const capturePages = (): void => {
  let address: string;
  let tell: (() => void) | undefined;

  commands.moved = () => {
    // A hash marks a place on the page unless the site routes by it.
    address = options.hashRoutes == null ? (location.href.split('#')[0] as string) : location.href;
  };
  const view = (landing?: string) => {
    // With the title that the page before has by now.
    if (tell) tell();
    commands.moved();
    const told = (hooks.shown = stamp());
    tell = soon(
      () => add({ ...told, title: stamp().title, type: 'page_view', landing } satisfies PageView),
      TITLE_DELAY_MS,
    );
  };
  const leaveFor = (before: string) => {
    if (hooks.leave) hooks.leave();
    comeFrom(before);
    view();
  };
  /**
   * Frameworks replace the state of one address many times, to keep scroll positions and the like, and pages replace its
   * query: filters, maps, scripts that take campaigns out.
   */
  hooks.moved = guard((isReplaced?: boolean) => {
    const before = address;
    commands.moved();
    if (before !== address && !(isReplaced && before.split('?')[0] === address.split('?')[0]))
      leaveFor(before);
  });

  view(landing);
  on('popstate', () => hooks.moved());
  on('pageshow', ({ persisted }: PageTransitionEvent) => {
    // Coming back is no new arrival: without this the first referrer would bring the visitor once more.
    if (persisted) leaveFor(address);
  });
};

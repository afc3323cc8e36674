import type { PageView } from '../schemas/events/page_view.js';
import { add } from './delivery.js';
import { hooks } from './hooks.js';
import { landing, stamp } from './page.js';
import { soon } from './soon.js';

/** Single-page apps set the title while they render, after they have changed the address. */
const TITLE_DELAY_MS = 50;

/** Page views: this one, and those that the second file hears of. */
export const capturePages = (): void => {
  let tell: (() => void) | undefined;

  hooks.view = (landing) => {
    // With the title that the page before has by now.
    if (tell) tell();
    hooks.at = location.href;
    const told = (hooks.shown = stamp());
    tell = soon(
      () => add({ ...told, title: stamp().title, type: 'page_view', landing } satisfies PageView),
      TITLE_DELAY_MS,
    );
  };
  hooks.view(landing);
};

import type { PageView } from '../schemas/events/page_view.js';
import { add } from './delivery.js';
import { landing, stamp } from './page.js';

/** Of the pages only those that somebody's ad, link or site brought the visitor to. */
export function captureLandings(): void {
  if (!document.referrer.includes(location.host))
    add({ ...stamp(), type: 'page_view', landing } satisfies PageView);
}

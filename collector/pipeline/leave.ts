import { is } from '../../schemas/events.js';
import { step } from './step.js';

/** How much of a page was read, when it was left. */
export const leave = step('leave', ({ event, row }) => {
  if (!is('page_leave', event)) return undefined;
  row.page_view_id = event.pageView ?? '';
  row.engaged_ms = event.engagedMs;
  row.scroll_percent = event.scrollPercent;
  return undefined;
});

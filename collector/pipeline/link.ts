import { is } from '../../schemas/events.js';
import { scrubText, scrubUrl } from './scrub.js';
import type { Step } from './step.js';

/** Where a clicked link leads. */
export const link: Step = ({ event, row, props }) => {
  if (!is('link_click', event)) return undefined;
  row.link_url = scrubUrl(event.link.url);
  row.link_kind = event.link.kind ?? 'outbound';
  if (event.link.text) props.link_text = scrubText(event.link.text);
  return undefined;
};

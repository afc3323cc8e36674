import { scrubText, scrubUrl } from './scrub.js';
import type { Step } from './step.js';

/** Where it happened: the event's own page, else the batch's, without e-mails and tokens. */
export const page: Step = ({ event, row }, { batch: { context } }) => {
  row.url = scrubUrl(event.url ?? context.url ?? '');
  row.referrer = scrubUrl(event.referrer ?? context.referrer ?? '');
  row.title = scrubText(event.title ?? context.title ?? '');
  if (URL.canParse(row.url)) {
    const { host, pathname } = new URL(row.url);
    row.host = host;
    row.path = pathname;
  }
  return undefined;
};

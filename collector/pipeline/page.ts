import { parseUrl, scrubText, scrubUrl } from './scrub.js';
import type { Step } from './step.js';

/** Where it happened: the event's own page, else the batch's, without e-mails and tokens. */
export const page: Step = (draft, { batch: { context } }) => {
  const { event, row } = draft;
  row.url = scrubUrl(event.url ?? context.url ?? '');
  row.referrer = scrubUrl(event.referrer ?? context.referrer ?? '');
  row.title = scrubText(event.title ?? context.title ?? '');
  draft.page = parseUrl(row.url);
  row.host = draft.page?.host ?? '';
  row.path = draft.page?.pathname ?? '';
  return undefined;
};

import { scrubbed, scrubText } from './scrub.js';
import { step } from './step.js';

/** Where it happened: the event's own page, else the batch's, without e-mails, tokens and what the site hides. */
export const page = step('page', (draft, { batch: { context }, site }) => {
  const { event, row } = draft;
  const at = scrubbed(event.url ?? context.url ?? '', site.scrubParameters);
  const from = scrubbed(event.referrer ?? context.referrer ?? '', site.scrubParameters);
  row.url = at.text;
  row.referrer = from.text;
  row.title = scrubText(event.title ?? context.title ?? '');
  draft.page = at.url;
  draft.referrer = from.url;
  row.host = at.url?.host ?? '';
  row.path = at.url?.pathname ?? '';
  return undefined;
});

import { scrubbed, scrubText } from './scrub.js';
import { type Draft, type Envelope, step } from './step.js';

/** Where it happened: the event's own page, else the batch's, without e-mails, tokens and what the site hides. */
export const page = step('page', (draft, { batch, site }) => {
  const { context } = batch;
  const { event, row } = draft;
  const at = scrubbed(event.url ?? context.url ?? '', site.scrubParameters);
  const from = scrubbed(event.referrer ?? context.referrer ?? '', site.scrubParameters);
  row.url = at.text;
  row.referrer = from.text;
  row.title = scrubText((isPersonsTitle(draft, batch) ? undefined : event.title) ?? context.title ?? '');
  draft.page = at.url;
  draft.referrer = from.url;
  row.host = at.url?.host ?? '';
  row.path = at.url?.pathname ?? '';
  return undefined;
});

/** Of what tells of a person, on no page, a title is what they do for a living. */
export function isPersonsTitle({ event, definition }: Draft, { context }: Envelope['batch']): boolean {
  if (!definition?.tells) return false;
  return Object.hasOwn(definition.fields, 'title') || (event.url ?? context.url) === undefined;
}

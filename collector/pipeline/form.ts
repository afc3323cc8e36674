import { eventsFor } from '../../schemas/events.js';
import { wordsOf } from './form_words.js';
import { recognise } from './recognise.js';
import { recogniseAttributes } from './recognise_attributes.js';
import { scrubText, scrubUrl } from './scrub.js';
import { step } from './step.js';

const hasForm = eventsFor('form');

/** Keeps what was written apart from the event, and finds who wrote it, and what it says of them. */
export const form = step('form', (draft, { site, receivedAt }) => {
  const { event, row, identity, props } = draft;
  if (!hasForm(event)) return undefined;
  row.form_id = scrubText(event.form.id ?? '');
  row.form_name = scrubText(event.form.name ?? '');
  if (event.form.action) props.form_action = scrubUrl(event.form.action, site.scrubParameters);
  const { fields, hints = {} } = event.form;
  const { message, consents, ...who } = recognise(fields, hints);
  draft.written = { ...draft.written, fields, message, consents, ...wordsOf({ fields, consents }, hints) };
  draft.attributes = recogniseAttributes(fields, hints, site, receivedAt);
  Object.assign(identity, who);
  return undefined;
});

import { is } from '../../schemas/events.js';
import { recognise } from './recognise.js';
import { scrubText } from './scrub.js';
import type { Step } from './step.js';

/** Keeps what was typed apart from the event, and finds who typed it. */
export const form: Step = (draft) => {
  const { event, row, identity } = draft;
  if (!is('form_submit', event)) return undefined;
  row.form_id = scrubText(event.form.id ?? '');
  row.form_name = scrubText(event.form.name ?? '');
  draft.fields = event.form.fields;
  Object.assign(identity, recognise(event.form.fields, event.form.hints ?? {}));
  return undefined;
};

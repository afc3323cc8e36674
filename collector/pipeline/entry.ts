import { is } from '../../schemas/events.js';
import { scrubText } from './scrub.js';
import { type Draft, step } from './step.js';

/** What reps, imports and customers' own words tell of a person. What they wrote is kept apart from the event. */
export const entry = step('entry', (draft) => {
  const { event, row, identity, written, props } = draft;
  if (is('lead_entered', event)) {
    row.source = scrubText(event.source ?? '');
    identity.name = event.name ?? '';
    identity.company = event.company ?? '';
    written.message = event.note ?? '';
    note(props, { rep: event.rep });
  } else if (is('contact_logged', event)) {
    const { channel, direction, rep } = event;
    note(props, { channel, direction, rep });
    if (event.subject) written.fields.set('subject', [event.subject]);
    if (event.outcome) written.fields.set('outcome', [event.outcome]);
    written.message = event.notes ?? '';
  } else if (is('stage_changed', event)) {
    note(props, { stage: scrubText(event.stage), from: event.from, rep: event.rep });
    written.message = event.reason ?? '';
  } else if (is('owner_assigned', event)) {
    note(props, { owner: event.owner, rep: event.rep });
  } else if (is('feedback', event)) {
    row.order_id = event.orderId ?? '';
    note(props, { rating: event.rating, ratingMax: event.ratingMax });
    written.message = event.text ?? '';
  }
  return undefined;
});

/** Only what is there. */
function note(props: Draft['props'], facts: Draft['props']): void {
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) props[name] = value;
}

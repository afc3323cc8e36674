import { eventsFor, is } from '../../schemas/events.js';
import { step } from './step.js';

const hasNextStep = eventsFor('next_step');

/** What is to be done next: when and by whom beside the event, what it is among what people wrote. */
export const nextStep = step('next_step', ({ event, row, written }) => {
  if (!hasNextStep(event)) return undefined;
  const { at, what = '', rep = '' } = is('contact_logged', event) ? (event.nextStep ?? {}) : event;
  if (at === undefined) return undefined;
  row.step_id = is('next_step_set', event) ? (event.step ?? event.id) : event.id;
  row.step_at = at;
  row.step_rep = rep;
  written.nextStep = what;
  return undefined;
});

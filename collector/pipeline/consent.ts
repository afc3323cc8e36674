import { is } from '../../schemas/events.js';
import { step } from './step.js';

/** What the visitor chose. */
export const consent = step('consent', ({ event, props }) => {
  if (is('consent', event)) props.choice = event.choice;
  return undefined;
});

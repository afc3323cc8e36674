import { is } from '../../schemas/events.js';
import type { Step } from './step.js';

/** What the visitor chose. */
export const consent: Step = ({ event, props }) => {
  if (is('consent', event)) props.choice = event.choice;
  return undefined;
};

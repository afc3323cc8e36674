import { is } from '../../schemas/events.js';
import type { TableRows } from '../../schemas/gen/tables.js';
import { check, type Draft } from './step.js';

/** A retraction names what it retracts. */
export const retraction = check('retraction', ['event_invalid'], ({ event }) => {
  if (!is('retracted', event) || event.event || event.import) return undefined;
  return {
    reason: 'event_invalid',
    message: 'event is missing: name the id of what is retracted, or in "import" that of an import',
  };
});

/** Takes what a retraction names out of what is told of the person; nothing for any other event. */
export function retractionsOf({ event, row }: Draft): TableRows['retractions'][] {
  if (!is('retracted', event)) return [];
  const { site, subject_id, event_id, person_id, ts, received_at } = row;
  const targets = [...(event.event ? [event.event] : []), ...(event.import ? [`#${event.import}`] : [])];
  const common = { site, subject_id, event_id, person_id, ts, received_at };
  return targets.map((target) => ({ ...common, target, is_restored: event.restored ?? false }));
}

import type { EventType } from '../../../schemas/events.js';
import type { TimelineEvent } from '../../api.js';

/** What a rep writes into the record of a person. */
const WRITTEN: ReadonlySet<string> = new Set<EventType>([
  'contact_logged',
  'contact_changed',
  'next_step_set',
  'next_step_done',
  'stage_changed',
  'owner_assigned',
  'person_changed',
]);

/** Whether it can be taken back, and is not yet. */
export const isRetractable = ({ type, retracted_at }: Pick<TimelineEvent, 'type' | 'retracted_at'>) =>
  WRITTEN.has(type) && retracted_at === 0;

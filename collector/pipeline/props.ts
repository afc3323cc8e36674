import { customEvent, eventSchemas } from '../../schemas/events.js';
import type { Step } from './step.js';

/** Longest JSON of an event's own properties. */
const PROPS_MAX = 32_768;

/** Unknown extra fields are kept: beside the event's `props`, which win. */
export const props: Step = (draft) => {
  const { event, row } = draft;
  const schema = eventSchemas[event.type as keyof typeof eventSchemas] ?? customEvent;
  const extra = Object.entries(event).filter(([name]) => !Object.hasOwn(schema.entries, name));
  const all = { ...Object.fromEntries(extra), ...event.props, ...draft.props };
  row.props = JSON.stringify(all);
  if (row.props.length > PROPS_MAX) {
    return { reason: 'props_too_large', message: `props must be at most ${PROPS_MAX} characters of JSON` };
  }
  return undefined;
};

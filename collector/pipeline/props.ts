import { schemaOf } from '../../schemas/events.js';
import type { Draft, Step } from './step.js';
import { wellFormedJson } from './well_formed.js';

/** Longest JSON of what the sender adds to an event. */
const PROPS_MAX = 32_768;

/** Unknown extra fields are kept: beside the event's `props`, which win. */
export const props: Step = (draft) => {
  const { event, row } = draft;
  const schema = schemaOf(event.type);
  const extra = Object.entries(event).filter(([name]) => !Object.hasOwn(schema.entries, name));
  const all = { ...Object.fromEntries(extra), ...event.props, ...draft.props };
  const json = jsonOf(all);
  if (json === undefined || (json.length > PROPS_MAX && json.length - ownLength(draft.props) > PROPS_MAX)) {
    return { reason: 'props_too_large', message: `props must be at most ${PROPS_MAX} characters of JSON` };
  }
  row.props = json;
  return undefined;
};

/** Addresses and the like have bounds of their own, and must not cost the event. */
function ownLength({ lines, ...own }: Draft['props']): number {
  return JSON.stringify(own).length;
}

/** Undefined for what is nested thousands of levels deep: JSON.parse reads it, JSON.stringify runs out of stack. */
function jsonOf(value: unknown): string | undefined {
  try {
    return wellFormedJson(value);
  } catch {
    return undefined;
  }
}

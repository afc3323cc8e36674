import { schemaOf } from '../../schemas/events.js';
import { wellFormedJson } from '../store/well_formed.js';
import { scrubText } from './scrub.js';
import { check, type Draft } from './step.js';

/** Longest JSON of what the sender adds to an event. */
const PROPS_MAX = 32_768;

/** Unknown extra fields are kept: beside the event's `props`, which win. */
export const props = check('props', ['props_too_large'], (draft) => {
  const { event, row } = draft;
  const { entries } = schemaOf(event.type);
  const extra: [string, unknown][] = [];
  for (const name in event)
    if (!Object.hasOwn(entries, name)) extra.push([name, event[name as keyof typeof event]]);
  // Most events have nothing of the sender's own.
  const isPlain = extra.length === 0 && !event.props;
  const all = isPlain
    ? draft.props
    : { ...withoutEmails({ ...Object.fromEntries(extra), ...event.props }), ...draft.props };
  const json = wellFormedJson(all);
  if (json.length > PROPS_MAX && json.length - ownLength(draft.props) > PROPS_MAX) {
    return { reason: 'props_too_large', message: `props must be at most ${PROPS_MAX} characters of JSON` };
  }
  row.props = json;
  return undefined;
});

/** `events` names nobody. A shop that puts its customer's address beside the order means `person`. */
function withoutEmails(sent: Record<string, unknown>): Record<string, unknown> {
  const json = wellFormedJson(sent);
  return json.includes('@') ? JSON.parse(scrubText(json)) : sent;
}

/** Addresses and the like have bounds of their own, and must not cost the event. */
function ownLength({ lines, ...own }: Draft['props']): number {
  return JSON.stringify(own).length;
}

import { check } from './step.js';

/** Longest event, in characters of its texts and names: more than any form, less than would fill the queue. */
const CHARACTERS_MAX = 262_144;
/** Fields and list entries of an event, at every level together. */
const VALUES_MAX = 10_000;
/** Levels of an event. */
const DEPTH_MAX = 32;

/** What an event may have at most, before anything else looks at it: a batch of one is otherwise bounded by its body alone. */
export const size = check('size', ['event_too_large'], ({ input }) => {
  const measured = { characters: 0, values: 0, depth: 0 };
  measure(input, measured, 1);
  const { characters, values, depth } = measured;
  if (depth > DEPTH_MAX) return refuse(`an event may be nested ${DEPTH_MAX} levels deep at most`);
  if (values > VALUES_MAX) return refuse(`an event may have ${VALUES_MAX} fields and list entries at most`);
  if (characters > CHARACTERS_MAX) return refuse(`an event may have ${CHARACTERS_MAX} characters at most`);
  return undefined;
});

/** Adds up what a value has, and stops going deeper where that is already too deep. */
function measure(value: unknown, measured: Measured, depth: number): void {
  if (typeof value === 'string') measured.characters += value.length;
  if (typeof value !== 'object' || value === null) return;
  if (depth > measured.depth) measured.depth = depth;
  if (depth > DEPTH_MAX) return;
  if (Array.isArray(value)) {
    measured.values += value.length;
    for (const entry of value) measure(entry, measured, depth + 1);
    return;
  }
  const object = value as Record<string, unknown>;
  for (const name in object) {
    measured.values++;
    measured.characters += name.length;
    measure(object[name], measured, depth + 1);
  }
}

interface Measured {
  characters: number;
  values: number;
  depth: number;
}

const refuse = (message: string) => ({ reason: 'event_too_large' as const, message });

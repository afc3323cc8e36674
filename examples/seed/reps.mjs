// What the workshop's reps write of those who asked: whose they are, calls and visits, and what is to be done next.
import { HOUR_MS, MINUTE_MS } from './calendar.mjs';
import { dice as diceOf } from './random.mjs';

const DAY_MS = 24 * HOUR_MS;
export const REPS = [
  'aoife.burke@halfturn.example',
  'tomas.quinn@halfturn.example',
  'selin.acar@halfturn.example',
];
const OUTCOMES = [
  [4, 'Did not answer'],
  [4, 'Wants an offer'],
  [3, 'Compares us with somebody else'],
  [2, 'Will decide next month'],
  [1, 'Not interested'],
];
const STEPS = [
  'Call about the offer',
  'Send the price list',
  'Show the Mill 64',
  'Ask how the trial goes',
  'Visit the café',
];
/** Of those who asked. Nobody has had time for the others yet. */
const TAKEN = 0.7;
/** Of the steps that are open: how many days from now they are due. */
const DUE_DAYS = [
  [3, -4],
  [4, -1],
  [6, 0],
  [6, 1],
  [5, 6],
];

/**
 * What a rep has written of whoever a browser made known, if anything.
 *
 * @param batch of the browser
 * @returns `{person, events}`, or undefined
 */
export function notesOn({ visitor, events }, now) {
  const asked = events.find(({ form }) => form?.id === 'quote' || form?.id === 'contact');
  if (!asked) return undefined;
  const dice = diceOf(`reps ${visitor}`);
  if (!dice.chance(TAKEN)) return undefined;
  const rep = dice.pick(REPS);
  const notes = [];
  let ts = asked.ts;
  const note = (hours, event) => {
    ts += (0.2 + dice.random()) * hours * HOUR_MS;
    // What would lie ahead is not written yet.
    if (ts < now - MINUTE_MS)
      notes.push({ id: `${visitor}-rep-${notes.length}`, ts: Math.floor(ts), rep, ...event });
  };
  note(3, { type: 'owner_assigned', owner: rep });
  for (let time = dice.between(0, 3); time > 0; time--) {
    const outcome = dice.weighted(OUTCOMES);
    note(60, {
      type: 'contact_logged',
      channel: dice.weighted([
        [7, 'call'],
        [2, 'visit'],
        [1, 'meeting'],
      ]),
      direction: dice.chance(0.8) ? 'outbound' : 'inbound',
      durationMinutes: outcome === 'Did not answer' ? 1 : dice.between(3, 40),
      outcome,
    });
    if (outcome === 'Not interested') {
      note(0.1, { type: 'stage_changed', stage: 'disqualified', from: 'working', reason: 'Buys elsewhere' });
      return { person: { email: asked.form.fields.email }, events: notes };
    }
  }
  note(1, { type: 'stage_changed', stage: dice.chance(0.4) ? 'qualified' : 'working', from: 'new' });
  if (dice.chance(0.5)) {
    const day = now - (now % DAY_MS) + dice.weighted(DUE_DAYS) * DAY_MS;
    note(0.1, { type: 'next_step_set', what: dice.pick(STEPS), at: day + dice.between(9, 17) * HOUR_MS });
  }
  return { person: { email: asked.form.fields.email }, events: notes };
}

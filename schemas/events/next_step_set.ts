import * as v from 'valibot';
import { id } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { nextStepEntries } from './next_step.js';
import { by } from './places.js';

/**
 * What is to be done next for somebody: sent with an API key. The same `step` again sets it anew; it is open until it is
 * done, or until a call, visit or meeting is logged that came after it was set.
 */
export const nextStepSet = defineEvent({
  type: 'next_step_set',
  from: 'server',
  showsInterest: false,
  isSeen: false,
  fields: {
    /** The sender's own id of it; without one it is known by the event's. */
    step: by('next_step', v.optional(id)),
    at: by('next_step', nextStepEntries.at),
    what: by('next_step', nextStepEntries.what),
    rep: by('next_step', nextStepEntries.rep),
  },
});

export type NextStepSet = InputOf<typeof nextStepSet>;

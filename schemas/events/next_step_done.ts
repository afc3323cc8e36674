import * as v from 'valibot';
import { freeText, id, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { fact, written } from './places.js';

/** A next step was done, or is needed no more: sent with an API key. */
export const nextStepDone = defineEvent({
  type: 'next_step_done',
  from: 'server',
  showsInterest: false,
  isSeen: false,
  fields: {
    step: fact(id, { column: 'step_id' }),
    note: written(v.optional(freeText)),
    /** Who did it: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
  },
});

export type NextStepDone = InputOf<typeof nextStepDone>;

import * as v from 'valibot';
import { contactFields } from './contact.js';
import { defineEvent, type InputOf } from './define.js';
import { nextStepEntries } from './next_step.js';
import { by } from './places.js';

/**
 * A rep logged a contact with somebody, which took place at `ts`: sent with an API key. A call, a visit or a meeting does
 * the next steps that were open then; a note does not.
 */
export const contactLogged = defineEvent({
  type: 'contact_logged',
  from: 'server',
  fields: {
    ...contactFields,
    /** What is to be done next; it is known by the event's id. */
    nextStep: by('next_step', v.optional(v.object(nextStepEntries))),
  },
});

export type ContactLogged = InputOf<typeof contactLogged>;

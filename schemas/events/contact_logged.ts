import * as v from 'valibot';
import { between, freeText, lenient, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { nextStepEntries } from './next_step.js';
import { by, fact, written, writtenField } from './places.js';

const DAY_MINUTES = 1_440;

/**
 * A rep logged a contact with somebody, which took place at `ts`: sent with an API key. A call, a visit or a meeting does
 * the next steps that were open then; a note does not.
 */
export const contactLogged = defineEvent({
  type: 'contact_logged',
  from: 'server',
  fields: {
    channel: fact(v.picklist(['call', 'visit', 'meeting', 'note']), { column: 'contact_channel' }),
    /** Who sought the other: `inbound` is the person. */
    direction: fact(v.optional(v.picklist(['inbound', 'outbound'])), { column: 'contact_direction' }),
    durationMinutes: fact(lenient(between(0, DAY_MINUTES))),
    subject: writtenField(v.optional(shortText)),
    /** What came of it, such as "wants an offer". */
    outcome: writtenField(v.optional(shortText)),
    notes: written(v.optional(freeText)),
    /** What is to be done next; it is known by the event's id. */
    nextStep: by('next_step', v.optional(v.object(nextStepEntries))),
    /** Who it was: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
  },
});

export type ContactLogged = InputOf<typeof contactLogged>;

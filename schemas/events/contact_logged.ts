import * as v from 'valibot';
import { freeText, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { fact, written, writtenField } from './places.js';

/** A rep logged a contact with somebody, which took place at `ts`: sent with an API key. */
export const contactLogged = defineEvent({
  type: 'contact_logged',
  from: 'server',
  fields: {
    channel: fact(v.picklist(['call', 'visit', 'meeting', 'note']), { column: 'contact_channel' }),
    /** Who sought the other: `inbound` is the person. */
    direction: fact(v.optional(v.picklist(['inbound', 'outbound'])), { column: 'contact_direction' }),
    subject: writtenField(v.optional(shortText)),
    /** What came of it, such as "wants an offer". */
    outcome: writtenField(v.optional(shortText)),
    notes: written(v.optional(freeText)),
    /** Who it was: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
  },
});

export type ContactLogged = InputOf<typeof contactLogged>;

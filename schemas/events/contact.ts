import * as v from 'valibot';
import { between, freeText, lenient, shortText } from './common.js';
import { fact, written, writtenField } from './places.js';

const DAY_MINUTES = 1_440;

/** What a rep tells of a contact, when it is logged and when it is corrected. */
export const contactFields = {
  channel: fact(v.picklist(['call', 'visit', 'meeting', 'note']), { column: 'contact_channel' }),
  /** Who sought the other: `inbound` is the person. */
  direction: fact(v.optional(v.picklist(['inbound', 'outbound'])), { column: 'contact_direction' }),
  durationMinutes: fact(lenient(between(0, DAY_MINUTES))),
  subject: writtenField(v.optional(shortText)),
  /** What came of it, such as "wants an offer". */
  outcome: writtenField(v.optional(shortText)),
  notes: written(v.optional(freeText)),
  /** Who it was: the owner's own id of a sales rep. */
  rep: fact(v.optional(shortText)),
};

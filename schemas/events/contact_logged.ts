import * as v from 'valibot';
import { commonEntries, freeText, shortText } from './common.js';

/** A rep logged a contact with somebody, which took place at `ts`: sent with an API key. */
export const contactLogged = v.looseObject({
  ...commonEntries,
  type: v.literal('contact_logged'),
  channel: v.picklist(['call', 'visit', 'meeting', 'note']),
  /** Who sought the other: `inbound` is the person. */
  direction: v.optional(v.picklist(['inbound', 'outbound'])),
  subject: v.optional(shortText),
  /** What came of it, such as "wants an offer". */
  outcome: v.optional(shortText),
  notes: v.optional(freeText),
  /** Who it was: the owner's own id of a sales rep. */
  rep: v.optional(shortText),
});

export type ContactLogged = v.InferInput<typeof contactLogged>;

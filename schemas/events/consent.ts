import * as v from 'valibot';
import { freeText, id, lenient, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { fact, written } from './places.js';

/**
 * Somebody chose: a visitor whether to be tracked, or, with a `purpose`, whether what they left may be used for it. Of each
 * purpose the newest counts, all of them stay on the record. A rep or a server tells what was said or signed elsewhere.
 */
export const consent = defineEvent({
  type: 'consent',
  from: 'anyone',
  showsInterest: false,
  fields: {
    choice: fact(v.picklist(['granted', 'denied', 'withdrawn'])),
    /** What for, such as `newsletter`; without one it is about tracking. */
    purpose: fact(lenient(shortText)),
    /** The id of the text that was agreed to (`entities/consent_texts.ts`), and which version of it. */
    text: fact(lenient(id)),
    version: fact(lenient(v.pipe(v.number(), v.safeInteger(), v.minValue(1)))),
    /** How it was given, such as `phone`, `paper` or `fair`. */
    source: fact(lenient(shortText)),
    /** Who took it down: the owner's own id of a sales rep. */
    rep: fact(lenient(shortText)),
    /** The sentence that was agreed to, as it was read. */
    wording: written(v.optional(freeText)),
  },
});

export type Consent = InputOf<typeof consent>;

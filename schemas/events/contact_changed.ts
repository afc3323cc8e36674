import * as v from 'valibot';
import { id, milliseconds } from './common.js';
import { contactFields } from './contact.js';
import { defineEvent, type InputOf } from './define.js';
import { column, fact } from './places.js';

/**
 * What a rep logged of a contact was corrected: sent with an API key, with the whole of it. The highest `revision` counts, in
 * whatever order they come; what was logged first stays on the record. Its next step is changed by a `next_step_set`.
 */
export const contactChanged = defineEvent({
  type: 'contact_changed',
  from: 'server',
  once: ['contact', 'revision'],
  showsInterest: false,
  isSeen: false,
  fields: {
    /** The id of the `contact_logged`. */
    contact: column('contact_id', id),
    revision: fact(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), { column: 'contact_revision' }),
    /** When it took place, as `ts`; without it when it was logged to have. */
    at: column('contact_at', v.optional(milliseconds)),
    ...contactFields,
  },
});

export type ContactChanged = InputOf<typeof contactChanged>;

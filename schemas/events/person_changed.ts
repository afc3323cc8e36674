import * as v from 'valibot';
import { shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { changedFields, fact, importField } from './places.js';

/**
 * A rep or a system of the owner's says anew what is known of somebody; what it does not name stays as it is, and null clears.
 * The customer id is no such thing: it says who it is. By an e-mail address they are known from then on beside those of before,
 * and are one with whoever was known by it; it cannot be cleared.
 *
 * Cleared is what stands in `personal_data.attributes` as an empty text under its name; `name`, `phone` and `company` as
 * well, whose columns are empty then as in any row that says nothing of them. Whoever reads takes the newest row that has the
 * key, or a text in the column.
 */
export const personChanged = defineEvent({
  type: 'person_changed',
  from: 'server',
  showsInterest: false,
  isSeen: false,
  fields: {
    ...changedFields,
    /** Who changed it: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
    import: importField,
  },
});

export type PersonChanged = InputOf<typeof personChanged>;

import * as v from 'valibot';
import { shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { changedFields, fact } from './places.js';

/**
 * A rep or a system of the owner's says anew what is known of somebody; what it does not name stays as it is, and null
 * clears. The e-mail address and the customer id are no such thing: they say who it is.
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
  },
});

export type PersonChanged = InputOf<typeof personChanged>;

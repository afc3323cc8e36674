import * as v from 'valibot';
import { shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { fact, importField } from './places.js';

/** How the ids begin of the events by which rules assign: the rest is the person's id, so that each is assigned once. */
export const RULED = 'assigned.';

/** A sales rep has charge of somebody from now on: sent with an API key. */
export const ownerAssigned = defineEvent({
  type: 'owner_assigned',
  from: 'server',
  showsInterest: false,
  isSeen: false,
  fields: {
    /** The owner's own id or name of the rep; empty where nobody has charge any more. */
    owner: fact(shortText, { column: 'owner' }),
    /** Who assigned it. */
    rep: fact(v.optional(shortText)),
    /** What the rule is called that did. */
    rule: fact(v.optional(shortText)),
    import: importField,
  },
});

export type OwnerAssigned = InputOf<typeof ownerAssigned>;

import * as v from 'valibot';
import { freeText, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { attributeFields, column, fact, importField, nameFields, personFields, written } from './places.js';

/** A rep or an import entered a lead: sent with an API key. Needs an `email`, a `phone` or a `customer` id. */
export const leadEntered = defineEvent({
  type: 'lead_entered',
  from: 'server',
  showsInterest: false,
  entersPerson: true,
  fields: {
    ...personFields,
    ...nameFields,
    ...attributeFields,
    /** Where the lead came from, such as "trade fair". */
    source: column('source', v.optional(shortText), { scrub: true }),
    note: written(v.optional(freeText)),
    /** Who entered it: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
    import: importField,
  },
});

export type LeadEntered = InputOf<typeof leadEntered>;

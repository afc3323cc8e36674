import * as v from 'valibot';
import { commonEntries, freeText, personEntries, shortText } from './common.js';

/** A rep or an import entered a lead: sent with an API key. Needs an `email`, a `phone` or a `customer` id. */
export const leadEntered = v.looseObject({
  ...commonEntries,
  type: v.literal('lead_entered'),
  ...personEntries,
  name: v.optional(shortText),
  company: v.optional(shortText),
  /** Where the lead came from, such as "trade fair". */
  source: v.optional(shortText),
  note: v.optional(freeText),
  /** Who entered it: the owner's own id of a sales rep. */
  rep: v.optional(shortText),
});

export type LeadEntered = v.InferInput<typeof leadEntered>;

import * as v from 'valibot';
import { commonEntries, shortText } from './common.js';

/** A sales rep has charge of somebody from now on: sent with an API key. */
export const ownerAssigned = v.looseObject({
  ...commonEntries,
  type: v.literal('owner_assigned'),
  /** The owner's own id or name of the rep; empty where nobody has charge any more. */
  owner: shortText,
  /** Who assigned it. */
  rep: v.optional(shortText),
});

export type OwnerAssigned = v.InferInput<typeof ownerAssigned>;

import * as v from 'valibot';
import { commonEntries, id, shortText } from './common.js';

/** Who someone is. The first of `email`, `phone` and `customer` that is there decides which person it is. */
export const personEntries = {
  email: v.optional(id),
  phone: v.optional(id),
  customer: v.optional(id),
};

/** The page says who its visitor is. A claim for the record, never a login. */
export const identify = v.looseObject({
  ...commonEntries,
  type: v.literal('identify'),
  ...personEntries,
  name: v.optional(shortText),
  company: v.optional(shortText),
});

export type Identify = v.InferInput<typeof identify>;

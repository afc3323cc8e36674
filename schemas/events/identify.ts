import * as v from 'valibot';
import { commonEntries, personEntries, shortText } from './common.js';

/** The page says who its visitor is. A claim for the record, never a login. */
export const identify = v.looseObject({
  ...commonEntries,
  type: v.literal('identify'),
  ...personEntries,
  name: v.optional(shortText),
  company: v.optional(shortText),
});

export type Identify = v.InferInput<typeof identify>;

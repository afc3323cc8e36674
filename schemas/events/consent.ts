import * as v from 'valibot';
import { commonEntries } from './common.js';

/** The visitor chose whether to be tracked. */
export const consent = v.looseObject({
  ...commonEntries,
  type: v.literal('consent'),
  choice: v.picklist(['granted', 'denied']),
});

export type Consent = v.InferInput<typeof consent>;

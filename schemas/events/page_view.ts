import * as v from 'valibot';
import { commonEntries } from './common.js';

/** A page was shown: a load, a history change, or a return from the back/forward cache. */
export const pageView = v.looseObject({
  ...commonEntries,
  type: v.literal('page_view'),
});

export type PageView = v.InferInput<typeof pageView>;

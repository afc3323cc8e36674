import * as v from 'valibot';
import { commonEntries, lenient, url } from './common.js';

/** A page was shown: a load, a history change, or a return from the back/forward cache. */
export const pageView = v.looseObject({
  ...commonEntries,
  type: v.literal('page_view'),
  /** The address that the browser asked for, where the site's own router changed it before the script ran. */
  landing: lenient(url),
});

export type PageView = v.InferInput<typeof pageView>;

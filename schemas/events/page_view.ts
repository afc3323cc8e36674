import { lenient, url } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { by } from './places.js';

/** A page was shown: a load, a history change, or a return from the back/forward cache. */
export const pageView = defineEvent({
  type: 'page_view',
  from: 'anyone',
  fields: {
    /** The address that the browser asked for, where the site's own router changed it before the script ran. */
    landing: by('landing', lenient(url)),
  },
});

export type PageView = InputOf<typeof pageView>;

import * as v from 'valibot';
import { shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { identity, personFields } from './places.js';

/** The page says who its visitor is. A claim for the record, never a login. */
export const identify = defineEvent({
  type: 'identify',
  from: 'anyone',
  showsInterest: false,
  fields: {
    ...personFields,
    name: identity('name', v.optional(shortText)),
    company: identity('company', v.optional(shortText)),
  },
});

export type Identify = InputOf<typeof identify>;

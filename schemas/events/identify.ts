import * as v from 'valibot';
import { lenient, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { factBy, identity, personFields } from './places.js';

/** The page says who its visitor is: a claim, or the site's word where its server has signed it. Never a login. */
export const identify = defineEvent({
  type: 'identify',
  from: 'anyone',
  showsInterest: false,
  fields: {
    ...personFields,
    name: identity('name', v.optional(shortText)),
    company: identity('company', v.optional(shortText)),
    /** Hex HMAC-SHA256 over the customer id, else the e-mail address. A wrong one costs nothing, and is noted. */
    signature: factBy('signature', lenient(shortText)),
  },
});

export type Identify = InputOf<typeof identify>;

import { lenient, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { attributeFields, fact, factBy, nameFields, personFields } from './places.js';

/** Of an event of a page's, `title` is the page's: the person's stands under `props`. */
const { title: _, ...attributes } = attributeFields;

/** The page says who its visitor is: a claim, or the site's word where its server has signed it. Never a login. */
export const identify = defineEvent({
  type: 'identify',
  from: 'anyone',
  showsInterest: false,
  fields: {
    ...personFields,
    ...nameFields,
    ...attributes,
    /** Hex HMAC-SHA256 over the customer id, else the e-mail address. A wrong one costs nothing, and is noted. */
    signature: factBy('signature', lenient(shortText)),
    /** The click of a recipient's tracked link that says so. */
    click: fact(lenient(shortText)),
  },
});

export type Identify = InputOf<typeof identify>;

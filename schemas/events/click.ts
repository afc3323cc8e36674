import * as v from 'valibot';
import { oneLine, uniqueId } from './common.js';
import { defineEvent } from './define.js';
import { fact } from './places.js';

/**
 * A tracked link was followed: by a person, or by one of the programs that follow every link. What would tell which of them
 * is kept beside (also `asn` and `bot_signals`), so that it can be judged at any time; until then it is nobody's.
 */
export const click = defineEvent({
  type: 'click',
  from: 'collector',
  showsInterest: false,
  isSeen: false,
  standsAlone: true,
  fields: {
    /** What the landing address has as `ll_click`. */
    click: fact(uniqueId),
    link: fact(uniqueId),
    campaign: fact(v.optional(uniqueId)),
    method: fact(v.picklist(['GET'])),
    /** What the browser says that it fetches the page for: `prefetch;prerender`. */
    purpose: fact(v.optional(oneLine)),
    /** Family of the browser or program. */
    agent: fact(v.optional(oneLine)),
    /** Of the address that it came from, another one each day. */
    addressHash: fact(v.optional(uniqueId)),
    /** Id of the person whom the link was made for, whether there is such a person or not. Who clicked may be another one. */
    recipient: fact(v.optional(uniqueId)),
    /** What went to one recipient in one campaign. */
    message: fact(v.optional(uniqueId)),
  },
});

import * as v from 'valibot';
import { uniqueId } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { fact } from './places.js';

/**
 * What speaks for a person behind a click on a tracked link: that its landing page ran the script, and the first touch of
 * pointer, screen or key on it. It weighs in the click's verdict; of the visitor it says nothing.
 */
export const clickEvidence = defineEvent({
  type: 'click_evidence',
  from: 'anyone',
  showsInterest: false,
  fields: {
    /** `ll_click` of the landing address. */
    click: fact(uniqueId),
    /** Of a page that was loaded ahead, `prerender_activated`: it was shown after all, and asked for no second time. */
    kind: fact(v.picklist(['landing', 'pointer', 'key', 'touch', 'prerender_activated'])),
    /** The browser says that a person's hand did it (`Event.isTrusted`), not a program in the page. */
    trusted: fact(v.optional(v.boolean(), false)),
  },
});

export type ClickEvidence = InputOf<typeof clickEvidence>;

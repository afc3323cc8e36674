import * as v from 'valibot';
import { between, lenient, uniqueId } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { column } from './places.js';

/** A tab forgotten overnight tells nothing more. */
const ENGAGED_MS_MAX = 86_400_000;
/** Lists with a form in each row have hundreds. */
const FORMS_MAX = 1_000;

const forms = lenient(between(0, FORMS_MAX));

/** A page was left, or hidden: how much of it was read. One page view may be left several times. */
export const pageLeave = defineEvent({
  type: 'page_leave',
  from: 'anyone',
  showsInterest: false,
  fields: {
    /** The id of the `page_view` that this ends. */
    pageView: column('page_view_id', lenient(uniqueId)),
    /** For how long the page was visible and in focus since its previous `page_leave`. */
    engagedMs: column('engaged_ms', between(0, ENGAGED_MS_MAX)),
    /** How far down it was scrolled, at the deepest so far. */
    scrollPercent: column('scroll_percent', v.optional(between(0, 100), 0)),
    /** How many forms it showed, and in how many of them something was entered: of the page view so far. */
    formsSeen: column('forms_seen', forms),
    formsBegun: column('forms_begun', forms),
  },
});

export type PageLeave = InputOf<typeof pageLeave>;

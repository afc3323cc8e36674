import type { Touch } from '../../schemas/batch.js';
import { is } from '../../schemas/events.js';
import { correct } from './clock.js';
import { scrubUrl } from './scrub.js';
import type { Arrival, Step } from './step.js';

/**
 * What brought the visitor here, first and last, as the browser remembers it: kept with every event that somebody may
 * get credit for, since the page view that told it may have been on another subdomain, or have been blocked.
 */
export const touch: Step = ({ event, props }, arrival) => {
  if (!is('form_submit', event) && !is('identify', event) && !is('conversion', event)) return undefined;
  const { firstTouch, lastTouch } = arrival.batch.context;
  if (firstTouch) props.first_touch = scrubbed(firstTouch, arrival);
  if (lastTouch) props.last_touch = scrubbed(lastTouch, arrival);
  return undefined;
};

function scrubbed({ url, referrer, ts }: Touch, arrival: Arrival) {
  return {
    url: scrubUrl(url),
    ...(referrer && { referrer: scrubUrl(referrer) }),
    ts: correct(ts, arrival),
  };
}

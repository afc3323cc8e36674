import { isAllowedOrigin } from '../../schemas/entities/allowed_origin.js';
import { eventsFor } from '../../schemas/events.js';
import { scrubbed } from './scrub.js';
import { type Envelope, step } from './step.js';

const NO_MARKS = new URLSearchParams();

const mayLand = eventsFor('landing');

/** Where a page view may tell what brought the visitor: the address that they came by, and the page before it. */
export const landing = step('landing', (draft, envelope) => {
  const { event, page, referrer, props } = draft;
  if (!mayLand(event) || !page) return undefined;
  const asked = event.landing ? scrubbed(event.landing, envelope.site.scrubParameters) : undefined;
  if (asked?.text) props.landing = asked.text;
  // A router that takes the marks out of the address shows another one than the visitor came by.
  const url = asked?.url ?? page;
  draft.landing = {
    marks: url.search ? url.searchParams : NO_MARKS,
    isInside: referrer !== undefined && isOwn(referrer, page, envelope),
  };
  return undefined;
});

/** Longest value of a mark that is kept. */
const MARK_MAX = 200;

/** A parameter of the address; empty where it is missing. */
export const mark = (marks: URLSearchParams, name: string, lengthMax = MARK_MAX) =>
  (marks.get(name) ?? '').trim().slice(0, lengthMax);

/** Another page of the same site: the same host, or another one that the site allows; www. makes no difference. */
function isOwn(from: URL, page: URL, { site }: Envelope): boolean {
  const host = withoutWww(from.host);
  if (!host) return false;
  return (
    host === withoutWww(page.host) ||
    isAllowedOrigin(from.origin, site, []) ||
    site.origins.some((origin) => withoutWww(origin.replace(/^\w+:\/\//, '')) === host)
  );
}

const withoutWww = (host: string) => (host.startsWith('www.') ? host.slice(4) : host);

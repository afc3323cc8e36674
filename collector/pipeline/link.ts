import type { LinkClick } from '../../schemas/events/link_click.js';
import { eventsFor } from '../../schemas/events.js';
import { parseUrl, scrubText, scrubUrl } from './scrub.js';
import { step } from './step.js';

type Kind = NonNullable<LinkClick['link']['kind']>;

/** What people download rather than read in the browser. */
const DOWNLOAD =
  /\.(pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|txt|ics|vcf|epub|zip|rar|7z|t?gz|dmg|pkg|exe|msi|apk|mp[34])$/i;
const byProtocol: Record<string, Kind> = { 'mailto:': 'email', 'tel:': 'phone', 'sms:': 'phone' };

const hasLink = eventsFor('link');

/** Where a clicked link leads, and to what kind of thing. */
export const link = step('link', ({ event, row, page, props }, { site }) => {
  if (!hasLink(event)) return undefined;
  row.link_url = scrubUrl(event.link.url, site.scrubParameters);
  row.link_kind = event.link.kind ?? kindOf(event.link.url, page);
  if (event.link.text) props.link_text = scrubText(event.link.text);
  return undefined;
});

/** A link within the site is only told of where it is marked as a download. */
function kindOf(text: string, page: URL | undefined): Kind {
  const url = parseUrl(text);
  if (!url) return 'outbound';
  return (
    byProtocol[url.protocol] ??
    (DOWNLOAD.test(url.pathname) || url.host === page?.host ? 'download' : 'outbound')
  );
}

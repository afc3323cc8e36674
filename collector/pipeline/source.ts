import { is } from '../../schemas/events.js';
import { isAllowedOrigin } from '../origins.js';
import { parseUrl, scrubUrl } from './scrub.js';
import type { Arrival, Step } from './step.js';

/** Ad networks add these to the address of a landing page. */
const clickIds: [parameter: string, source: string][] = [
  ['gclid', 'google'],
  ['gbraid', 'google'],
  ['wbraid', 'google'],
  ['dclid', 'google'],
  ['msclkid', 'bing'],
  ['fbclid', 'facebook'],
  ['ttclid', 'tiktok'],
  ['twclid', 'x'],
  ['li_fat_id', 'linkedin'],
  ['rdt_cid', 'reddit'],
  ['epik', 'pinterest'],
  ['ScCid', 'snapchat'],
  ['yclid', 'yandex'],
];

/** Affiliate programs mark their links with the partner's name or number; a site may name parameters of its own. */
const affiliate = ['via', 'ref', 'aff', 'affid', 'fpr'];

/** What brought the visitor to this page; empty where they came from within the site. */
export const source: Step = ({ event, row, page, props }, arrival) => {
  if (!is('page_view', event) || !page) return undefined;
  const landing = scrubUrl(event.landing ?? '');
  if (landing) props.landing = landing;
  // A router that takes the marks out of the address shows another one than the visitor came by.
  const marks = (parseUrl(landing) ?? page).searchParams;
  const get = (name: string) => (marks.get(name) ?? '').trim().slice(0, 200);
  const from = parseUrl(row.referrer);
  const referrer = from ? withoutWww(from.host) : '';
  const isInside = from && referrer && isOwn(from, page, arrival);
  row.campaign = get('utm_campaign');
  row.term = get('utm_term');
  row.content = get('utm_content');
  const paid = clickIds.find(([parameter]) => marks.has(parameter));
  // Sites mark links of their own by `ref`, too.
  const names = [...(arrival.site.affiliateParameters ?? []), ...affiliate];
  const partner = isInside ? '' : get(names.find((parameter) => get(parameter)) ?? '');
  if (get('utm_source')) {
    row.source = get('utm_source');
    row.medium = get('utm_medium');
  } else if (paid && paid[0] !== 'fbclid') {
    row.source = paid[1];
    row.medium = 'cpc';
  } else if (paid) {
    // Facebook marks every outgoing link, paid or not.
    row.source = paid[1];
    row.medium = 'social';
  } else if (partner) {
    row.source = partner;
    row.medium = 'affiliate';
  } else if (!referrer) {
    row.source = 'direct';
  } else if (!isInside) {
    row.source = referrer;
    row.medium = 'referral';
  }
  return undefined;
};

/** Another page of the same site: the same host, or another one that the site allows; www. makes no difference. */
function isOwn(from: URL, page: URL, { site }: Arrival): boolean {
  const host = withoutWww(from.host);
  return (
    host === withoutWww(page.host) ||
    isAllowedOrigin(from.origin, site, []) ||
    site.origins.some((origin) => withoutWww(origin.replace(/^\w+:\/\//, '')) === host)
  );
}

const withoutWww = (host: string) => host.replace(/^www\./, '');

import { mark } from './landing.js';
import { step } from './step.js';

interface Network {
  source: string;
  medium: string;
  /** False where the network marks unpaid links alike: the id is kept, but does not make it an ad. */
  isPaid: boolean;
}

const cpc = (source: string): Network => ({ source, medium: 'cpc', isPaid: true });
const social = (source: string): Network => ({ source, medium: 'social', isPaid: false });

/** Ad networks add one of these to the address of a landing page; where there are several, the first one counts. */
const networks: [parameter: string, network: Network][] = [
  ['gclid', cpc('google')],
  // From apps, and to apps, of devices that do not allow to be tracked one by one.
  ['gbraid', cpc('google')],
  ['wbraid', cpc('google')],
  // Campaign Manager, for Google's banners: not for its search.
  ['dclid', { source: 'doubleclick', medium: 'cpm', isPaid: true }],
  ['msclkid', cpc('bing')],
  ['ttclid', cpc('tiktok')],
  ['twclid', cpc('x')],
  ['li_fat_id', cpc('linkedin')],
  ['rdt_cid', cpc('reddit')],
  ['rdclid', cpc('reddit')],
  ['ScCid', cpc('snapchat')],
  ['yclid', cpc('yandex')],
  ['irclickid', { source: 'impact', medium: 'affiliate', isPaid: false }],
  // Facebook and Pinterest mark every outgoing link, paid or not.
  ['epik', social('pinterest')],
  ['fbclid', social('facebook')],
];

/** Which click of an ad it was: kept, since conversions are reported to the network by it. */
export const adClick = step('ad_click', ({ landing, row }) => {
  if (!landing || landing.marks.size === 0) return undefined;
  const { marks } = landing;
  const found = networks.find(([parameter]) => marks.has(parameter));
  if (!found) return undefined;
  const [parameter, { source, medium, isPaid }] = found;
  row.ad_click_param = parameter;
  row.ad_click_id = mark(marks, parameter, CLICK_ID_MAX);
  if (!row.source) {
    row.source = source;
    row.medium = medium;
  } else if (isPaid) {
    // The owner named the source and left out that it was an ad.
    row.medium ||= medium;
  }
  return undefined;
});

/** An id that is cut is worth nothing: longer than any network's. */
const CLICK_ID_MAX = 1_000;

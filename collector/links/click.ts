import { nanoid } from 'nanoid';
import { dailyHash } from '../access/origin_hash.js';
import type { Location } from '../location/location.js';
import { PURPOSE_HEADERS, saysPrefetch } from '../pipeline/bot_signals.js';
import { ingest } from '../pipeline/index.js';
import { agentOf } from '../pipeline/user_agent.js';
import type { SiteRecord } from '../records/sites.js';
import type { Row } from '../store/row.js';
import type { Carried } from './address.js';

/** A request of a tracked link, as far as it tells who may have made it. */
export interface Followed {
  link: Pick<Carried, 'link' | 'campaign' | 'destination'>;
  site: SiteRecord;
  header: (name: string) => string | undefined;
  location: Location;
  address: string;
}

/** In the address of a page: what a script and a postback name the click by. */
export const newClick = (): string => nanoid();

/** The rows of a click. */
export function clickRows(click: string, { link, site, header, ...where }: Followed, secret: string): Row[] {
  const now = Date.now();
  const userAgent = header('User-Agent') ?? '';
  const purpose = PURPOSE_HEADERS.map((name) => header(name)).find(Boolean);
  const event = {
    id: click,
    ts: now,
    type: 'click',
    click,
    link: link.link,
    ...(link.campaign && { campaign: link.campaign }),
    method: 'GET',
    ...(purpose && { purpose }),
    agent: agentOf(userAgent).browser || /^[^\s/(]*/.exec(userAgent)?.[0],
    ...(where.address && { addressHash: dailyHash(secret, 'click', where.address, now) }),
    url: link.destination,
    referrer: header('Referer') ?? '',
  };
  return ingest({
    ...{ site, batch: { site: site.id, events: [event], context: {} }, receivedAt: now, isPublic: true },
    ...{ isOwn: true, userAgent, acceptLanguage: header('Accept-Language') ?? '', secret },
    ...{ isPrefetch: saysPrefetch(header), location: where.location, origin: '' },
  }).rows;
}

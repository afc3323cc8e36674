import { nanoid } from 'nanoid';
import { dailyHash } from '../access/origin_hash.js';
import type { Location } from '../location/location.js';
import { PURPOSE_HEADERS, saysPrefetch } from '../pipeline/bot_signals.js';
import { ingest } from '../pipeline/index.js';
import { agentOf } from '../pipeline/user_agent.js';
import type { SiteRecord } from '../records/sites.js';
import { asRow, type Row } from '../store/row.js';
import { clickhouseTime } from '../store/time.js';
import type { Carried } from './address.js';
import { mailingOf, type Recipient, recipientId } from './recipient.js';

/** A request of a tracked link, as far as it tells who may have made it. */
export interface Followed {
  link: Pick<Carried, 'link' | 'campaign' | 'destination'>;
  site: SiteRecord;
  header: (name: string) => string | undefined;
  location: Location;
  address: string;
  recipient: Told;
}

/** Whom it was made for: sealed, or as the tool that sent it has filled in; `isTest` where it has not. */
export interface Told {
  sealed?: Recipient | undefined;
  claimed?: Recipient | undefined;
  isTest?: boolean;
}

/** In the address of a page: what a script and a postback name the click by. */
export const newClick = (): string => nanoid();

/** The rows of a click. */
export function clickRows(
  click: string,
  { link, site, header, recipient: told, ...where }: Followed,
  secret: string,
): Row[] {
  const now = Date.now();
  const userAgent = header('User-Agent') ?? '';
  const purpose = PURPOSE_HEADERS.map((name) => header(name)).find(Boolean);
  const recipient = told.sealed ?? told.claimed;
  const whom = recipient && recipientId(secret, site.id, recipient);
  const mailing = mailingOf(link);
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
    ...(whom && { recipient: whom, message: `${mailing}:${whom}` }),
    url: link.destination,
    referrer: header('Referer') ?? '',
  };
  const context = told.isTest ? { team: true } : {};
  const { rows } = ingest({
    ...{ site, batch: { site: site.id, events: [event], context }, receivedAt: now, isPublic: true },
    ...{ isOwn: true, userAgent, acceptLanguage: header('Accept-Language') ?? '', secret },
    ...{ isPrefetch: saysPrefetch(header), location: where.location, origin: '' },
  });
  if (recipient) rows.push(recipientRow(site.id, mailing, recipient, { secret, now, isClaim: !told.sealed }));
  return rows;
}

/** That somebody is a recipient of a mailing. */
export const recipientRow = (
  site: string,
  mailing: string,
  recipient: Recipient,
  { secret, now, isClaim }: { secret: string; now: number; isClaim: boolean },
): Row =>
  asRow('link_recipients', {
    site,
    mailing,
    recipient: recipientId(secret, site, recipient),
    email: recipient.kind === 'email' ? recipient.value : '',
    customer: recipient.kind === 'customer' ? recipient.value : '',
    is_claim: isClaim,
    made_at: clickhouseTime(now),
  });

import { sitesWithLinks } from '../../schemas/gen/queries/sites_with_links.js';
import { visitorsToClaim } from '../../schemas/gen/queries/visitors_to_claim.js';
import { NOWHERE } from '../location/location.js';
import { ingest } from '../pipeline/index.js';
import type { Queue } from '../queue/queue.js';
import type { SiteRecord, Sites } from '../records/sites.js';
import type { Store } from '../store/store.js';
import type { Job } from './job.js';

interface Needed {
  store: Store;
  sites: Sites;
  queue: Pick<Queue, 'store'>;
  /** The instance's: person ids are keyed with it. */
  secret: string;
}

interface State {
  /** What was told of clicks until then is done, in milliseconds. */
  since: number;
}

const EVERY_MS = 15_000;
/** How many browsers one step is about. */
const STEP = 500;
/** What came may be seen so much later: the queue waits for ClickHouse. */
const LATE_MS = 10 * 60_000;

/**
 * Says of browsers that nobody knows whose they are, by the recipient's link that brought them, once a hand was seen there.
 * It is a claim, as whatever a page says: mail is forwarded. Who is known already never becomes another one.
 */
export function claimVisitors({ store, sites, queue, secret }: Needed): Job<State> {
  return {
    async keys() {
      const all = await store.query(sitesWithLinks, {});
      return all.filter(({ site }) => sites.known(site)).map(({ site }) => ({ site, id: '' }));
    },
    every: EVERY_MS,
    begin: (_, { since = 0 }) => ({ since }),
    async step({ site: id, state: { since } }) {
      const begunAt = Date.now();
      const site = await sites.get(id);
      const found = await store.query(visitorsToClaim, { site: id, since, most: STEP });
      const rows = found.flatMap((one) => rowsOf(site, one, begunAt, secret));
      if (rows.length > 0) await queue.store(rows);
      const isDone = found.length < STEP;
      return { state: { since: isDone ? begunAt - LATE_MS : since }, isDone };
    },
  };
}

interface Claim {
  click_id: string;
  visitor_id: string;
  ts: number;
  email: string;
  customer: string;
}

/** Under the click's id, so that it counts once however often it is found. */
function rowsOf(
  site: SiteRecord,
  { click_id: click, visitor_id: visitor, ts, email, customer }: Claim,
  receivedAt: number,
  secret: string,
) {
  const event = {
    ...{ id: `by-link.${click}`.slice(0, 128), ts, type: 'identify', click },
    ...(email && { email }),
    ...(customer && { customer }),
  };
  return ingest({
    ...{
      site,
      batch: { site: site.id, visitor, events: [event], context: {} },
      receivedAt,
      isPublic: true,
      isOwn: true,
    },
    ...{ userAgent: '', acceptLanguage: '', isPrefetch: false, location: NOWHERE, origin: '', secret },
  }).rows;
}

import * as v from 'valibot';
import { origin } from '../../schemas/entities/origin.js';
import { sites as kind, type Site, site as siteSchema } from '../../schemas/entities/sites.js';
import { LeadlineError } from '../errors.js';
import type { Log } from '../log.js';
import { LiveRecords, type Snapshot } from './live_records.js';
import type { Listed, Records } from './records.js';

export type SiteRecord = Site & { id: string };

const REFRESH_MS = 15_000;

/** The demo site of a fresh instance. */
export const demoSite = { name: 'Demo', origins: ['self'] };

/** The sites and their public keys. */
export class Sites extends LiveRecords<SiteRecord> {
  constructor(
    records: Pick<Records, 'all' | 'attach'>,
    snapshot: Snapshot<SiteRecord>,
    log: Log,
    now?: () => number,
  ) {
    super({ kind, read: readSite, refreshMs: REFRESH_MS }, records, snapshot, log, now);
  }

  /** @throws LeadlineError `site_unknown`; `store_down` where no sites are known at all */
  async get(id: string): Promise<SiteRecord> {
    const site = await this.find(id);
    if (!site) throw siteUnknown(id);
    return site;
  }
}

/** An origin that an earlier version took and this one does not costs that origin, not the site. */
function readSite({ id, data }: Listed): SiteRecord | undefined {
  const origins = Array.isArray(data.origins) ? data.origins.filter((text) => v.is(origin, text)) : [];
  const result = v.safeParse(siteSchema, { ...data, origins });
  return result.success ? { ...result.output, id } : undefined;
}

/** Of a site that is not there, as of one that whoever asks may not see. */
export const siteUnknown = (id: string) =>
  new LeadlineError('site_unknown', `There is no site with the key "${id.slice(0, 64)}".`);

import * as v from 'valibot';
import { isAllowedOrigin } from '../../schemas/entities/allowed_origin.js';
import { origin } from '../../schemas/entities/origin.js';
import { sites as kind, type Site, site as siteSchema } from '../../schemas/entities/sites.js';
import { LeadlineError } from '../errors.js';
import type { Log } from '../log.js';
import { memo } from '../memo.js';
import type { Behaviour } from './behaviour.js';
import { LiveRecords, type Snapshot } from './live_records.js';
import type { Listed, Records } from './records.js';

export type SiteRecord = Site & { id: string };

const REFRESH_MS = 15_000;
/** Origins whose sites are remembered until the sites are read anew. */
const ORIGINS_MAX = 1_000;

/** The demo site of a fresh instance. */
export const demoSite = { name: 'Demo', origins: ['self'] };

/** The sites and their public keys. */
export class Sites extends LiveRecords<SiteRecord> {
  #onJoining: ((site: string) => Promise<void>) | undefined;
  #allowing: { of: readonly SiteRecord[]; sites: (origin: string) => readonly string[] } | undefined;

  constructor(
    records: Pick<Records, 'all' | 'attach'>,
    snapshot: Snapshot<SiteRecord>,
    log: Log,
    now?: () => number,
  ) {
    super({ kind, read: readSite, refreshMs: REFRESH_MS }, records, snapshot, log, now);
    records.attach(kind, {
      ...siteBehaviour,
      changed: async ({ id, data, deleted }, _change, before) => {
        const isOther = (before?.data.joinsClaims ?? true) !== (data.joinsClaims ?? true);
        if (before && !deleted && isOther) await this.#onJoining?.(id);
      },
    });
  }

  /** Calls back when another rule decides who is one person at a site. */
  watchJoining(onJoining: (site: string) => Promise<void>): void {
    this.#onJoining = onJoining;
  }

  /** The keys that pages of this origin may use; asked as often as the script is fetched. */
  allowing(origin: string, own: readonly string[]): readonly string[] {
    const list = this.list();
    if (this.#allowing?.of !== list) {
      const find = (text: string) =>
        list.filter((site) => isAllowedOrigin(text, site, own)).map(({ id }) => id);
      this.#allowing = { of: list, sites: memo(ORIGINS_MAX, find) };
    }
    return this.#allowing.sites(origin);
  }

  /** @throws LeadlineError `site_unknown`; `store_down` where no sites are known at all */
  async get(id: string): Promise<SiteRecord> {
    const site = await this.find(id);
    if (!site) throw siteUnknown(id);
    return site;
  }
}

/**
 * What the kind does of its own: no revision of the identity secret comes back, since the secret may be why it was
 * renewed.
 */
const siteBehaviour: Behaviour = {
  async requireTogether(_place, { data, deleted }, before) {
    const least = Number(before?.data.identityRevision ?? 1);
    if (deleted || Number(data.identityRevision ?? 1) >= least) return;
    throw new LeadlineError(
      'entity_invalid',
      `identityRevision must be ${least} or more: secrets are renewed, not brought back.`,
      {
        details: [{ path: 'identityRevision', rule: 'too_small', limit: least }],
      },
    );
  },
};

/** An origin that an earlier version took and this one does not costs that origin, not the site. */
function readSite({ id, data }: Listed): SiteRecord | undefined {
  const origins = Array.isArray(data.origins) ? data.origins.filter((text) => v.is(origin, text)) : [];
  const result = v.safeParse(siteSchema, { ...data, origins });
  return result.success ? { ...result.output, id } : undefined;
}

/** Of a site that is not there, as of one that whoever asks may not see. */
export const siteUnknown = (id: string) =>
  new LeadlineError('site_unknown', `There is no site with the key "${id.slice(0, 64)}".`);

import * as v from 'valibot';
import { type Site, site as siteSchema } from '../schemas/entities/site.js';
import type { Entities } from './entities.js';
import { LeadlineError } from './errors.js';
import type { Log } from './log.js';

export type SiteRecord = Site & { id: string };

/** Keeps the last known sites, so that ingestion starts while ClickHouse is away. */
export interface SiteSnapshot {
  load(): Promise<SiteRecord[] | undefined>;
  save(sites: SiteRecord[]): Promise<void>;
}

/** How stale the sites may be when another collector changes them. */
const REFRESH_MS = 15_000;
/** How soon a ClickHouse that did not answer is asked again. */
const RETRY_MS = 1_000;

/** The demo site of a fresh instance; version 0, so that whatever the owner makes of it wins. */
export const demoSite = { name: 'Demo', origins: ['self'] };

/**
 * The sites and their public keys, at hand for every request: answered from memory, refreshed behind it.
 */
export class Sites {
  #sites = new Map<string, SiteRecord>();
  #dueAt = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | undefined;
  #listener: ((sites: SiteRecord[]) => void) | undefined;

  constructor(
    private readonly entities: Pick<Entities, 'list'>,
    private readonly snapshot: SiteSnapshot,
    private readonly log: Log,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The site, as it is known now: for requests that shall not wait. */
  known(id: string): SiteRecord | undefined {
    if (!this.#refreshing && this.now() > this.#dueAt) {
      this.refresh().catch((error) => this.log('warn', 'sites not refreshed', { error: String(error) }));
    }
    return this.#sites.get(id);
  }

  /**
   * Like {@link known}, but a site that is not known yet is worth waiting for.
   *
   * @throws LeadlineError `site_unknown`
   */
  async get(id: string): Promise<SiteRecord> {
    if (!this.known(id)) await this.#refreshing?.catch(() => undefined);
    const site = this.#sites.get(id);
    if (!site) throw new LeadlineError('site_unknown', `There is no site with the key "${id.slice(0, 64)}".`);
    return site;
  }

  /**
   * Reads the sites anew: from ClickHouse, else from the snapshot where nothing is known yet. Callers at the same time
   * share one reading.
   */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** After a change of the sites: a reading that is under way may have missed it. */
  async refreshChanged(): Promise<void> {
    await this.#refreshing?.catch(() => undefined);
    await this.refresh();
  }

  async #refresh(): Promise<void> {
    this.#dueAt = this.now() + RETRY_MS;
    try {
      const sites = (await this.entities.list('sites')).flatMap(({ id, data }) => {
        const result = v.safeParse(siteSchema, data);
        return result.success ? [{ ...result.output, id }] : [];
      });
      this.#replace(sites);
      this.#dueAt = this.now() + REFRESH_MS;
      await this.snapshot
        .save(sites)
        .catch((error) => this.log('warn', 'sites not kept', { error: String(error) }));
    } catch (error) {
      if (this.#sites.size > 0 || !(await this.recall())) throw error;
    }
  }

  /**
   * Takes the sites as they were last seen, without asking ClickHouse.
   *
   * @returns false where none were ever seen
   */
  async recall(): Promise<boolean> {
    const sites = await this.snapshot.load();
    if (sites) this.#replace(sites);
    return sites !== undefined;
  }

  /** Calls back with all sites, now and after every reading of them. */
  watch(listener: (sites: SiteRecord[]) => void): void {
    this.#listener = listener;
    listener([...this.#sites.values()]);
  }

  #replace(sites: SiteRecord[]): void {
    this.#sites = new Map(sites.map((site) => [site.id, site]));
    this.#listener?.(sites);
  }
}

import { nanoid } from 'nanoid';
import type { Kind } from '../../schemas/entities/kind.js';
import { recordVersions as recordVersionsStatement } from '../../schemas/gen/queries/record_versions.js';
import { LeadlineError } from '../errors.js';
import type { Store } from '../store/store.js';
import { clickhouseTime } from '../store/time.js';
import { wellFormedJson } from '../store/well_formed.js';
import { lookedUpBy } from './references.js';
import { searchTextOf } from './search.js';

/** Which record. */
export interface Place {
  kind: Kind;
  /** Empty for a kind of the instance. */
  site: string;
  id: string;
}

/** What a record was, from this version to the next. */
export interface RecordVersion {
  id: string;
  /** 1, 2, 3 …, deletions too. */
  version: number;
  at: number;
  by: string;
  deleted: boolean;
  data: Record<string, unknown>;
  /** What the collector keeps to itself. */
  hidden: Record<string, unknown>;
  /** Of a record of the instance: the sites that it concerns; none for all. */
  sites: readonly string[];
}

/** Above all versions: integers that JSON and JavaScript hold exactly. */
const NEWEST = Number.MAX_SAFE_INTEGER;
/** How often a version is sent whose answer was lost. */
const TRIES_MAX = 2;

/** The versions of records as they are stored: appended, never changed. */
export class Versions {
  constructor(private readonly store: Store) {}

  /** The version in force, also where that is a deletion; undefined for what was never there. */
  async newest(place: Place): Promise<RecordVersion | undefined> {
    const [newest] = await this.list(place, { below: NEWEST, limit: 1 });
    return newest;
  }

  /** Newest first. */
  list({ kind, site, id }: Place, { below = NEWEST, limit }: { below?: number; limit: number }) {
    return this.store
      .query(recordVersionsStatement, { site, kind: kind.kind, id, below, limit })
      .then((rows) => rows.map((row) => ({ ...row, id })));
  }

  /**
   * Appends the next version, if nobody else has appended it meanwhile. Of the inserts with one token the first stands,
   * whichever collector it comes from; reading back tells whose that is. So does it where an answer was lost.
   *
   * @returns whether it is ours
   * @throws LeadlineError `store_down` where nobody can tell
   */
  async append({ kind, site, id }: Place, next: Omit<RecordVersion, 'id'>): Promise<boolean> {
    const { version, at, deleted, data, hidden } = next;
    const write_id = nanoid();
    const row = {
      ...next,
      site,
      kind: kind.kind,
      id,
      at: clickhouseTime(at),
      data: wellFormedJson(data),
      hidden: wellFormedJson(hidden),
      search: deleted ? '' : searchTextOf(kind, id, data),
      refs: deleted ? [] : lookedUpBy(kind, data),
      write_id,
    };
    const token = JSON.stringify([site, kind.kind, id, version]);
    const line = wellFormedJson(row);
    for (let tries = 1; ; tries++) {
      const failure = await this.#insert(line, token);
      const [stands] = await this.list({ kind, site, id }, { below: version + 1, limit: 1 });
      if (stands?.version === version) {
        const isOurs = stands.write_id === write_id;
        if (isOurs && failure) this.store.stored('record_versions', [line]);
        return isOurs;
      }
      // It never arrived, or is still under way: the same row under the same token may be sent once more.
      if (tries === TRIES_MAX)
        throw (
          failure ?? new LeadlineError('store_down', 'ClickHouse does not show the change: read it first.')
        );
    }
  }

  /** @returns why it is not known whether the row was stored; undefined where it was, or another one before it */
  async #insert(line: string, token: string): Promise<LeadlineError | undefined> {
    try {
      await this.store.insert('record_versions', [line], token);
      return undefined;
    } catch (error) {
      if (error instanceof LeadlineError && error.code === 'store_down') return error;
      throw error;
    }
  }
}

import { customAlphabet } from 'nanoid';
import * as v from 'valibot';
import type { Kind } from '../../schemas/entities/kind.js';
import { entityKinds } from '../../schemas/entities.js';
import { recordPage as recordPageStatement } from '../../schemas/gen/queries/record_page.js';
import { recordsPresent as recordsPresentStatement } from '../../schemas/gen/queries/records_present.js';
import { LeadlineError } from '../errors.js';
import type { Store } from '../store/store.js';
import type { Behaviour } from './behaviour.js';
import { invalid, readFields, requireId } from './check.js';
import { type Expected, isExpected, versionConflict } from './conflict.js';
import { referencesOf } from './references.js';
import { wordsOf } from './search.js';
import { type Place, type RecordVersion, Versions } from './versions.js';

/** A record as lists have it. */
export type Listed = Pick<RecordVersion, 'id' | 'version' | 'at' | 'by' | 'data' | 'hidden' | 'sites'>;

/** A change, beside what is changed. */
export interface Change {
  /** Who: `owner`, `key:<id>`, `leadline`. */
  by: string;
  expected?: Expected;
  /** Throws unless whoever asks may have this record, as it was and as it becomes. */
  allow?(record: Pick<RecordVersion, 'id' | 'sites'>): void;
}

/** Which records of a kind. */
export interface Filter {
  search?: string;
  /** Field → what it names. */
  references?: Readonly<Record<string, string>>;
  /** Of a kind of the instance: those that concern a site; those that concern no other than these. */
  concerning?: string | undefined;
  within?: readonly string[] | undefined;
  after?: string;
  limit: number;
}

/** A page of large records ends early; one record may have 256 KiB. */
const PAGE_BYTES_MAX = 8 * 1024 * 1024;
const PAGE_MAX = 1_000;
/** How often a change of whatever stands there is tried on top of others. */
const TRIES_MAX = 20;
/** Longest wait before the second of them. */
const WAIT_MS = 40;

const newId = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 16);

/**
 * Records that people edit. Each change is a new version, with who and when; versions count from what is stored, never
 * from a clock.
 */
export class Records {
  readonly #versions: Versions;
  readonly #behaviours = new Map<string, Behaviour>();
  #isHeld = false;

  constructor(
    private readonly store: Store,
    private readonly kinds: Readonly<Record<string, Kind>> = entityKinds,
  ) {
    this.#versions = new Versions(store);
  }

  /**
   * While the tables are made or changed, nothing is read or written: a table that is not filled yet would tell that there
   * are no keys.
   */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
  }

  #requireTables(): void {
    if (this.#isHeld)
      throw new LeadlineError('starting', 'The tables are being made or changed: try again in a moment.');
  }

  /** @throws LeadlineError `entity_unknown` */
  kindOf(name: string): Kind {
    const kind = Object.hasOwn(this.kinds, name) ? this.kinds[name] : undefined;
    if (kind) return kind;
    const names = Object.keys(this.kinds).join(', ');
    throw new LeadlineError('entity_unknown', `There are no records "${name.slice(0, 64)}": only ${names}.`);
  }

  /** Adds what a kind does of its own. */
  attach({ kind }: Kind, behaviour: Behaviour): void {
    this.#behaviours.set(kind, { ...this.#behaviours.get(kind), ...behaviour });
  }

  /** @throws LeadlineError `entity_unknown`, also for what was deleted; `entity_invalid` for what is no id */
  async get(place: Place): Promise<RecordVersion> {
    requireId(place.id);
    this.#requireTables();
    const newest = await this.#versions.newest(place);
    if (newest && !newest.deleted) return newest;
    throw unknown(place, newest);
  }

  /** @returns the records in the order of their ids, and whether there are more */
  async page(kind: Kind, site: string, filter: Filter): Promise<{ records: Listed[]; isMore: boolean }> {
    this.#requireTables();
    const { search = '', references = {}, concerning = '', within, after = '', limit } = filter;
    if (within?.length === 0) return { records: [], isMore: false };
    const rows = await this.store.query(recordPageStatement, {
      site,
      kind: kind.kind,
      words: wordsOf(search),
      refs: Object.entries(references).map(([field, id]) => `${field} ${id}`),
      concerning,
      within: [...(within ?? [])],
      after,
      limit: limit + 1,
      bytes_max: PAGE_BYTES_MAX,
    });
    const records = rows.slice(0, limit);
    return { records, isMore: (rows[0]?.found ?? 0) > records.length };
  }

  /** All records of a kind that is held in memory. */
  async all(kind: Kind): Promise<Listed[]> {
    if (!kind.live) throw new Error(`${kind.kind} may be too many: only what is declared live is read whole`);
    const all: Listed[] = [];
    for (;;) {
      const { records, isMore } = await this.page(kind, '', { limit: PAGE_MAX, after: all.at(-1)?.id ?? '' });
      all.push(...records);
      if (!isMore) return all;
    }
  }

  /**
   * Every version, newest first, also of what was deleted.
   *
   * @throws LeadlineError `entity_unknown` for what was never there
   */
  async history(place: Place, { below, limit }: { below?: number | undefined; limit: number }) {
    requireId(place.id);
    this.#requireTables();
    const versions = await this.#versions.list(place, {
      limit: limit + 1,
      ...(below !== undefined && { below }),
    });
    if (versions.length === 0 && below === undefined) throw unknown(place, undefined);
    return { versions: versions.slice(0, limit), isMore: versions.length > limit };
  }

  /** Makes a record under a new id. */
  create(kind: Kind, site: string, input: unknown, change: Change) {
    return this.#put({ kind, site, id: newId() }, readFields(kind, input), change);
  }

  /**
   * Makes a record, or replaces it whole.
   *
   * @returns its new version, and what is told this once
   * @throws LeadlineError `entity_invalid`; `precondition_required` and `version_conflict`, see {@link isExpected};
   *   `store_down` where it is not known what became of it
   */
  async put(place: Place, input: unknown, change: Change) {
    requireId(place.id);
    return this.#put(place, readFields(place.kind, input, place.id), change);
  }

  async #put(place: Place, data: Record<string, unknown>, change: Change) {
    this.#requireTables();
    const { kind, site, id } = place;
    const sites = kind.sitesOf(id, data);
    change.allow?.({ id, sites });
    await this.#requireReferences(kind, site, data);
    let once: Record<string, unknown> = {};
    const record = await this.#change(place, change, (stands) => {
      const made = stands ? undefined : this.#behaviours.get(kind.kind)?.beforeCreate?.(id);
      once = made?.once ?? {};
      const hidden = v.parse(v.object(kind.hidden), made?.hidden ?? stands?.hidden ?? {});
      return { data, hidden, sites, deleted: false };
    });
    return { record, once };
  }

  /** @throws LeadlineError `entity_unknown`, and what {@link put} throws */
  async delete(place: Place, change: Change): Promise<void> {
    requireId(place.id);
    this.#requireTables();
    await this.#change(place, change, (stands, newest) => {
      if (!stands) throw unknown(place, newest);
      return { data: {}, hidden: {}, sites: stands.sites, deleted: true };
    });
  }

  /** What a fresh instance starts with: nothing where there was ever something, changed or deleted since. */
  async seed(place: Place, input: unknown): Promise<void> {
    if (await this.#versions.newest(place)) return;
    try {
      await this.put(place, input, { by: 'leadline' });
    } catch (error) {
      // Another collector that starts.
      if (!(error instanceof LeadlineError && /^(version_conflict|precondition_required)$/.test(error.code)))
        throw error;
    }
  }

  /** Appends a version that follows the newest, which has to be what the change expects. */
  async #change(
    place: Place,
    { by, expected, allow }: Change,
    next: (
      stands: RecordVersion | undefined,
      newest: RecordVersion | undefined,
    ) => Pick<RecordVersion, 'data' | 'hidden' | 'sites' | 'deleted'>,
  ): Promise<RecordVersion> {
    for (let tries = 1; ; tries++) {
      const newest = await this.#versions.newest(place);
      const stands = newest?.deleted ? undefined : newest;
      if (stands) allow?.(stands);
      if (!isExpected(expected, stands)) throw versionConflict(stands);
      const version = { ...next(stands, newest), version: (newest?.version ?? 0) + 1, at: Date.now(), by };
      if (await this.#versions.append(place, version)) {
        await this.#behaviours.get(place.kind.kind)?.changed?.();
        return { ...version, id: place.id };
      }
      if (expected !== 'any') {
        const winner = await this.#versions.newest(place);
        const present = winner?.deleted ? undefined : winner;
        // It may be of sites that this caller may not see.
        if (present) allow?.(present);
        throw versionConflict(present);
      }
      // A change of whatever stands there follows the one that was faster; many at once come apart by waiting.
      if (tries === TRIES_MAX)
        throw new LeadlineError('busy', 'Many change this record at once: try again in a moment.');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * WAIT_MS * tries));
    }
  }

  async #requireReferences(kind: Kind, site: string, data: Record<string, unknown>): Promise<void> {
    const named = referencesOf(kind, data).filter(({ mayDangle }) => !mayDangle);
    for (const other of new Set(named.map(({ kind }) => kind))) {
      const of = this.kindOf(other);
      const ofKind = named.filter((one) => one.kind === other);
      const present = await this.store.query(recordsPresentStatement, {
        site: of.scope === 'site' ? site : '',
        kind: other,
        ids: ofKind.map(({ id }) => id),
      });
      const ids = new Set(present.map(({ id }) => id));
      const missing = ofKind.filter(({ id }) => !ids.has(id));
      if (missing.length > 0)
        throw invalid(
          `${missing[0]?.path} names a record that is not there, among ${other}.`,
          missing.map(({ path }) => ({ path, rule: 'reference', limit: other })),
        );
    }
  }
}

function unknown(
  { kind: { kind, scope }, site, id }: Place,
  newest: RecordVersion | undefined,
): LeadlineError {
  const history = `/v1/entities/${kind}/${id}/history${scope === 'site' ? `?site=${site}` : ''}`;
  return new LeadlineError(
    'entity_unknown',
    newest
      ? `The record "${id}" among ${kind} was deleted: what it was is at ${history}.`
      : `There is no record "${id}" among ${kind}.`,
  );
}

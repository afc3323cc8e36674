import { customAlphabet } from 'nanoid';
import * as v from 'valibot';
import type { Kind } from '../../schemas/entities/kind.js';
import { entityKinds } from '../../schemas/entities.js';
import { recordPage as recordPageStatement } from '../../schemas/gen/queries/record_page.js';
import { recordsPresent as recordsPresentStatement } from '../../schemas/gen/queries/records_present.js';
import { LeadlineError } from '../errors.js';
import type { Store } from '../store/store.js';
import type { Behaviour, Made } from './behaviour.js';
import type { Asker, Change, Watcher } from './change.js';
import { Changes, deletionOf, unknown } from './changes.js';
import { invalid, readFields, requireId } from './check.js';
import { referencesOf } from './references.js';
import { wordsOf } from './search.js';
import { type Place, type RecordVersion, Versions } from './versions.js';

/** A record as lists have it. */
export type Listed = Pick<RecordVersion, 'id' | 'version' | 'at' | 'by' | 'data' | 'hidden' | 'sites'>;

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

const newId = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 16);

/**
 * Records that people edit. Each change is a new version, with who and when; versions count from what is stored, never
 * from a clock.
 */
export class Records {
  readonly #versions: Versions;
  readonly #behaviours = new Map<string, Behaviour>();
  readonly #changes: Changes;
  #isHeld = false;
  #watcher: Watcher | undefined;

  constructor(
    private readonly store: Store,
    private readonly kinds: Readonly<Record<string, Kind>> = entityKinds,
  ) {
    this.#versions = new Versions(store);
    this.#changes = new Changes({
      versions: this.#versions,
      behaviourOf: ({ kind }) => this.#behaviours.get(kind.kind),
      hasOther: async ({ kind, site, id }, field, value) => {
        const { records } = await this.page(kind, site, { references: { [field]: value }, limit: 2 });
        return records.some((other) => other.id !== id);
      },
      watcher: () => this.#watcher,
    });
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

  /** Adds what a kind does of its own; whoever follows its changes is told of each, in turn. */
  attach({ kind }: Kind, behaviour: Behaviour): void {
    const known = this.#behaviours.get(kind);
    const followers = [known, behaviour].flatMap((one) => one?.changed?.bind(one) ?? []);
    const changed: Behaviour['changed'] = async (...change) => {
      for (const follow of followers) await follow(...change);
    };
    this.#behaviours.set(kind, { ...known, ...behaviour, ...(followers.length > 0 && { changed }) });
  }

  watch(watcher: Watcher): void {
    this.#watcher = watcher;
  }

  /**
   * @param asker left out where the collector itself reads
   * @throws LeadlineError `entity_unknown`, also for what was deleted; `entity_invalid` for what is no id
   */
  async get(place: Place, asker?: Asker): Promise<RecordVersion> {
    requireId(place.id);
    this.#requireTables();
    const newest = await this.#versions.newest(place);
    const seen = newest && (asker?.sees?.(newest) ?? true) ? newest : undefined;
    if (!seen || seen.deleted) throw unknown(place, seen);
    await this.#viewed(place.kind, place.site, place.id, {}, asker);
    return seen;
  }

  /** @returns the records in the order of their ids, and whether there are more */
  async page(
    kind: Kind,
    site: string,
    filter: Filter,
    asker?: Asker,
  ): Promise<{ records: Listed[]; isMore: boolean }> {
    this.#requireTables();
    await this.#viewed(kind, site, '', filter, asker);
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

  /** What answers have beside the fields of these records. */
  async told(
    kind: Kind,
    site: string,
    records: readonly Pick<RecordVersion, 'id' | 'data'>[],
  ): Promise<ReadonlyMap<string, Record<string, unknown>>> {
    const tell = this.#behaviours.get(kind.kind)?.told;
    return tell && records.length > 0 ? tell(site, records) : new Map();
  }

  /**
   * Every version that the asker may see, newest first, also of what was deleted.
   *
   * @throws LeadlineError `entity_unknown` for what was never there
   */
  async history(
    place: Place,
    { below, limit }: { below?: number | undefined; limit: number },
    asker?: Asker,
  ) {
    requireId(place.id);
    this.#requireTables();
    const versions = await this.#versions.list(place, {
      limit: limit + 1,
      ...(below !== undefined && { below }),
    });
    const newest = below === undefined ? versions[0] : await this.#versions.newest(place);
    const isSeen = (version: RecordVersion) => asker?.sees?.(version) ?? true;
    if (!newest || !isSeen(newest)) throw unknown(place, undefined);
    const seen = versions.slice(0, limit).filter(isSeen);
    await this.#viewed(place.kind, place.site, place.id, { history: true }, asker);
    return { versions: seen, isMore: versions.length > limit };
  }

  /**
   * Makes a record under a new id.
   *
   * @param made what it gets beside its fields, where that is not the kind's own business
   */
  create(kind: Kind, site: string, input: unknown, change: Change, made?: Made) {
    return this.#put(
      { kind, site, id: newId() },
      readFields(kind, input),
      { ...change, mayName: true },
      made,
    );
  }

  /**
   * Changes what stands there, whatever that is, in what the collector keeps of it.
   *
   * @throws LeadlineError `entity_unknown`, and what {@link put} throws
   */
  async revise(
    place: Place,
    change: Change,
    revise: (stands: RecordVersion) => Partial<Pick<RecordVersion, 'data' | 'hidden'>>,
  ): Promise<RecordVersion> {
    this.#requireTables();
    return this.#changes.make(place, { expected: 'any', ...change }, (stands, newest) => {
      if (!stands) throw unknown(place, newest);
      const { data, hidden } = { ...stands, ...revise(stands) };
      return { data, hidden, sites: place.kind.sitesOf(place.id, data), deleted: false };
    });
  }

  /**
   * Makes a record, or replaces it whole.
   *
   * @returns its new version, and what is told this once
   * @throws LeadlineError `entity_invalid`; `precondition_required` and `version_conflict`, see `isExpected`;
   *   `store_down` where it is not known what became of it
   */
  async put(place: Place, input: unknown, change: Change) {
    requireId(place.id);
    return this.#put(place, readFields(place.kind, input, place.id), change);
  }

  async #put(place: Place, fields: Record<string, unknown>, change: Change, given?: Made) {
    this.#requireTables();
    const { kind, site, id } = place;
    const sites = kind.sitesOf(id, fields);
    await this.#requireReferences(kind, site, fields, change);
    change.allow?.({ id, sites, data: fields });
    const of = (entries: v.ObjectEntries, values: Record<string, unknown>) =>
      v.parse(v.object(entries), values);
    let once: Record<string, unknown> = {};
    const record = await this.#changes.make(place, change, (stands) => {
      const own = stands ? undefined : this.#behaviours.get(kind.kind)?.beforeCreate?.(id, fields, change);
      const made = stands ? undefined : { ...own, ...given };
      once = made?.once ?? {};
      const hidden = of(kind.hidden, made?.hidden ?? stands?.hidden ?? {});
      const noted = this.#behaviours.get(kind.kind)?.notes?.(fields, stands?.data);
      const data = { ...fields, ...of(kind.noted, noted ?? made?.noted ?? stands?.data ?? {}) };
      return { data, hidden, sites, deleted: false };
    });
    return { record, once };
  }

  /** @throws LeadlineError `entity_unknown`, and what {@link put} throws */
  async delete(place: Place, change: Change): Promise<void> {
    requireId(place.id);
    this.#requireTables();
    await this.#changes.make(place, change, (stands, newest) => {
      if (!stands) throw unknown(place, newest);
      return deletionOf(stands);
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

  async #viewed(kind: Kind, site: string, subject: string, asked: object, asker?: Asker): Promise<void> {
    if (asker && kind.personal) await this.#watcher?.viewed(kind, site, subject, asked, asker);
  }

  async #requireReferences(
    kind: Kind,
    site: string,
    data: Record<string, unknown>,
    { sees }: Change,
  ): Promise<void> {
    const named = referencesOf(kind, data).filter(({ mayDangle }) => !mayDangle);
    for (const other of new Set(named.map(({ kind }) => kind))) {
      const of = this.kindOf(other);
      const ofKind = named.filter((one) => one.kind === other);
      const present = await this.store.query(recordsPresentStatement, {
        site: of.scope === 'site' ? site : '',
        kind: other,
        ids: ofKind.map(({ id }) => id),
      });
      const isSeen = ({ id, sites }: (typeof present)[number]) => sees?.({ id, sites, data: {} }) ?? true;
      const ids = new Set(present.filter(isSeen).map(({ id }) => id));
      const missing = ofKind.filter(({ id }) => !ids.has(id));
      if (missing.length > 0)
        throw invalid(
          `${missing[0]?.path} names a record that is not there, among ${other}.`,
          missing.map(({ path }) => ({ path, rule: 'reference', limit: other })),
        );
    }
  }
}

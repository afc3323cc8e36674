import type { Encoding, ImportState } from '../../schemas/entities/import_words.js';
import { imports as kind } from '../../schemas/entities/imports.js';
import { importKept } from '../../schemas/gen/queries/import_kept.js';
import { importPlan } from '../../schemas/gen/queries/import_plan.js';
import { importRows } from '../../schemas/gen/queries/import_rows.js';
import { jobRow } from '../../schemas/gen/queries/job_row.js';
import {
  fieldsOf,
  type Import,
  type ImportAction,
  type ImportColumn,
  type ImportOrder,
  type ImportRow,
  importActions,
  ROWS_MAX,
} from '../../schemas/imports.js';
import type { ErrorDetail } from '../../schemas/rules.js';
import { LeadlineError } from '../errors.js';
import type { Change } from '../records/change.js';
import type { Records } from '../records/records.js';
import type { Sites } from '../records/sites.js';
import type { RecordVersion } from '../records/versions.js';
import type { Store } from '../store/store.js';
import { propose } from './propose.js';
import { tableOf, unusable } from './table.js';

/** An import's record, as the collector keeps it. */
export type ImportRecord = Pick<RecordVersion, 'id' | 'version'> & { data: ImportNotes };

export interface ImportNotes {
  name: string;
  state: ImportState;
  encoding: Encoding;
  delimiter: string;
  columns: string[];
  rows: number;
  mapping: string[];
  matchBy: ImportOrder['matchBy'];
  plan: number;
  create: number;
  update: number;
  unchanged: number;
  skip: number;
  kept: number;
  sentBy: string;
  sentAt: number;
  ranAt: number;
}

interface ImportsParts {
  store: Store;
  records: Records;
  sites: Sites;
  /** Has the job of an import begun (`jobs/import_people.ts`). */
  begin: (site: string, id: string) => Promise<void>;
}

/** Rows that are stored together. */
const TOGETHER = 5_000;
/** Rows of which a column shows what stands in it. */
const SAMPLED = 100;
const SAMPLES = 3;
const SAMPLE_MAX = 100;
/** People who are still there after an import was undone, as many as are named. */
const KEPT_MAX = 50;
/** By what rows are matched where nobody says: a phone number may be several people's. */
const SUREST = ['email', 'customer', 'phone'] as const;
/** Imports of a site among which one with the same columns is looked for. */
const LOOKED_AT = 1_000;

/** Files that people send to be imported: read, previewed, run and undone. */
export class Imports {
  constructor(private readonly parts: ImportsParts) {}

  /**
   * Reads a file and keeps its rows; nothing is told of anybody yet.
   *
   * @throws LeadlineError `import_invalid`
   */
  async send(
    site: string,
    bytes: Uint8Array,
    { name, ...how }: { name: string; encoding?: Encoding; hasHeader?: boolean },
    change: Change,
  ): Promise<Import> {
    const { records, store } = this.parts;
    const { encoding, delimiter, columns, rows } = tableOf(bytes, how);
    const sentAt = Date.now();
    const noted: Omit<ImportNotes, 'name'> = {
      ...{ state: 'reading', encoding, delimiter, columns, rows: 0, mapping: [], matchBy: 'email', plan: 0 },
      ...{ create: 0, update: 0, unchanged: 0, skip: 0, kept: 0, sentBy: change.by, sentAt, ranAt: 0 },
    };
    const { record } = await records.create(kind, site, { name }, change, { noted });
    const place = { kind, site, id: record.id };
    const sent_at = Math.floor(sentAt / 1_000);
    let count = 0;
    let lines: string[] = [];
    const keep = async () => {
      if (lines.length > 0) await store.insert('import_rows', lines, `${record.id} ${count}`);
      lines = [];
    };
    try {
      for await (const { row, cells } of rows()) {
        if (++count > ROWS_MAX)
          throw unusable('too_large', `The file has more than ${ROWS_MAX} rows: split it.`, ROWS_MAX);
        lines.push(JSON.stringify({ site, import_id: record.id, row, cells, sent_at }));
        if (lines.length === TOGETHER) await keep();
      }
      await keep();
      if (count === 0)
        throw unusable('missing', 'The file has names of columns, and no rows: send one with people.');
    } catch (error) {
      await records.delete(place, { ...change, expected: 'any' });
      throw error;
    }
    const proposed = await this.#proposed(site, record.id, columns);
    await records.revise(place, change, ({ data }) => ({
      data: { ...data, state: 'read', rows: count, ...proposed },
    }));
    return this.get(site, record.id);
  }

  /** @throws LeadlineError `entity_unknown` */
  async get(site: string, id: string): Promise<Import> {
    const { data } = await this.record(site, id);
    const {
      columns,
      mapping,
      create,
      update,
      unchanged,
      skip,
      sentBy,
      sentAt,
      ranAt: _,
      plan: __,
      ...rest
    } = data;
    const samples = await this.#samples(site, id, columns.length);
    const [job] = await this.parts.store.query(jobRow, { site, job: 'import_people', id });
    return {
      id,
      by: sentBy,
      at: sentAt,
      ...rest,
      columns: columns.map((name, at) => ({ name, samples: samples[at] ?? [], field: mapping[at] ?? '' })),
      counts: { create, update, unchanged, skip },
      progress: isUnderWay(data.state) && job ? { done: job.done, total: job.total } : { done: 0, total: 0 },
    };
  }

  /**
   * Has it worked out what becomes of each row; `get` tells when that is done, and {@link rows} what.
   *
   * @throws LeadlineError `entity_invalid`; `import_state` where it was run already
   */
  async preview(site: string, id: string, order: ImportOrder, change: Change): Promise<void> {
    const { columns } = (await this.record(site, id)).data;
    await this.#requireOrder(site, order, columns.length);
    await this.#move(site, id, ['read', 'planning', 'planned'], change, (notes) => ({
      ...order,
      state: 'planning',
      plan: notes.plan + 1,
    }));
  }

  /** Does what the preview says. @throws LeadlineError `import_state` without one, and where it was run already */
  async run(site: string, id: string, change: Change): Promise<void> {
    await this.#move(site, id, ['planned'], change, () => ({ state: 'running', ranAt: Date.now() }));
  }

  /** What it told counts no more. @throws LeadlineError `import_state` unless it has been run */
  async undo(site: string, id: string, change: Change): Promise<void> {
    await this.#move(site, id, ['done'], change, () => ({ state: 'undoing' }));
  }

  /** What becomes of rows, the next after a row. @throws LeadlineError `import_state` before there is a preview */
  async rows(
    site: string,
    id: string,
    {
      actions = importActions,
      after,
      most,
    }: { actions?: readonly ImportAction[]; after: number; most: number },
  ): Promise<ImportRow[]> {
    const { plan, state } = (await this.record(site, id)).data;
    if (plan === 0 || state === 'planning') throw stateWrong(state);
    const rows = await this.parts.store.query(importPlan, {
      ...{ site, import: id, plan, after, most, actions: [...actions] },
    });
    return rows as ImportRow[];
  }

  /** Of an undone one: whom it made and who is there all the same. */
  async kept(site: string, id: string) {
    const { plan, state } = (await this.record(site, id)).data;
    if (state !== 'undone') return [];
    return this.parts.store.query(importKept, { site, import: id, plan, most: KEPT_MAX });
  }

  async record(site: string, id: string): Promise<ImportRecord> {
    return (await this.parts.records.get({ kind, site, id })) as RecordVersion & ImportRecord;
  }

  /** Brings an import from one state into another, and has what is to be done then begun. */
  async #move(
    site: string,
    id: string,
    from: readonly ImportState[],
    change: Change,
    next: (notes: ImportNotes) => Partial<ImportNotes>,
  ): Promise<void> {
    await this.parts.records.revise({ kind, site, id }, change, ({ data }) => {
      const notes = data as unknown as ImportNotes;
      if (!from.includes(notes.state)) throw stateWrong(notes.state);
      return { data: { ...data, ...next(notes) } };
    });
    await this.parts.begin(site, id);
  }

  async #requireOrder(site: string, { mapping, matchBy }: ImportOrder, width: number): Promise<void> {
    const known = fieldsOf((await this.parts.sites.get(site)).attributes);
    const wrong = mapping.flatMap((field, at): ErrorDetail[] => {
      if (field === '') return [];
      if (!known.includes(field)) return [{ path: `mapping.${at}`, rule: 'one_of', limit: known }];
      const isTaken = mapping.indexOf(field) !== at;
      return isTaken ? [{ path: `mapping.${at}`, rule: 'format', limit: 'unique' }] : [];
    });
    const details: ErrorDetail[] = [
      ...wrong,
      ...(mapping.includes(matchBy) ? [] : [{ path: 'matchBy', rule: 'missing' } as const]),
      ...(mapping.length > width ? [{ path: 'mapping', rule: 'too_long', limit: width } as const] : []),
    ];
    if (details.length > 0)
      throw new LeadlineError(
        'entity_invalid',
        'Each column may be one field that there is, each field one column, and rows are matched by one of them.',
        { details },
      );
  }

  /** What somebody chose for the same columns last, else what they seem to be. */
  async #proposed(site: string, id: string, columns: readonly string[]) {
    const { records } = await this.parts.records.page(kind, site, { limit: LOOKED_AT });
    const all = records.map(({ data }) => data as unknown as ImportNotes);
    const alike = all
      .filter((one) => one.plan > 0 && sameNames(one.columns, columns))
      .sort((one, other) => other.sentAt - one.sentAt)[0];
    if (alike) {
      const fields = new Map(alike.columns.map((name, at) => [name, alike.mapping[at] ?? '']));
      return { mapping: columns.map((name) => fields.get(name) ?? ''), matchBy: alike.matchBy };
    }
    const samples = await this.#samples(site, id, columns.length);
    const named = columns.map((name, at) => ({ name, samples: samples[at] ?? [] }));
    const mapping = propose(named, await this.parts.sites.get(site));
    return { mapping, matchBy: SUREST.find((key) => mapping.includes(key)) ?? 'email' };
  }

  async #samples(site: string, id: string, width: number): Promise<ImportColumn['samples'][]> {
    const rows = await this.parts.store.query(importRows, { site, import: id, after: 0, most: SAMPLED });
    return Array.from({ length: width }, (_, at) => {
      const texts = new Set(rows.map(({ cells }) => cells[at] ?? '').filter(Boolean));
      return [...texts].slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_MAX));
    });
  }
}

const isUnderWay = (state: ImportState) => state === 'planning' || state === 'running' || state === 'undoing';

const sameNames = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && other.every((name) => one.includes(name));

/** What is asked of an import that is not there yet, or past that. */
function stateWrong(state: ImportState): LeadlineError {
  const said: Record<ImportState, string> = {
    reading: 'The file is being read, or that broke off: send it again.',
    read: 'Have a preview of it first.',
    planning: 'Its preview is being worked out: wait for it.',
    planned: 'It was not run yet.',
    running: 'It is under way: wait for it.',
    done: 'It was run already.',
    undoing: 'It is being undone: wait for it.',
    undone: 'It was undone: send the file again.',
  };
  return new LeadlineError('import_state', said[state], { beside: { state } });
}

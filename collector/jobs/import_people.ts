import { imports as kind } from '../../schemas/entities/imports.js';
import { importCounts } from '../../schemas/gen/queries/import_counts.js';
import { importKept } from '../../schemas/gen/queries/import_kept.js';
import { importPlan, type Row as PlanRow } from '../../schemas/gen/queries/import_plan.js';
import { importRows } from '../../schemas/gen/queries/import_rows.js';
import { LeadlineError } from '../errors.js';
import { eventsOf, undoOf } from '../imports/events.js';
import type { ImportNotes } from '../imports/imports.js';
import { ingested, type Judged, judge } from '../imports/judge.js';
import { changedSince, plan } from '../imports/plan.js';
import type { People } from '../people/people.js';
import type { Queue } from '../queue/queue.js';
import type { Records } from '../records/records.js';
import type { SiteRecord, Sites } from '../records/sites.js';
import type { Row } from '../store/row.js';
import type { Store } from '../store/store.js';
import { wellFormedJson } from '../store/well_formed.js';
import type { Job, Step } from './job.js';

interface Needed {
  store: Store;
  records: Records;
  sites: Sites;
  people: People;
  queue: Queue;
  /** Where rows wait at Cloudflare's, nobody can tell when they are in the lists: there they go straight to ClickHouse. */
  isApart?: boolean | undefined;
  /** The instance's: person ids are keyed with it. */
  secret: string;
}

interface State {
  /** Which state of which plan it is about: another one begins anew. */
  of: string;
  /** All rows up to this one are done. */
  after: number;
  /** Up to this one they were compared once more with whom they are about: what is told then is told however often. */
  checked: number;
  /** The last one that was told of; 0 before. */
  toldLast: number;
  done: number;
  /** All is told of: what is left is to see the last of it in the lists. */
  isTold: boolean;
  /** When what it tells was said, in milliseconds: the same for a step that is done again. */
  at: number;
}

/** How many rows one step is about. */
const STEP = 5_000;
/** No file has a row behind it. */
const LAST_ROW = 2 ** 32 - 1;
/** Events that are written at once: the acknowledgements of what others send wait for no more. */
const TOGETHER = 500;
/** Where what is written is not in the lists after so long, a step waits a little for it: reps wait, too. */
const LAG_MS = 1_000;
const WAIT_MS = 1_000;

const begun = (of: string, at: number): State => ({
  ...{ of, at, after: 0, checked: 0, done: 0, toldLast: 0, isTold: false },
});

/** Works out what becomes of the rows of a file, tells of them, and takes that back: whichever its import asks for. */
export function importPeople(needed: Needed): Job<State> {
  const { store, records, sites, people, queue, secret, isApart } = needed;

  /** What belongs to a step of one import. */
  interface Work {
    site: SiteRecord;
    id: string;
    notes: ImportNotes;
    state: State;
  }

  const ground = ({ site, state }: Work) => ({ site, secret, now: state.at });
  const asked = ({ site, id, notes, state }: Work) => ({
    ...{ site: site.id, import: id, plan: notes.plan, after: state.after, most: STEP },
  });
  const changing = (work: Work) => ({ ...asked(work), actions: ['create', 'update'] });
  const move = (work: Work, next: () => Promise<Partial<ImportNotes>>) => async () => {
    const noted = await next();
    await records.revise({ kind, site: work.site.id, id: work.id }, { by: 'leadline' }, ({ data }) =>
      // Somebody may have asked for another preview meanwhile.
      data.plan === work.notes.plan && data.state === work.notes.state ? { data: { ...data, ...noted } } : {},
    );
  };

  async function planned(work: Work): Promise<Step<State>> {
    const { site, id, notes, state } = work;
    const { plan: number, mapping, matchBy, columns } = notes;
    const rows = await store.query(importRows, asked(work));
    const part = { import: id, plan: number, mapping, matchBy, width: columns.length, rows };
    const outcomes = await plan(part, { ...ground(work), store, people });
    const lines = outcomes.map((one) =>
      wellFormedJson({ site: site.id, import_id: id, plan: number, ...one }),
    );
    if (lines.length > 0) await store.insert('import_plans', lines, `${id} ${number} ${state.after}`);
    const isDone = rows.length < STEP;
    if (isDone) await move(work, async () => ({ state: 'planned', ...(await counts(work)) }))();
    const done = state.done + rows.length;
    const after = rows.at(-1)?.row ?? state.after;
    return { state: { ...state, after, done }, progress: { done, total: notes.rows }, isDone };
  }

  async function counts({ site, id, notes }: Work) {
    const found = await store.query(importCounts, { site: site.id, import: id, plan: notes.plan });
    const of = (action: string) => found.find((one) => one.action === action)?.rows ?? 0;
    return { create: of('create'), update: of('update'), unchanged: of('unchanged'), skip: of('skip') };
  }

  /** Of the rows that are told next: they are judged to be compared, and told by the same. */
  let judgedLast = { of: '', rows: new Map<number, Judged>() };
  async function judged({ id, notes, ...work }: Work, rows: PlanRow[]): Promise<Judged[]> {
    const of = `${id} ${notes.plan} ${work.state.after}`;
    if (judgedLast.of !== of || rows.some(({ row }) => !judgedLast.rows.has(row))) {
      const all = await judge(rows, notes, ground({ id, notes, ...work }));
      judgedLast = { of, rows: new Map(all.map((one) => [one.row, one])) };
    }
    return rows.flatMap(({ row }) => judgedLast.rows.get(row) ?? []);
  }

  /** Whoever was changed since the preview is left alone: it says of them what is not so any more. */
  async function compared(work: Work): Promise<Step<State>> {
    const { site, id, notes, state } = work;
    const rows = await store.query(importPlan, changing(work));
    const changed = await changedSince(rows, await judged(work, rows), notes.matchBy, {
      ...{ ...ground(work), store, people },
    });
    const lines = changed.map((one) =>
      wellFormedJson({ site: site.id, import_id: id, plan: notes.plan, ...one }),
    );
    if (lines.length > 0)
      await store.insert('import_plans', lines, `${id} ${notes.plan} ${state.after} changed`);
    const checked = rows.at(STEP - 1)?.row ?? LAST_ROW;
    return { state: { ...state, checked }, isDone: false };
  }

  const told = (work: Work): Promise<Step<State>> =>
    work.state.checked <= work.state.after
      ? compared(work)
      : sent(
          work,
          work.state.checked,
          async (rows) => {
            const { id, notes, state } = work;
            const all = await judged(work, rows);
            const planned = new Map(rows.map((row) => [row.row, row]));
            return all.flatMap((one) => {
              const row = planned.get(one.row);
              return row ? eventsOf(id, state.at, notes.matchBy, { ...one, ...row }) : [];
            });
          },
          async () => ({ state: 'done', ...(await counts(work)) }),
        );

  const undone = (work: Work): Promise<Step<State>> =>
    sent(
      work,
      LAST_ROW,
      async (rows) => rows.map((row) => undoOf(work.id, work.state.at, row)),
      async () => {
        const { site, id, notes } = work;
        const [first] = await store.query(importKept, {
          site: site.id,
          import: id,
          plan: notes.plan,
          most: 1,
        });
        return { state: 'undone', kept: first?.total ?? 0 };
      },
    );

  /**
   * Sends events of rows that change somebody through the pipeline and the queue; at the end they are in the lists.
   *
   * @param until the last row that may be told of
   */
  async function sent(
    work: Work,
    until: number,
    eventsFor: (rows: PlanRow[]) => Promise<object[]>,
    end: () => Promise<Partial<ImportNotes>>,
  ): Promise<Step<State>> {
    const { notes, state } = work;
    const total = notes.create + notes.update;
    if (state.isTold) {
      // Rows of a queue are stored in turn: once the last can be seen, all can.
      const last = { ...changing(work), after: Math.max(0, state.toldLast - 1), most: 1 };
      const rows = await ingested(await eventsFor(await store.query(importPlan, last)), ground(work));
      const isSeen = rows.length === 0 || (await seen(rows));
      if (isSeen) await move(work, end)();
      return { state, progress: { done: state.done, total }, isDone: isSeen };
    }
    const found = await store.query(importPlan, changing(work));
    const rows = found.filter(({ row }) => row <= until);
    const events = await eventsFor(rows);
    if (queue.status().lagMs > LAG_MS) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    for (let from = 0; from < events.length; from += TOGETHER) {
      const some = await ingested(events.slice(from, from + TOGETHER), ground(work));
      await (isApart ? queue.store(some) : queue.append(some));
    }
    const toldLast = rows.at(-1)?.row ?? state.toldLast;
    const isTold = found.length < STEP && rows.length === found.length;
    const after = isTold || until === LAST_ROW ? toldLast : until;
    const done = state.done + rows.length;
    return { state: { ...state, after, done, toldLast, isTold }, progress: { done, total }, isDone: false };
  }

  /** @returns false where that takes long: it is looked at again */
  const seen = (rows: Row[]): Promise<boolean> =>
    queue.store(rows).then(
      () => true,
      (error) => {
        if (error instanceof LeadlineError && error.code === 'not_stored_yet') return false;
        throw error;
      },
    );

  return {
    begin: () => begun('', 0),
    async step({ site: siteId, id, state: before }) {
      const [site, record] = await Promise.all([sites.get(siteId), records.get({ kind, site: siteId, id })]);
      const notes = record.data as unknown as ImportNotes;
      const of = `${notes.state} ${notes.plan}`;
      const state = before.of === of ? before : begun(of, Date.now());
      const work: Work = { site, id, notes, state };
      switch (notes.state) {
        case 'planning':
          return planned(work);
        case 'running':
          return told(work);
        case 'undoing':
          return undone(work);
        default:
          return { state, isDone: true };
      }
    },
  };
}

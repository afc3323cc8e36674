import { imports as kind } from '../../schemas/entities/imports.js';
import { importCounts } from '../../schemas/gen/queries/import_counts.js';
import { importKept } from '../../schemas/gen/queries/import_kept.js';
import { importPlan, type Row as PlanRow } from '../../schemas/gen/queries/import_plan.js';
import { importRows } from '../../schemas/gen/queries/import_rows.js';
import { LeadlineError } from '../errors.js';
import { eventsOf, undoOf } from '../imports/events.js';
import type { ImportNotes } from '../imports/imports.js';
import { ingested, judge } from '../imports/judge.js';
import { plan } from '../imports/plan.js';
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
  done: number;
  /** All is told of: what is left is to see the last of it in the lists. */
  isTold: boolean;
  /** When what it tells was said, in milliseconds: the same for a step that is done again. */
  at: number;
}

/** How many rows one step is about. */
const STEP = 5_000;
/** Events that are written at once: the acknowledgements of what others send wait for no more. */
const TOGETHER = 500;
/** Where what is written is not in the lists after so long, a step waits a little for it: reps wait, too. */
const LAG_MS = 1_000;
const WAIT_MS = 1_000;

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
  const move = (work: Work, next: () => Promise<Partial<ImportNotes>>) => async () => {
    const noted = await next();
    await records.revise({ kind, site: work.site.id, id: work.id }, { by: 'leadline' }, ({ data }) =>
      // Somebody may have asked for another preview meanwhile.
      data.plan === work.notes.plan && data.state === work.notes.state ? { data: { ...data, ...noted } } : {},
    );
  };

  /** @param end what follows when no rows are left */
  async function stepped(
    { state, notes }: Work,
    rows: readonly { row: number }[],
    total: number,
    end: () => Promise<void>,
  ): Promise<Step<State>> {
    const isDone = rows.length < STEP;
    if (isDone) await end();
    const done = state.done + rows.length;
    const after = rows.at(-1)?.row ?? state.after;
    return { state: { ...state, after, done }, progress: { done, total: total || notes.rows }, isDone };
  }

  async function planned(work: Work): Promise<Step<State>> {
    const { site, id, notes } = work;
    const { plan: number, mapping, matchBy, columns } = notes;
    const rows = await store.query(importRows, asked(work));
    const part = { import: id, plan: number, mapping, matchBy, width: columns.length, rows };
    const outcomes = await plan(part, { ...ground(work), store, people });
    const lines = outcomes.map((one) =>
      wellFormedJson({ site: site.id, import_id: id, plan: number, ...one }),
    );
    if (lines.length > 0) await store.insert('import_plans', lines, `${id} ${number} ${work.state.after}`);
    return stepped(
      work,
      rows,
      notes.rows,
      move(work, async () => ({ state: 'planned', ...(await counts(work)) })),
    );
  }

  async function counts({ site, id, notes }: Work) {
    const found = await store.query(importCounts, { site: site.id, import: id, plan: notes.plan });
    const of = (action: string) => found.find((one) => one.action === action)?.rows ?? 0;
    return { create: of('create'), update: of('update'), unchanged: of('unchanged'), skip: of('skip') };
  }

  const told = (work: Work): Promise<Step<State>> =>
    sent(
      work,
      async (rows) => {
        const { id, notes, state } = work;
        const judged = await judge(rows, notes, ground(work));
        return rows.flatMap((row, at) => {
          const { said = {}, values = {} } = judged[at] ?? {};
          return eventsOf(id, state.at, notes.matchBy, { ...row, said, values });
        });
      },
      async () => ({ state: 'done' }),
    );

  const undone = (work: Work): Promise<Step<State>> =>
    sent(
      work,
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

  /** Sends events of rows that change somebody through the pipeline and the queue; at the end they are in the lists. */
  async function sent(
    work: Work,
    eventsFor: (rows: PlanRow[]) => Promise<object[]>,
    end: () => Promise<Partial<ImportNotes>>,
  ): Promise<Step<State>> {
    const { notes, state } = work;
    const total = notes.create + notes.update;
    const changing = { ...asked(work), actions: ['create', 'update'] };
    if (state.isTold) {
      // Rows of a queue are stored in turn: once the last can be seen, all can.
      const last = { ...changing, after: Math.max(0, state.after - 1), most: 1 };
      const rows = await ingested(await eventsFor(await store.query(importPlan, last)), ground(work));
      const isSeen = rows.length === 0 || (await seen(rows));
      if (isSeen) await move(work, end)();
      return { state, progress: { done: state.done, total }, isDone: isSeen };
    }
    const rows = await store.query(importPlan, changing);
    const events = await eventsFor(rows);
    if (queue.status().lagMs > LAG_MS) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    for (let from = 0; from < events.length; from += TOGETHER) {
      const some = await ingested(events.slice(from, from + TOGETHER), ground(work));
      await (isApart ? queue.store(some) : queue.append(some));
    }
    const next = await stepped(work, rows, total, async () => undefined);
    return { ...next, state: { ...next.state, isTold: next.isDone }, isDone: false };
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
    begin: () => ({ of: '', after: 0, done: 0, isTold: false, at: 0 }),
    async step({ site: siteId, id, state: before }) {
      const [site, record] = await Promise.all([sites.get(siteId), records.get({ kind, site: siteId, id })]);
      const notes = record.data as unknown as ImportNotes;
      const of = `${notes.state} ${notes.plan}`;
      const state = before.of === of ? before : { of, after: 0, done: 0, isTold: false, at: Date.now() };
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

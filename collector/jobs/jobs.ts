import { nanoid } from 'nanoid';
import { LeadlineError, nameOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Store } from '../store/store.js';
import type { Job, JobKey } from './job.js';
import { asked, blank, ended, failed, released, stepped, taken } from './moves.js';
import { type JobPlace, type JobRow, JobRows, type JobTimes } from './rows.js';
import { runStep, type StepResult, Stopping } from './step.js';

/** Then others that are due come first: a fill of an hour keeps nobody waiting. */
const SLICE_MS = 10_000;

export interface JobsOptions {
  jobs: Readonly<Record<string, Job>>;
  store: Pick<Store, 'query' | 'insert' | 'stored'>;
  log: Log;
  /**
   * Who this collector is. One that comes back under its name goes on at once with what it had in hand: of those with the
   * same one, one at most may run.
   */
  holder?: string | undefined;
  /** Is told of each attempt that failed here. */
  onFailure?: (job: string) => void;
  now?: () => number;
}

/** Does what is to be done in the background: durable, each by one collector at a time, in steps. */
export class Jobs {
  readonly #rows: JobRows;
  readonly #holder: string;
  readonly #now: () => number;
  readonly #stopping = new Stopping();
  /** What is in hand here. */
  readonly #leases = new Set<string>();
  #isAway = false;
  #onAsked: (() => void) | undefined;

  constructor(private readonly options: JobsOptions) {
    this.#rows = new JobRows(options.store);
    this.#holder = options.holder ?? nanoid();
    this.#now = options.now ?? (() => Date.now());
  }

  /**
   * Asks for a job: it begins within seconds. One that is under way is done once more after.
   *
   * @throws LeadlineError `job_unknown` for one that there is not, or not for this; `store_down`, `busy`
   */
  async start(job: string, key: JobKey): Promise<void> {
    const isOf = async ({ keys }: Job) => !keys || (await keys()).some((one) => isSame(one, key));
    const all = Object.entries(this.options.jobs);
    const areOf = await Promise.all(all.map(([, one]) => isOf(one)));
    const names = all.filter((_, at) => areOf[at]).map(([name]) => name);
    if (!names.includes(job))
      throw new LeadlineError(
        'job_unknown',
        names.length > 0
          ? `Name in "job" what is to be done here: ${names.join(' or ')}.`
          : 'There is nothing to be done in the background here.',
      );
    await this.#rows.change({ job, ...key }, (row) => asked(row, this.#now()));
    this.#onAsked?.();
  }

  /** Calls back when something was asked for here. */
  watch(onAsked: () => void): void {
    this.#onAsked = onAsked;
  }

  /**
   * Does what is due, one after the other, until nothing is. With ClickHouse away nothing is done, and nothing is lost.
   *
   * @param forMs it begins no further step after so long
   */
  async runDue(forMs = Number.POSITIVE_INFINITY): Promise<void> {
    const until = this.#now() + forMs;
    const passed = new Set<string>();
    try {
      while (!this.#stopping.isStopped && this.#now() < until) {
        const place = (await this.#due()).find((one) => !passed.has(nameOfPlace(one)));
        this.#isAway = false;
        if (!place) return;
        const job = this.options.jobs[place.job];
        if (job && !(await this.#workOn(place, job, until))) passed.add(nameOfPlace(place));
      }
    } catch (error) {
      if (!this.#isAway)
        this.options.log('warn', 'background work waits for ClickHouse', { error: nameOf(error) });
      this.#isAway = true;
    }
  }

  /** Tells the step under way to end; its state stays, and it is begun no other. */
  stop(): void {
    this.#stopping.stop();
  }

  /** What may be taken now, the longest due first. */
  async #due(): Promise<JobPlace[]> {
    const { jobs } = this.options;
    const now = this.#now();
    const rows = new Map((await this.#rows.times()).map((row) => [nameOfPlace(row), row]));
    const isFree = (row: JobTimes) => row.lease_until <= now || this.#isLeft(row);
    const due: (JobPlace & { due_at: number })[] = [];
    for (const [job, { keys }] of Object.entries(jobs)) {
      const places = keys
        ? (await keys()).map((key) => ({ job, ...key }))
        : [...rows.values()].filter((row) => row.job === job);
      for (const place of places) {
        const row = rows.get(nameOfPlace(place));
        // What was never begun has waited longest.
        if (!row) due.push({ ...place, due_at: 0 });
        else if (row.due_at > 0 && row.due_at <= now && isFree(row))
          due.push({ ...place, due_at: row.due_at });
      }
    }
    return due.sort((one, other) => one.due_at - other.due_at);
  }

  /** Whether it was in hand here, in an earlier life, or before ClickHouse went away. */
  #isLeft({ holder, lease }: Pick<JobRow, 'holder' | 'lease'>): boolean {
    return holder === this.#holder && !this.#leases.has(lease);
  }

  /** @returns false where it is nothing for now: another collector was faster, or it cannot even begin */
  async #workOn(place: JobPlace, job: Job, until: number): Promise<boolean> {
    try {
      return await this.#work(place, job, until);
    } catch (error) {
      if (error instanceof LeadlineError && error.isRetryable) throw error;
      this.#tell(place, error);
      return false;
    }
  }

  /** @returns false where another collector has it */
  async #work(place: JobPlace, job: Job, until: number): Promise<boolean> {
    const lease = nanoid(10);
    this.#leases.add(lease);
    try {
      let row = await this.#rows.change(place, (newest) => this.#taken(place, job, newest, lease));
      if (!row) return false;
      const sliceEnd = Math.min(until, this.#now() + SLICE_MS);
      while (row?.lease === lease) {
        const state: object = row.state;
        const result = await runStep(job, { site: place.site, id: place.id, state }, this.#stopping);
        if ('error' in result) this.#tell(place, result.error);
        const isLast = this.#stopping.isStopped || this.#now() >= sliceEnd;
        const next = (newest: JobRow | undefined) =>
          // Another collector took it over: what this one has done, that one does or has done.
          newest?.lease === lease ? this.#after(newest, job, result, isLast) : undefined;
        row = await this.#rows.change(place, next, row);
      }
      return true;
    } finally {
      this.#leases.delete(lease);
    }
  }

  #taken(place: JobPlace, job: Job, row: JobRow | undefined, lease: string) {
    const now = this.#now();
    if (row && (row.due_at === 0 || row.due_at > now)) return undefined;
    if (row && row.lease_until > now && !this.#isLeft(row)) return undefined;
    const { site, id } = place;
    const state = { ...(row && row.started_at > 0 ? row.state : job.begin({ site, id }, row?.state ?? {})) };
    return taken(row ?? blank, now, { holder: this.#holder, lease, state });
  }

  #after(row: JobRow, job: Job, result: StepResult, isLast: boolean) {
    const now = this.#now();
    if ('error' in result) return failed(row, now, nameOf(result.error));
    if (!result.step) return released(row, now);
    const after = stepped(row, now, result.step);
    if (result.step.isDone) return ended(after, now, job.every);
    return isLast ? released(after, now) : after;
  }

  #tell({ job, site }: JobPlace, error: unknown): void {
    this.options.onFailure?.(job);
    this.options.log('warn', 'a job failed and will be tried again', { job, site, error: nameOf(error) });
  }
}

const isSame = (one: JobKey, other: JobKey) => one.site === other.site && one.id === other.id;
const nameOfPlace = ({ job, site, id }: JobPlace) => JSON.stringify([job, site, id]);

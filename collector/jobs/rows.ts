import { nanoid } from 'nanoid';
import { type Row as JobRow, jobRow } from '../../schemas/gen/queries/job_row.js';
import { type Row as JobTimes, jobTimes } from '../../schemas/gen/queries/job_times.js';
import { LeadlineError } from '../errors.js';
import type { Store } from '../store/store.js';
import { wellFormedJson } from '../store/well_formed.js';
import type { JobKey } from './job.js';

export type { JobRow, JobTimes };

/** Which thing to do. */
export interface JobPlace extends JobKey {
  job: string;
}

/** What a version says; the rest numbers it. */
export type JobFields = Omit<JobRow, 'version' | 'write_ids'>;

/** How often an insert is sent whose answer was lost. */
const INSERTS_MAX = 2;
/** How often a change is tried on top of others. */
const TRIES_MAX = 20;
/** Longest wait before the second of them. */
const WAIT_MS = 40;
/** Of so many versions a row tells whose they were: whoever was overtaken while it read back still finds its own. */
const WRITE_IDS = 8;

/** What there is to do, as it is stored. Each change is a version of its own, on top of the newest. */
export class JobRows {
  constructor(private readonly store: Pick<Store, 'query' | 'insert' | 'stored'>) {}

  /** When each is due, and who has it in hand. */
  times(): Promise<JobTimes[]> {
    return this.store.query(jobTimes, {});
  }

  async newest({ site, job, id }: JobPlace): Promise<JobRow | undefined> {
    const [row] = await this.store.query(jobRow, { site, job, id });
    return row;
  }

  /**
   * Writes what follows from the newest version. Whoever is overtaken asks again what follows from the one that is newest
   * now.
   *
   * @param next undefined where nothing is to be changed
   * @param known the newest version, as far as one knows
   * @returns what was written; undefined where nothing was to be
   * @throws LeadlineError `store_down`; `busy` where others are faster again and again
   */
  async change(
    place: JobPlace,
    next: (row: JobRow | undefined) => JobFields | undefined,
    known?: JobRow,
  ): Promise<JobRow | undefined> {
    for (let tries = 1; ; tries++) {
      const row = tries === 1 && known ? known : await this.newest(place);
      const fields = next(row);
      if (!fields) return undefined;
      const written = {
        ...fields,
        version: (row?.version ?? 0) + 1,
        write_ids: [nanoid(10), ...(row?.write_ids ?? [])].slice(0, WRITE_IDS),
      };
      if (await this.#append(place, written)) return written;
      if (tries === TRIES_MAX) throw new LeadlineError('busy', 'Many change this job at once: try again.');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * WAIT_MS * tries));
    }
  }

  /** @returns whether the version is ours: of the inserts with one token the first stands */
  async #append({ site, job, id }: JobPlace, row: JobRow): Promise<boolean> {
    // The site first: whoever tells of changes looks for it there (`changes/own_inserts.ts`).
    const line = wellFormedJson({ site, job, id, ...row, state: wellFormedJson(row.state) });
    const token = JSON.stringify([site, job, id, row.version]);
    for (let tries = 1; ; tries++) {
      const failure = await this.#insert(line, token);
      const newest = await this.newest({ site, job, id });
      if (newest && newest.version >= row.version) {
        const isOurs = newest.write_ids[newest.version - row.version] === row.write_ids[0];
        if (isOurs && failure) this.store.stored('jobs', [line]);
        return isOurs;
      }
      if (tries === INSERTS_MAX)
        throw failure ?? new LeadlineError('store_down', 'ClickHouse does not show what was written.');
    }
  }

  /** @returns why it is not known whether the row was stored; undefined where it was, or another one before it */
  async #insert(line: string, token: string): Promise<LeadlineError | undefined> {
    try {
      await this.store.insert('jobs', [line], token);
      return undefined;
    } catch (error) {
      if (error instanceof LeadlineError && error.code === 'store_down') return error;
      throw error;
    }
  }
}

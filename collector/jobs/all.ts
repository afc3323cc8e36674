import type { JobName } from '../../schemas/jobs.js';
import type { Job } from './job.js';
import { noteUnaudited } from './note_unaudited.js';

/** What the jobs stand on. */
interface Needed {
  noteMissing: () => Promise<number>;
}

/** All background work there is. */
export const allJobs = ({ noteMissing }: Needed): Readonly<Record<JobName, Job>> => ({
  note_unaudited: noteUnaudited(noteMissing),
});

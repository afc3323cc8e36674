import type { JobName } from '../../schemas/jobs.js';
import type { Parts } from '../services.js';
import { fillPeople } from './fill_people.js';
import { findDuplicates } from './find_duplicates.js';
import type { Job } from './job.js';
import { noteUnaudited } from './note_unaudited.js';

/** What the jobs stand on. */
interface Needed extends Pick<Parts, 'store' | 'people' | 'sites'> {
  noteMissing: () => Promise<number>;
}

/** All background work there is. */
export function allJobs({ noteMissing, store, people, sites }: Needed): Readonly<Record<JobName, Job>> {
  const ofEachSite = () => sites.list().map(({ id }) => ({ site: id, id: '' }));
  return {
    note_unaudited: noteUnaudited(noteMissing),
    fill_people: fillPeople(store, people, ofEachSite) as Job,
    find_duplicates: findDuplicates(store, people, ofEachSite),
  };
}

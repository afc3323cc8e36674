import type { JobName } from '../../schemas/jobs.js';
import type { People } from '../people/people.js';
import type { Sites } from '../records/sites.js';
import type { Store } from '../store/store.js';
import { fillPeople } from './fill_people.js';
import { findDuplicates } from './find_duplicates.js';
import type { Job } from './job.js';
import { noteUnaudited } from './note_unaudited.js';

/** What the jobs stand on. */
interface Needed {
  store: Store;
  people: People;
  sites: Sites;
  noteMissing: () => Promise<number>;
}

/** All background work there is. */
export function allJobs({ noteMissing, store, people, sites }: Needed): Readonly<Record<JobName, Job>> {
  const ofEachSite = () => sites.list().map(({ id }) => ({ site: id, id: '' }));
  return {
    note_unaudited: noteUnaudited(noteMissing),
    fill_people: fillPeople(store, people, ofEachSite, () => sites.refresh()),
    find_duplicates: findDuplicates(store, people, ofEachSite),
  };
}

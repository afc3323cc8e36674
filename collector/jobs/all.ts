import type { JobName } from '../../schemas/jobs.js';
import type { Orders } from '../orders/orders.js';
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
  orders: Orders;
  people: People;
  sites: Sites;
  noteMissing: () => Promise<number>;
}

/** All background work there is. */
export function allJobs({
  noteMissing,
  store,
  orders,
  people,
  sites,
}: Needed): Readonly<Record<JobName, Job>> {
  const ofEachSite = () => sites.list().map(({ id }) => ({ site: id, id: '' }));
  return {
    note_unaudited: noteUnaudited(noteMissing),
    fill_people: fillPeople({ store, orders, people }, ofEachSite, () => sites.refresh()),
    find_duplicates: findDuplicates(store, people, ofEachSite),
  };
}

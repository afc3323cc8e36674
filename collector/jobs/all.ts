import type { JobName } from '../../schemas/jobs.js';
import type { Orders } from '../orders/orders.js';
import type { People } from '../people/people.js';
import type { Queue } from '../queue/queue.js';
import type { Records } from '../records/records.js';
import type { Sites } from '../records/sites.js';
import type { Store } from '../store/store.js';
import { assignOwners } from './assign_owners.js';
import { claimVisitors } from './claim_visitors.js';
import { fillPeople } from './fill_people.js';
import { findDuplicates } from './find_duplicates.js';
import { importPeople } from './import_people.js';
import type { Job } from './job.js';
import { noteUnaudited } from './note_unaudited.js';

/** What the jobs stand on. */
interface Needed {
  store: Store;
  orders: Orders;
  people: People;
  sites: Sites;
  records: Records;
  queue: Queue;
  isApart?: boolean | undefined;
  secret: string;
  noteMissing: () => Promise<number>;
}

/** All background work there is. */
export function allJobs(needed: Needed): Readonly<Record<JobName, Job>> {
  const { noteMissing, store, people, sites } = needed;
  const ofEachSite = () => sites.list().map(({ id }) => ({ site: id, id: '' }));
  return {
    note_unaudited: noteUnaudited(noteMissing),
    fill_people: fillPeople(needed, ofEachSite, () => sites.refresh()),
    find_duplicates: findDuplicates(store, people, ofEachSite),
    import_people: importPeople(needed),
    assign_owners: assignOwners(needed),
    claim_visitors: claimVisitors(needed),
  };
}

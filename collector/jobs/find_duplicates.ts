import { duplicatesFound } from '../../schemas/gen/queries/duplicates_found.js';
import { duplicatesLeft } from '../../schemas/gen/queries/duplicates_left.js';
import { NO_COMPANY } from '../identity/email_facts.js';
import type { People } from '../people/people.js';
import type { Store } from '../store/store.js';
import type { Job, JobKey } from './job.js';

const EVERY_MS = 60 * 60_000;
/** What so many people have in common, such as the number of a switchboard, says nothing of two of them. */
const IN_COMMON_MAX = 20;

/** Looks anew for people who may be one. */
export const findDuplicates = (store: Store, people: People, keys: () => readonly JobKey[]): Job => ({
  keys,
  every: EVERY_MS,
  begin: () => ({}),
  async step({ site }) {
    const since = await people.now();
    const asked = { site, most: IN_COMMON_MAX, no_company: NO_COMPANY, version: since };
    await people.suspect(await store.query(duplicatesFound, asked));
    await people.suspect(await store.query(duplicatesLeft, { site, since, version: await people.now() }));
    return { state: {}, isDone: true };
  },
});

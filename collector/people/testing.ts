// For tests: a store with the read models that are kept beside it.
import { fillPeople } from '../jobs/fill_people.js';
import { Orders } from '../orders/orders.js';
import type { Target } from '../queue/queue.js';
import type { Row } from '../store/row.js';
import type { Store } from '../store/store.js';
import { People } from './people.js';

const quiet = () => undefined;
const ordersOf = (store: Store) => new Orders(store, quiet);

export const targetOf = (store: Store): Target & { models: People } => ({
  store,
  models: new People(store, ordersOf(store), () => ({ joinsClaims: true }), quiet),
});

/** Stores rows as it was done before there were read models. */
export async function storeAlone(store: Store, rows: readonly Row[]): Promise<void> {
  for (const { table, json } of rows) await store.insert(table, [json], '');
}

/** Makes the people of a site from raw events, as the first start after an update does in the background. */
export async function fillSite(store: Store, site: string): Promise<void> {
  const key = { site, id: '' };
  const job = fillPeople({ store, orders: ordersOf(store), people: targetOf(store).models }, () => [key]);
  const { signal } = new AbortController();
  let state = job.begin(key, {});
  for (let isDone = false; !isDone; ) ({ state, isDone } = await job.step({ ...key, state, signal }));
}

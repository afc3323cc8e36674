import { ordersAfter } from '../../schemas/gen/queries/orders_after.js';
import { ordersLeft } from '../../schemas/gen/queries/orders_left.js';
import { peopleLeft } from '../../schemas/gen/queries/people_left.js';
import { personsAfter } from '../../schemas/gen/queries/persons_after.js';
import { personsTotal } from '../../schemas/gen/queries/persons_total.js';
import type { Orders } from '../orders/orders.js';
import type { People } from '../people/people.js';
import type { Store } from '../store/store.js';
import type { Job, JobKey, Step } from './job.js';

/** How many one step is about. */
const STEP = 1_000;

interface State {
  /**
   * Who is one person is worked out first, and what was ordered, of which the rows of people tell; at the end those rows go
   * of which nothing tells any more.
   */
  phase: 'join' | 'orders' | 'fill' | 'clear_orders' | 'clear';
  /** All ids up to this one are done. */
  after: string;
  done: number;
  total: number;
  /** The version of the first row that it made. */
  since: number;
}

/**
 * Makes the read models of a site's people from raw events: for a data folder from before there were any, and whenever it is
 * asked for. What comes meanwhile is in them by itself.
 *
 * @param prepare makes sure that what the rules of the sites are is known as it is now
 */
export function fillPeople(
  { store, orders, people }: { store: Store; orders: Orders; people: People },
  keys: () => readonly JobKey[],
  prepare: () => Promise<void> = async () => undefined,
): Job<State> {
  const begin = async (site: string): Promise<Partial<State>> => {
    await prepare();
    const [row] = await store.query(personsTotal, { site });
    return { total: row?.total ?? 0, since: await people.now() };
  };
  const clear = async (site: string, state: State): Promise<Step<State>> => {
    const version = await people.now();
    const left = await store.query(peopleLeft, { site, since: state.since, version, most: STEP });
    await people.drop(left);
    return { state, isDone: left.length < STEP };
  };
  const clearOrders = async (site: string, state: State): Promise<Step<State>> => {
    const version = await people.now();
    const left = await store.query(ordersLeft, { site, since: state.since, version, most: STEP });
    await orders.insert(left);
    return { state: left.length < STEP ? { ...state, phase: 'clear' } : state, isDone: false };
  };
  const fillOrders = async (site: string, state: State): Promise<Step<State>> => {
    const rows = await store.query(ordersAfter, { site, after: state.after, most: STEP });
    const ids = rows.map(({ order_id }) => order_id);
    await orders.fill(site, ids);
    const isLast = ids.length < STEP;
    return {
      state: { ...state, after: isLast ? '' : (ids.at(-1) ?? ''), phase: isLast ? 'fill' : 'orders' },
      isDone: false,
    };
  };
  return {
    keys,
    begin: () => ({ phase: 'join', after: '', done: 0, total: 0, since: 0 }),
    async step({ site, state: before }) {
      const state: State = { ...before, ...(before.since === 0 && (await begin(site))) };
      if (state.phase === 'clear') return clear(site, state);
      if (state.phase === 'clear_orders') return clearOrders(site, state);
      if (state.phase === 'orders') return fillOrders(site, state);
      const rows = await store.query(personsAfter, { site, after: state.after, most: STEP });
      const persons = rows.map(({ person_id }) => person_id);
      if (state.phase === 'join') await people.join(site, persons);
      else await people.fill(site, persons);
      const done = state.done + persons.length;
      const progress = { done, total: 2 * Math.max(state.total, done) };
      if (persons.length === STEP)
        return { state: { ...state, done, after: persons.at(-1) ?? '' }, progress, isDone: false };
      return {
        state: { ...state, done, after: '', phase: state.phase === 'join' ? 'orders' : 'clear_orders' },
        progress,
        isDone: false,
      };
    },
  };
}

import { partsState } from '../../schemas/gen/queries/parts_state.js';
import type { Bound } from '../../schemas/lists/columns.js';
import type { Store } from '../store/store.js';

/** Lists whose number of rows is remembered. */
const TOTALS_MAX = 500;

interface Total {
  state: string;
  total: number;
}

const remembered = new WeakMap<object, Map<string, Total>>();

/**
 * How many rows a list has. To count them settles the copies of all (100 ms and more for a million); so the number is
 * remembered until something is written to the tables that it was counted in, whoever wrote it.
 *
 * @param own what the list's statement takes
 */
export async function totalOf(
  store: Pick<Store, 'query'>,
  { statement, params: bound }: Bound<{ total: number }>,
  own: object,
): Promise<number> {
  const totals = remembered.get(store) ?? new Map<string, Total>();
  remembered.set(store, totals);
  const params = { ...own, ...bound };
  const key = JSON.stringify([statement.sql, params]);
  // Before the rows are counted: what is written meanwhile is counted again.
  const [{ state } = { state: '' }] = await store.query(partsState, { tables: [...statement.tables] });
  const known = totals.get(key);
  if (known && known.state === state) return known.total;
  const [{ total } = { total: 0 }] = await store.query(statement, params);
  totals.delete(key);
  totals.set(key, { state, total });
  const [oldest] = totals.keys();
  if (totals.size > TOTALS_MAX && oldest !== undefined) totals.delete(oldest);
  return total;
}

import type { ListDeclaration } from '../../schemas/define_query.js';
import type { Bound } from '../../schemas/lists/columns.js';
import type { Quick } from '../../schemas/lists/quick.js';
import type { Store } from '../store/store.js';
import { totalOf } from './totals.js';

export interface Found<Row extends object> {
  rows: Row[];
  /** How many there are in all, where it was asked for. */
  total?: number;
}

/**
 * The first rows of a list that settles the copies of those alone that it shows (`schemas/lists/quick.ts`). Where too many of
 * the first copies are old, as after a change of everybody at once, all are settled instead.
 *
 * @param own what the list's statement takes
 * @param isCounted whether the total is asked for
 */
export async function firstRows<Row extends object>(
  store: Pick<Store, 'query'>,
  { key, settledBy = key }: Pick<ListDeclaration, 'key' | 'settledBy'>,
  quick: Quick<Row>,
  own: object,
  { limit, isCounted }: { limit: number; isCounted: boolean },
): Promise<Found<Row>> {
  const keyOf = (row: Row) => String(Reflect.get(row, key));
  const settledOf = (row: Row) => String(Reflect.get(row, settledBy));
  const ask = <Of extends object>({ statement, params }: Bound<Of>) =>
    store.query(statement, { ...own, ...params });

  /** Of copies in their order the rows that they are of: so many, or more. */
  async function rowsOf(copies: readonly Row[], most: number): Promise<Row[]> {
    const asked = new Set<string>();
    const known = new Map<string, Row>();
    const found = new Map<string, Row>();
    for (let at = 0; at < copies.length && found.size < most; at += limit) {
      const some = copies.slice(at, at + limit);
      const keys = [...new Set(some.map(settledOf))].filter((one) => !asked.has(one));
      for (const one of keys) asked.add(one);
      if (keys.length > 0) for (const row of await ask(quick.wholeOf(keys))) known.set(keyOf(row), row);
      for (const copy of some) {
        const row = known.get(keyOf(copy));
        if (row && quick.isAt(copy, row)) found.set(keyOf(row), row);
      }
    }
    return [...found.values()];
  }

  const copies = await ask(quick.copies(2 * limit));
  // There are no others: whoever is found among them is all there is.
  if (copies.length < 2 * limit) {
    const all = await rowsOf(copies, isCounted ? Number.POSITIVE_INFINITY : limit);
    return { rows: all.slice(0, limit), ...(isCounted && { total: all.length }) };
  }
  const [rows, counted] = await Promise.all([
    rowsOf(copies, limit).then(async (some) =>
      some.length < limit ? rowsOf(await ask(quick.rows(limit)), limit) : some,
    ),
    isCounted ? totalOf(store, quick.count(), own) : undefined,
  ]);
  return { rows: rows.slice(0, limit), ...(counted !== undefined && { total: counted }) };
}

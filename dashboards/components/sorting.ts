export type Order = 'asc' | 'desc';

/** By which column a list is in order. */
export interface Sort {
  /** As the query has it. */
  column: string;
  order: Order;
}

/** A click on a header sorts by it, the next one turns the order round. */
export function nextSort(sort: Sort | undefined, column: string, first: Order): Sort {
  if (sort?.column !== column) return { column, order: first };
  return { column, order: sort.order === 'asc' ? 'desc' : 'asc' };
}

/**
 * Rows that are all there, sorted here: by what `valueIn` says, texts as the reader's language does it, nothing last.
 *
 * @example sortRows(users, { column: 'name', order: 'asc' }, (user, column) => user[column], 'tr')
 */
export function sortRows<Row>(
  rows: readonly Row[],
  { column, order }: Sort,
  valueIn: (row: Row, column: string) => unknown,
  tag: string,
): Row[] {
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });
  const isNothing = (value: unknown) => value === undefined || value === null || value === '';
  return [...rows].sort((one, other) => {
    const [a, b] = [valueIn(one, column), valueIn(other, column)];
    if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b));
    const difference =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return order === 'asc' ? difference : -difference;
  });
}

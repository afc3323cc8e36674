import type { ListDeclaration } from '../../schemas/define_query.js';
import { type Asked, positionOf } from '../../schemas/lists/page.js';
import { encodeCursor } from './cursor.js';

/** What a named query answers. */
export interface Page<Row extends object = object> {
  rows: Row[];
  /** Where the list goes on, while there is more. */
  cursor?: string;
  /** Where it goes on before its first row, of a list that can be read both ways: a cursor of the other order. */
  back?: string;
  /** How many rows there are in all, where counting them is cheap. */
  total?: number;
}

/** One page out of rows that were asked for with one to spare: the spare one tells whether there is more. */
export function pageOf<Row extends object>(
  list: ListDeclaration,
  { query, sort, order }: Pick<Asked, 'sort' | 'order'> & { query: string },
  rows: Row[],
  limit: number,
): Page<Row> {
  const shown = rows.slice(0, limit);
  const [first, last] = [shown[0], shown.at(-1)];
  const back = order === 'asc' ? ('desc' as const) : ('asc' as const);
  const cursorOf = (row: Row, order: Asked['order']) =>
    encodeCursor({ query, sort, order }, positionOf(list, row));
  return {
    rows: shown,
    ...(last && rows.length > shown.length && { cursor: cursorOf(last, order) }),
    ...(list.bothWays && first && { back: cursorOf(first, back) }),
  };
}

const ROWS_MIN = 50;

/** How many rows from the first one fit into a page that so many were asked for; one at least, so that it goes on. */
export function fitting(
  rows: readonly object[],
  { bytesMax, rowBytesMax }: Pick<ListDeclaration, 'bytesMax' | 'rowBytesMax'>,
  limit: number,
): number {
  const most = bytesMax ?? (rowBytesMax && rowBytesMax * Math.max(limit, ROWS_MIN));
  if (most === undefined) return rows.length;
  const utf8 = new TextEncoder();
  let bytes = 0;
  const over = rows.findIndex((row, at) => {
    bytes += utf8.encode(JSON.stringify(row)).length;
    return at > 0 && bytes > most;
  });
  return over < 0 ? rows.length : over;
}

import type { ListDeclaration } from '../../schemas/define_query.js';
import type { Asked, Position } from '../../schemas/list_sql.js';
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
  list: Pick<Asked, 'sort' | 'order'> & Pick<ListDeclaration, 'bothWays'> & { query: string },
  rows: Row[],
  limit: number,
  positionOf: (row: Row) => Position,
): Page<Row> {
  const shown = rows.slice(0, limit);
  const [first, last] = [shown[0], shown.at(-1)];
  const back = { ...list, order: list.order === 'asc' ? ('desc' as const) : ('asc' as const) };
  return {
    rows: shown,
    ...(last && rows.length > shown.length && { cursor: encodeCursor(list, positionOf(last)) }),
    ...(list.bothWays && first && { back: encodeCursor(back, positionOf(first)) }),
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

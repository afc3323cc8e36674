import type { Asked, Position } from '../../schemas/list_sql.js';
import { encodeCursor } from './cursor.js';

/** What a named query answers. */
export interface Page<Row extends object = object> {
  rows: Row[];
  /** Where the list goes on, while there is more. */
  cursor?: string;
  /** How many rows there are in all, where counting them is cheap. */
  total?: number;
}

/** One page out of rows that were asked for with one to spare: the spare one tells whether there is more. */
export function pageOf<Row extends object>(
  query: string,
  { sort, order }: Pick<Asked, 'sort' | 'order'>,
  rows: Row[],
  limit: number,
  positionOf: (row: Row) => Position,
): Page<Row> {
  const last = rows[limit - 1];
  return rows.length > limit && last
    ? { rows: rows.slice(0, limit), cursor: encodeCursor({ query, sort, order }, positionOf(last)) }
    : { rows };
}

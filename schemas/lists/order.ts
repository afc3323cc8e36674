/** In which order the rows of a list stand, and where a page of it goes on. */
import { type Bind, columnSql, fold, kindOf, type Text } from './columns.js';

/** Where a page goes on: behind the row with this value and this key. */
export interface Position {
  value: string | number;
  key: string;
}

export interface Order {
  sort: string;
  /** Of a name of a map, whose values are texts: it is sorted by as the number that each of them is. */
  sortsNumbers?: boolean;
  /** It is sorted by moments: 0 is none. */
  sortsMoments?: boolean;
  order: 'asc' | 'desc';
  after?: Position | undefined;
}

export function sortSql(statement: Text, { sort, sortsNumbers, order }: Order, bind: Bind): string {
  const column = columnSql(statement, sort, bind);
  const kind = kindOf(statement, sort);
  if (sortsNumbers) {
    const number = `toFloat64OrNull(${column})`;
    // What is none comes last in both orders.
    return `if(ifNull(isFinite(${number}), 0), assumeNotNull(${number}), ${order === 'asc' ? '1e308' : '-1e308'})`;
  }
  if (kind === 'text') return fold(column);
  return kind === 'boolean' ? `toUInt8(${column})` : column;
}

/** How a list is sorted: by this. What says that there is nothing, the smallest of all, comes last in both orders. */
export interface Sorted {
  sortedBy: string;
  nothing: '' | 0 | undefined;
}

export function nothingOf(statement: Text, { sort, sortsNumbers, sortsMoments }: Order): Sorted['nothing'] {
  if (sortsMoments) return 0;
  return !sortsNumbers && kindOf(statement, sort) === 'text' ? '' : undefined;
}

const isNothing = ({ sortedBy, nothing }: Sorted) =>
  nothing === '' ? `empty(${sortedBy})` : `${sortedBy} = 0`;

export function orderBy({ order }: Pick<Order, 'order'>, sorted: Sorted, key: string): string {
  const { sortedBy, nothing } = sorted;
  const direction = order.toUpperCase();
  const first = nothing !== undefined && order === 'asc' ? `${isNothing(sorted)}, ` : '';
  return `ORDER BY ${first}${sortedBy} ${direction}, ${key} ${direction}`;
}

export function behind({ after, order }: Order, sorted: Sorted, key: string, bind: Bind): string[] {
  if (!after) return [];
  const { sortedBy, nothing } = sorted;
  const { value } = after;
  const type = typeof value === 'string' ? 'String' : Number.isSafeInteger(value) ? 'Int64' : 'Float64';
  const place = `(${bind(type, value)}, ${bind('String', after.key)})`;
  const isBehind = `(${sortedBy}, ${key}) ${order === 'asc' ? '>' : '<'} ${place}`;
  if (nothing === undefined || order === 'desc') return [isBehind];
  const isLast = isNothing(sorted);
  return [value === nothing ? `${isLast} AND ${isBehind}` : `(${isLast} OR ${isBehind})`];
}

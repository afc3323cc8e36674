/**
 * Lists, in SQL: what may be asked of their columns becomes conditions, an order and a limit around a statement. Names of
 * columns come from the declaration alone; every value is bound.
 */
import type { ListDeclaration } from '../define_query.js';
import type { Statement } from '../statement.js';
import { type Bound, binding, type Params } from './columns.js';
import { type Conditions, conditions } from './conditions.js';
import { behind, nothingOf, type Order, orderBy, type Position, sortSql } from './order.js';

export interface Asked extends Conditions, Order {
  /** Undefined for all rows. */
  limit?: number | undefined;
}

/** Stands in a statement wherever it is narrowed and paged, before it reads the rest of each row. */
const MARKER = '-- @list';
/** Stands above the last order of such a statement, which becomes the one that was asked for. */
const ORDER = /-- @order\n.*/;

/** The column that tells where a page goes on, in a statement that has none of its own for it. */
export const PAGED_BY = 'list_value';

/** A statement with what was asked of it, and the parameters that it has thereby beside its own. */
export function listed<Row extends object>(
  statement: Statement<never, Row>,
  list: ListDeclaration,
  asked: Asked,
): Bound<Row> {
  const { params, bind } = binding();
  const nothing = list.pagedBy ? undefined : nothingOf(statement, asked);
  const sortedBy = list.pagedBy?.sql ?? sortSql(statement, asked, bind);
  const clauses = [
    where([
      ...conditions(statement, list, asked, bind),
      ...behind(asked, { sortedBy, nothing }, list.key, bind),
    ]),
    orderBy(asked, { sortedBy, nothing }, list.key),
    list.pagedBy?.hasCopies ? `LIMIT 1 BY ${list.key}` : '',
    asked.limit === undefined ? '' : `LIMIT ${bind('UInt32', asked.limit)}`,
  ];
  const text = clauses.filter(Boolean).join('\n');
  const column = list.pagedBy?.column ?? PAGED_BY;
  const ordered = orderBy(asked, { sortedBy: column, nothing }, list.key);
  return {
    statement: {
      ...(statement as unknown as Statement<Params, Row>),
      sql: list.pagedBy
        ? statement.sql.replaceAll(MARKER, () => text).replace(ORDER, () => ordered)
        : `SELECT ${shownOf(list)}, ${sortedBy} AS ${PAGED_BY}\nFROM\n(\n${statement.sql}\n)\n${text}`,
    },
    params,
  };
}

/** Of a row: where the page that ends with it goes on. */
export const positionOf = (list: ListDeclaration, row: object): Position => ({
  value: Reflect.get(row, list.pagedBy?.column ?? PAGED_BY) as string | number,
  key: String(Reflect.get(row, list.key)),
});

/** The columns of a row that are not the statement's own. */
export const addedTo = ({ pagedBy }: ListDeclaration): readonly string[] => (pagedBy ? [] : [PAGED_BY]);

export const shownOf = ({ folded }: ListDeclaration): string => (folded ? `* EXCEPT (${folded})` : '*');

export const where = (conditions: string[]) =>
  conditions.length > 0 ? `WHERE ${conditions.join('\n    AND ')}` : '';

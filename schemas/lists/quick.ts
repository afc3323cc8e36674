/**
 * Pages of lists whose rows are many, wide, and settled from copies. To settle them all takes several times what the rest does,
 * so only those that are shown are settled: each row stands where its newest copy stands, hence among all copies in their
 * order, and a copy that does not have its row's place by now is an old one.
 */
import type { ListDeclaration } from '../define_query.js';
import type { Statement } from '../statement.js';
import { type Bind, type Bound, binding, type Params } from './columns.js';
import { conditions } from './conditions.js';
import { behind, nothingOf, orderBy, sortSql } from './order.js';
import { type Asked, PAGED_BY, shownOf, where } from './page.js';

/** How such a statement reads the table that the list is of. */
const SETTLED = /^ *FROM (\w+) FINAL$/m;

export interface Quick<Row extends object> {
  /** Keys and places of the first copies, old ones among them. */
  copies(limit: number): Bound<Row>;
  /** The same of rows alone: for where old copies are many. */
  rows(limit: number): Bound<Row>;
  /** What is of the list by now of what these keys of the table settle, in no order: whole rows, with their places. */
  wholeOf(keys: readonly string[]): Bound<Row>;
  /** How many rows the list has. */
  count(): Bound<{ total: number }>;
  /** Whether a copy has the place of its row. */
  isAt(copy: Row, row: Row): boolean;
}

/** @param list of those that are declared so: `settledBy` */
export function quick<Row extends object>(
  statement: Statement<never, Row>,
  list: ListDeclaration,
  asked: Omit<Asked, 'limit'>,
): Quick<Row> {
  const { key, settledBy = key, shortened } = list;
  const known = statement as unknown as Statement<Params, Row>;
  const nothing = nothingOf(statement, asked);
  const bound = <Of extends object = Row>(sqlOf: (bind: Bind) => string, json = known.json): Bound<Of> => {
    const { params, bind } = binding();
    const sql = sqlOf(bind);
    return { statement: { ...known, sql, json } as unknown as Statement<Params, Of>, params };
  };
  const placesIn = (sql: string, limit: number) =>
    bound((bind) => {
      const sortedBy = sortSql(statement, asked, bind);
      const all = [
        ...conditions(statement, list, asked, bind),
        ...behind(asked, { sortedBy, nothing }, key, bind),
      ];
      return `SELECT ${[...new Set([key, settledBy])]}, ${sortedBy} AS ${PAGED_BY}\nFROM\n(\n${sql}\n)\n${where(all)}
${orderBy(asked, { sortedBy, nothing }, key)}\nLIMIT ${bind('UInt32', limit)}`;
    }, []);
  return {
    copies: (limit) => placesIn(statement.sql.replace(SETTLED, 'FROM $1'), limit),
    rows: (limit) => placesIn(statement.sql, limit),
    wholeOf: (keys) =>
      bound((bind) => {
        const some = `(SELECT * FROM (SELECT * FROM $1 PREWHERE site = {site:String} AND ${settledBy} IN ${bind('Array(String)', keys)}
    ORDER BY version DESC LIMIT 1 BY ${settledBy}) WHERE is_deleted = 0) AS $1`;
        const short = shortened?.columns.map(
          (column) => `arraySlice(${column}, 1, ${shortened.to}) AS ${column}`,
        );
        return `SELECT ${shownOf(list)}${short ? ` REPLACE (${short.join(', ')})` : ''}
FROM
(
SELECT *, ${sortSql(statement, asked, bind)} AS ${PAGED_BY}
FROM
(
${statement.sql.replace(SETTLED, `FROM ${some}`)}
)
${where(conditions(statement, list, asked, bind))}
)
SETTINGS merge_tree_min_rows_for_concurrent_read = 1, merge_tree_min_bytes_for_concurrent_read = 1`;
      }),
    count: () =>
      bound(
        (bind) =>
          `SELECT count() AS total\nFROM\n(\n${statement.sql}\n)\n${where(conditions(statement, list, asked, bind))}`,
        [],
      ),
    isAt: (copy, row) => Reflect.get(copy, PAGED_BY) === Reflect.get(row, PAGED_BY),
  };
}

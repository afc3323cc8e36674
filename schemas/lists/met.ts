/** What rows meet of conditions that are not their list's own: rules, scores. */
import type { ListDeclaration } from '../define_query.js';
import type { Statement } from '../statement.js';
import { type Bind, binding, type Params, type Text } from './columns.js';
import { type Conditions, conditions } from './conditions.js';

/**
 * Of the rows that have these keys: which of several conditions each meets first, counted from 1; 0 for none.
 *
 * @param statement of a list that is narrowed from without
 */
export function firstMet<Row extends object>(
  statement: Statement<never, Row>,
  list: ListDeclaration,
  all: readonly Conditions[],
  keys: readonly string[],
): { statement: Statement<Params, { key: string; met: number }>; params: Params } {
  const { params, bind } = binding();
  const met = all.map((one) => metBy(statement, list, one, bind));
  return {
    statement: {
      name: `${statement.name}_met`,
      params: {},
      columns: { key: 'String', met: 'UInt64' },
      json: [],
      tables: statement.tables,
      sql: `SELECT ${list.key} AS key, indexOf([${met.join(', ')}], 1) AS met
FROM
(
${statement.sql}
)
WHERE ${list.key} IN ${bind('Array(String)', keys)}
SETTINGS optimize_move_to_prewhere_if_final = 1`,
    },
    params,
  };
}

/** Below it a statement tells what a row scores, and by which rules: nothing, until there are some. */
const SCORE = /-- @score\n.* AS score,/;
const SCORE_REASONS = /-- @score\n.* AS score_reasons,/;

/**
 * A statement that tells of each row what it scores, and by which rules.
 *
 * @param of the list whose columns the rules ask for; the statement has them, too
 */
export function scored<Row extends object>(
  statement: Statement<never, Row>,
  of: { statement: Text; list: ListDeclaration },
  rules: readonly (Conditions & { name: string; points: number })[],
): { statement: Statement<Params, Row>; params: Params } {
  const { params, bind } = binding('score');
  const known = statement as unknown as Statement<Params, Row>;
  if (rules.length === 0) return { statement: known, params };
  // Rules that are called alike are one reason.
  const reasons = new Map<string, string[]>();
  for (const { name, points, ...conditions } of rules) {
    const met = metBy(of.statement, of.list, conditions, bind);
    reasons.set(name, [...(reasons.get(name) ?? []), `${bind('Int32', points)} * ${met}`]);
  }
  const sum = (points: readonly string[]) => `toInt32(${points.join(' + ')})`;
  const all = [...reasons].map(([name, points]) => `${bind('String', name)}, ${sum(points)}`);
  const score = `${sum([...reasons.values()].flat())} AS score,`;
  const told = `mapFilter((rule, points) -> points != 0, map(${all.join(', ')})) AS score_reasons,`;
  const sql = statement.sql.replace(SCORE, () => score).replace(SCORE_REASONS, () => told);
  return { statement: { ...known, sql }, params };
}

/** 1 where a row meets all of it, else 0. */
function metBy(statement: Text, list: ListDeclaration, asked: Conditions, bind: Bind): string {
  const all = conditions(statement, list, asked, bind).map((one) => `(${one})`);
  return `toUInt8(ifNull(${all.join(' AND ') || 'true'}, false))`;
}

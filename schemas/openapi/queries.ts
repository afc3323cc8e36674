import type { AnyQuery, ListDeclaration } from '../define_query.js';
import { attributeTypesOf } from '../entities/attributes.js';
import { namedQueries } from '../gen/api/named_queries.js';
import {
  type ColumnKind,
  columnKind,
  type Operator,
  operators,
  operatorsOf,
  sortable,
} from '../lists/columns.js';
import { columnSchema, inputSchema, type JsonSchema, objectOf } from './json_schema.js';
import { failures, json, type Parameter, type Paths, query, site } from './operation.js';

/** `GET /v1/query/<name>` of every named query. */
export function queryPaths(): Paths {
  return Object.fromEntries(
    Object.entries(namedQueries).map(([name, declared]) => {
      const named = declared as unknown as AnyQuery;
      const operation = {
        operationId: `query_${name}`,
        summary: named.summary,
        tags: ['queries'],
        parameters: [site, ...ownParameters(named), ...listParameters(named)],
        responses: { 200: answerOf(named), ...failures },
      };
      return [`/v1/query/${name}`, { get: operation }];
    }),
  );
}

const ownParameters = ({ parameters = {} }: AnyQuery): Parameter[] =>
  Object.entries(parameters).map(([name, schema]) => {
    const own = inputSchema(schema as Parameters<typeof inputSchema>[0]);
    return query(name, own, { required: schema.type !== 'optional' });
  });

const WORDS: Record<Operator, string> = {
  '=': 'Any of these.',
  '!=': 'None of these.',
  '~=': 'Contains any of these, past case and accents.',
  '>=': 'At least one of these.',
  '<=': 'At most one of these.',
};

const VALUES: Record<ColumnKind, JsonSchema> = {
  text: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  texts: { type: 'string' },
};

const filtersOf = (column: string, taken: readonly Operator[], kind: ColumnKind): Parameter[] =>
  taken.map((operator) =>
    query(
      `${column}${operator.slice(0, -1)}`,
      { type: 'array', items: VALUES[kind] },
      { description: `${WORDS[operator]} Written ${column}${operator}…` },
    ),
  );

function listParameters({ list, statement }: AnyQuery): Parameter[] {
  if (!list) return [];
  const kindOf = (column: string) => columnKind(statement.columns[column] ?? '') ?? 'text';
  const filters = [
    ...list.columns.flatMap((column) => filtersOf(column, operatorsOf[kindOf(column)], kindOf(column))),
    ...[...(list.map ? attributeTypesOf() : [])].flatMap(([name, type]) =>
      filtersOf(`${list.map}.${name}`, type === 'number' ? operators : operatorsOf.text, 'text'),
    ),
  ];
  return [
    ...(list.search || list.folded ? [query('search', { type: 'string', maxLength: 200 })] : []),
    query('sort', sortSchema(list, statement.columns)),
    query('order', { type: 'string', enum: ['asc', 'desc'], default: list.order }),
    query('limit', { type: 'integer', minimum: 1, maximum: 1_000, default: 50 }),
    query('cursor', { type: 'string' }, { description: 'The meta.cursor of the page before.' }),
    ...filters,
  ];
}

/** Of a map each name: those that every site has, and a site's own beside them. */
function sortSchema(list: ListDeclaration, columns: Readonly<Record<string, string>>): JsonSchema {
  const { map, sort } = list;
  const names = sortable(list, columns);
  if (!map) return { type: 'string', enum: [...names], default: sort };
  const known = [...attributeTypesOf().keys()].map((name) => `${map}.${name}`);
  const own = { type: 'string', pattern: `^${map}\\.[a-z][A-Za-z0-9]*$` };
  return { anyOf: [{ type: 'string', enum: [...names, ...known] }, own], default: sort };
}

/** A row of a query. */
export function rowOf({ statement, hidden = [] }: Pick<AnyQuery, 'statement' | 'hidden'>): JsonSchema {
  const columns = Object.entries(statement.columns).filter(([column]) => !hidden.includes(column));
  const row = columns.map(([column, type]) => [
    column,
    statement.json.includes(column) ? { type: 'object' } : columnSchema(type),
  ]);
  return objectOf(Object.fromEntries(row));
}

function answerOf(named: AnyQuery) {
  const { list } = named;
  const text = { type: 'string' };
  const meta = {
    type: 'object',
    properties: { cursor: text, ...(list?.bothWays && { back: text }), total: { type: 'integer' } },
  };
  const { content } = json(objectOf({ rows: { type: 'array', items: rowOf(named) }, meta }));
  return {
    description: 'The rows; as CSV all of them, moments by the site’s clock and money in major units.',
    content: { ...content, 'text/csv': { schema: { type: 'string' } } },
  };
}

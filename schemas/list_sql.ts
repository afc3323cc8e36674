/**
 * Lists, in SQL: what may be asked of their columns becomes conditions, an order and a limit around a statement. Names of
 * columns come from the declaration alone; every value is bound.
 */
import type { ListDeclaration } from './define_query.js';
import type { Statement } from './statement.js';

export const operators = ['=', '!=', '~=', '>=', '<='] as const;

export type Operator = (typeof operators)[number];

export interface Filter {
  column: string;
  operator: Operator;
  /** Any of them. */
  values: readonly (string | number | boolean)[];
}

/** Where a page goes on: behind the row with this value and this key. */
export interface Position {
  value: string | number;
  key: string;
}

export interface Asked {
  filters: readonly Filter[];
  search: string;
  sort: string;
  /** Of a name of a map, whose values are texts: it is sorted by as the number that each of them is. */
  sortsNumbers?: boolean;
  /** It is sorted by moments: 0 is none. */
  sortsMoments?: boolean;
  order: 'asc' | 'desc';
  after?: Position | undefined;
  /** Undefined for all rows. */
  limit?: number | undefined;
}

/** What kind of values a column holds, as far as filters go; undefined for one that none can be about. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'texts';

/** Money by currency: compared by its largest amount, whatever the currency. Most sites have one. */
const AMOUNTS = /^Map\(.*, U?Int\d+\)$/;

export function columnKind(type: string): ColumnKind | undefined {
  const bare = type.replace(/^(?:LowCardinality|Nullable)\((.*)\)$/, '$1');
  if (bare !== type) return columnKind(bare);
  if (/^(?:String|FixedString|Enum|UUID)/.test(type)) return 'text';
  if (/^(?:U?Int|Float|Decimal)/.test(type)) return 'number';
  if (type === 'Bool') return 'boolean';
  if (AMOUNTS.test(type)) return 'number';
  return /^Array\((?:LowCardinality\()?String/.test(type) ? 'texts' : undefined;
}

/** The operators that make sense for a kind of column. */
export const operatorsOf: Record<ColumnKind, readonly Operator[]> = {
  text: ['=', '!=', '~='],
  number: ['=', '!=', '>=', '<='],
  boolean: ['=', '!='],
  texts: ['=', '!=', '~='],
};

/** What a list can be sorted by: whatever has an order, unless its statement is sorted where it is paged. */
export const sortable = (
  list: ListDeclaration,
  columns: Readonly<Record<string, string>>,
): readonly string[] =>
  list.pagedBy
    ? [list.sort]
    : list.columns.filter((column) => !['texts', undefined].includes(columnKind(columns[column] ?? '')));

/** Stands in a statement wherever it is narrowed and paged, before it reads the rest of each row. */
const MARKER = '-- @list';
/** Stands above the last order of such a statement, which becomes the one that was asked for. */
const ORDER = /-- @order\n.*/;

/** The column that tells where a page goes on, in a statement that has none of its own for it. */
const PAGED_BY = 'list_value';

/** The text past case and accents, the Turkish i's as one: as `people_rows.sql` has it. */
const fold = (sql: string) =>
  `replaceAll(lowerUTF8(replaceRegexpAll(normalizeUTF8NFKD(${sql}), '\\\\p{Mn}', '')), 'ı', 'i')`;

/** What is looked at of a statement. */
type Text = Pick<Statement<never, object>, 'name' | 'sql' | 'tables'> & {
  columns: Readonly<Record<string, string>>;
};
type Params = Record<string, unknown>;
type Bind = (type: string, value: unknown) => string;

/** A statement with what was asked of it, and the parameters that it has thereby beside its own. */
export interface Listed<Row extends object> {
  statement: Statement<Params, Row>;
  params: Params;
  /** Of a row: where the page that ends with it goes on. */
  positionOf(row: Row): Position;
  /** The column of a row that is not the statement's own. */
  extra: string | undefined;
  /** Where the statement has but keys: the rows that have these, in no order. */
  wholeOf?: (keys: readonly string[]) => { statement: Statement<Params, Row>; params: Params };
}

export function listed<Row extends object>(
  statement: Statement<never, Row>,
  list: ListDeclaration,
  asked: Asked,
): Listed<Row> {
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
  const isKeysFirst = list.keysFirst === true && asked.limit !== undefined;
  const ordered = orderBy(asked, { sortedBy: column, nothing }, list.key);
  return {
    statement: {
      ...(statement as unknown as Statement<Params, Row>),
      ...(isKeysFirst && { json: [] }),
      sql: list.pagedBy
        ? statement.sql.replaceAll(MARKER, () => text).replace(ORDER, () => ordered)
        : pageSql(statement, isKeysFirst ? list.key : shownOf(list), { text, sortedBy }),
    },
    params,
    positionOf: (row) => ({
      value: Reflect.get(row, column) as string | number,
      key: String(Reflect.get(row, list.key)),
    }),
    extra: list.pagedBy ? undefined : PAGED_BY,
    ...(isKeysFirst && { wholeOf: (keys: readonly string[]) => wholeOf(statement, list, keys) }),
  };
}

/** What somebody may ask of rows without ordering or paging them. */
export type Conditions = Pick<Asked, 'filters' | 'search'>;

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

/** A page of a statement that is narrowed from without. */
const pageSql = ({ sql }: Text, shown: string, { text, sortedBy }: { text: string; sortedBy: string }) =>
  `SELECT ${shown}, ${sortedBy} AS ${PAGED_BY}\nFROM\n(\n${sql}\n)\n${text}`;

const shownOf = ({ folded }: ListDeclaration) => (folded ? `* EXCEPT (${folded})` : '*');

/** The rows that have these keys. Of a table that settles copies by them, only these are read. */
function wholeOf<Row extends object>(
  statement: Statement<never, Row>,
  list: ListDeclaration,
  keys: readonly string[],
) {
  const { params, bind } = binding();
  const { key, shortened } = list;
  const short = shortened?.columns.map((column) => `arraySlice(${column}, 1, ${shortened.to}) AS ${column}`);
  const shown = short ? `${shownOf(list)} REPLACE (${short.join(', ')})` : shownOf(list);
  return {
    statement: {
      ...(statement as unknown as Statement<Params, Row>),
      sql: `SELECT ${shown}\nFROM\n(\n${statement.sql}\n)\nWHERE ${key} IN ${bind('Array(String)', keys)}
SETTINGS optimize_move_to_prewhere_if_final = 1`,
    },
    params,
  };
}

/** Values on their way beside the statement, and the names by which it knows them. */
function binding(as = 'list'): { params: Params; bind: Bind } {
  const params: Params = {};
  const bind: Bind = (type, value) => {
    const name = `${as}_${Object.keys(params).length}`;
    params[name] = value;
    return `{${name}:${type}}`;
  };
  return { params, bind };
}

const kindOf = (statement: Text, column: string) =>
  MAPPED.test(column) ? 'text' : columnKind(statement.columns[column] ?? '');

/** One name of a map: `attributes.city`. */
const MAPPED = /^(\w+)\.([A-Za-z]\w{0,39})$/;

/** Which name of its map a list is filtered or sorted by, where it is no column. */
export const mappedName = ({ map }: ListDeclaration, name: string): string | undefined => {
  const [, of, key] = MAPPED.exec(name) ?? [];
  return of !== undefined && of === map ? key : undefined;
};

function columnSql({ columns }: Text, name: string, bind: Bind): string {
  const [, map, key] = MAPPED.exec(name) ?? [];
  if (map) return `${map}[${bind('String', key)}]`;
  return AMOUNTS.test(columns[name] ?? '') ? `arrayMax(mapValues(${name}))` : name;
}

const where = (conditions: string[]) =>
  conditions.length > 0 ? `WHERE ${conditions.join('\n    AND ')}` : '';

function sortSql(statement: Text, { sort, sortsNumbers, order }: Asked, bind: Bind): string {
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
interface Sorted {
  sortedBy: string;
  nothing: '' | 0 | undefined;
}

function nothingOf(statement: Text, { sort, sortsNumbers, sortsMoments }: Asked): Sorted['nothing'] {
  if (sortsMoments) return 0;
  return !sortsNumbers && kindOf(statement, sort) === 'text' ? '' : undefined;
}

const isNothing = ({ sortedBy, nothing }: Sorted) =>
  nothing === '' ? `empty(${sortedBy})` : `${sortedBy} = 0`;

function orderBy({ order }: Pick<Asked, 'order'>, sorted: Sorted, key: string): string {
  const { sortedBy, nothing } = sorted;
  const direction = order.toUpperCase();
  const first = nothing !== undefined && order === 'asc' ? `${isNothing(sorted)}, ` : '';
  return `ORDER BY ${first}${sortedBy} ${direction}, ${key} ${direction}`;
}

function behind({ after, order }: Asked, sorted: Sorted, key: string, bind: Bind): string[] {
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

function conditions(
  statement: Text,
  list: ListDeclaration,
  { filters, search }: Conditions,
  bind: Bind,
): string[] {
  return [
    ...filters.map((filter) => condition(statement, filter, bind)),
    ...(list.folded
      ? foldedConditions(list.folded, search, bind)
      : searchConditions(statement, list.search ?? [], search, bind)),
  ];
}

function condition(statement: Text, { column: name, operator, values }: Filter, bind: Bind): string {
  const kind = kindOf(statement, name);
  const column = columnSql(statement, name, bind);
  if (operator === '~=') {
    // Nothing is in everything, also in an empty text.
    if (values.includes('')) return kind === 'texts' ? `notEmpty(${column})` : 'true';
    // Each text is folded once, however many parts are looked for in it.
    const parts = `arrayMap(part -> ${fold('part')}, ${bind('Array(String)', values)})`;
    const contains = (text: string) => `multiSearchAny(${fold(text)}, ${parts})`;
    return kind === 'texts' ? `arrayExists(entry -> ${contains('entry')}, ${column})` : contains(column);
  }
  if (operator === '>=' || operator === '<=') {
    const number = kind === 'text' ? `toFloat64OrNull(${column})` : column;
    const bounds = values.map((value) =>
      typeof value === 'string'
        ? `(notEmpty(${column}) AND ${column} ${operator} ${bind('String', value)})`
        : `${number} ${operator} ${bind('Float64', value)}`,
    );
    return `(${bounds.join(' OR ')})`;
  }
  const not = operator === '!=' ? 'NOT ' : '';
  switch (kind) {
    case 'texts':
      return `${not}hasAny(${column}, ${bind('Array(String)', values)})`;
    case 'boolean':
      return `${not}has(${bind('Array(Bool)', values)}, ${column})`;
    case 'number':
      return `${not}has(${bind('Array(Float64)', values)}, toFloat64(${column}))`;
    default:
      return `${column} ${not}IN ${bind('Array(String)', values)}`;
  }
}

/** Every word of the search stands in one of the columns, in any order. */
function searchConditions(statement: Text, columns: readonly string[], search: string, bind: Bind): string[] {
  if (search === '' || columns.length === 0) return [];
  const texts = columns.map((column) => {
    if (kindOf(statement, column) === 'texts') return `arrayStringConcat(${column}, ' ')`;
    const isMap = statement.columns[column]?.startsWith('Map(');
    return isMap ? `arrayStringConcat(arrayFlatten(mapValues(${column})), '\\n')` : column;
  });
  const text = `concat(${texts.join(", '\\n', ")}, '')`;
  return search.split(/\s+/).map((word) => `position(${fold(text)}, ${fold(bind('String', word))}) > 0`);
}

/** A number as people write it, which is looked for by its digits. */
const PHONE = /^[+(]?\d[\d\s()./-]{4,}$/;

/** What stands around and between words: "Lovelace, Ada", «Acme», O’Brien. Part of e-mails, numbers and order ids it is not. */
const AROUND_WORDS = /[\p{Pi}\p{Pf}"'`´„‚,;、，；]+/gu;
const BRACKETS = /[()[\]{}<>]+/g;

/** The words of a search: each is looked for by itself, so that what is written differently around them does not matter. */
function wordsOf(search: string): string[] {
  const words = search.replace(AROUND_WORDS, ' ').replace(BRACKETS, ' ').split(/\s+/).filter(Boolean);
  return words.length > 0 ? words : search.split(/\s+/).filter(Boolean);
}

function foldedConditions(column: string, search: string, bind: Bind): string[] {
  const contains = (text: string) => `position(${column}, ${text}) > 0`;
  const words = wordsOf(search);
  if (words.length === 0) return [];
  const all = words.map((word) => contains(fold(bind('String', word)))).join(' AND ');
  const written = search.replace(AROUND_WORDS, ' ').trim();
  if (!PHONE.test(written)) return [all];
  // Neither the zeros before a country code nor the one of a national number are stored.
  const digits = written.replace(/\D/g, '').replace(/^0+/, '');
  return digits ? [`(${contains(bind('String', digits))} OR (${all}))`] : [all];
}

/** Columns of lists in SQL: what can be asked of each. Names come from declarations alone, and every value is bound. */
import type { ListDeclaration } from '../define_query.js';
import type { Statement } from '../statement.js';

export const operators = ['=', '!=', '~=', '>=', '<='] as const;

export type Operator = (typeof operators)[number];

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

/** What is looked at of a statement. */
export type Text = Pick<Statement<never, object>, 'name' | 'sql' | 'tables'> & {
  columns: Readonly<Record<string, string>>;
};
export type Params = Record<string, unknown>;
/** A statement with the parameters that it has of its own. */
export interface Bound<Row extends object> {
  statement: Statement<Params, Row>;
  params: Params;
}
export type Bind = (type: string, value: unknown) => string;

/** Values on their way beside the statement, and the names by which it knows them. */
export function binding(as = 'list'): { params: Params; bind: Bind } {
  const params: Params = {};
  const bind: Bind = (type, value) => {
    const name = `${as}_${Object.keys(params).length}`;
    params[name] = value;
    return `{${name}:${type}}`;
  };
  return { params, bind };
}

export const kindOf = (statement: Text, column: string) =>
  MAPPED.test(column) ? 'text' : columnKind(statement.columns[column] ?? '');

/** One name of a map: `attributes.city`. */
const MAPPED = /^(\w+)\.([A-Za-z]\w{0,39})$/;

/** Which name of its map a list is filtered or sorted by, where it is no column. */
export const mappedName = ({ map }: ListDeclaration, name: string): string | undefined => {
  const [, of, key] = MAPPED.exec(name) ?? [];
  return of !== undefined && of === map ? key : undefined;
};

export function columnSql({ columns }: Text, name: string, bind: Bind): string {
  const [, map, key] = MAPPED.exec(name) ?? [];
  if (map) return `${map}[${bind('String', key)}]`;
  return AMOUNTS.test(columns[name] ?? '') ? `arrayMax(mapValues(${name}))` : name;
}

/**
 * The text past case and accents, the Turkish i's as one: as `people_rows.sql` has it, and quicker where nothing of it has
 * any.
 */
export const fold = (sql: string): string =>
  `if(isValidASCII(${sql}), lower(${sql}), replaceAll(lowerUTF8(replaceRegexpAll(normalizeUTF8NFKD(${sql}), '\\\\p{Mn}', '')), 'ı', 'i'))`;

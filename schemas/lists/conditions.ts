/** Of which rows a list is: by filters of its columns, and by words that are searched for. */
import type { ListDeclaration } from '../define_query.js';
import { type Bind, columnSql, fold, kindOf, type Operator, type Text } from './columns.js';

export interface Filter {
  column: string;
  operator: Operator;
  /** Any of them. */
  values: readonly (string | number | boolean)[];
}

/** What somebody may ask of rows without ordering or paging them. */
export interface Conditions {
  filters: readonly Filter[];
  search: string;
}

export function conditions(
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
  // As LIKE, for which the index of three letters each serves.
  const contains = (text: string) =>
    `${column} LIKE concat('%', replaceRegexpAll(${text}, '([%_\\\\\\\\])', '\\\\\\\\\\\\1'), '%')`;
  const words = wordsOf(search);
  if (words.length === 0) return [];
  const all = words.map((word) => contains(fold(bind('String', word)))).join(' AND ');
  const written = search.replace(AROUND_WORDS, ' ').trim();
  if (!PHONE.test(written)) return [all];
  // Neither the zeros before a country code nor the one of a national number are stored.
  const digits = written.replace(/\D/g, '').replace(/^0+/, '');
  return digits ? [`(${contains(bind('String', digits))} OR (${all}))`] : [all];
}

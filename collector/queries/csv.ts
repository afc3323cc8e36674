import { stringify } from 'csv-stringify/sync';
import type { AnyQuery } from '../../schemas/define_query.js';
import { attributeTypesOf } from '../../schemas/entities/attributes.js';
import { toMajor } from '../../schemas/money.js';
import type { OfSite } from './parameters.js';
import { isoInZone } from './zone.js';

/**
 * A query's rows as CSV: moments by the site's clock, money in major units, each attribute in a column of its
 * own, lists and the rest as text.
 *
 * @param rows in groups, as they come
 */
export async function* csvOf(
  query: AnyQuery,
  rows: AsyncIterable<object[]>,
  { timeZone = 'UTC', attributes }: OfSite,
): AsyncGenerator<string> {
  const hidden = new Set(query.hidden);
  const map = query.list?.map;
  const types = attributeTypesOf(attributes);
  const columns = Object.keys(query.statement.columns)
    .filter((column) => !hidden.has(column))
    .flatMap((column) => (column === map ? [...types.keys()].map((name) => `${map}.${name}`) : [column]));
  const times = new Set(query.times);
  const iso = isoInZone(timeZone);
  const cell = (column: string, row: Record<string, unknown>) => {
    const [of = '', name] = column.split('.');
    if (name !== undefined) {
      const known = row[of] as Readonly<Record<string, string>>;
      return attributeCell(Object.hasOwn(known, name) ? known[name] : '', types.get(name) === 'number');
    }
    const value = row[column];
    if (times.has(column)) return typeof value === 'number' && value > 0 ? iso(value) : '';
    return isMoney(column) ? moneyCell(value, row.currency) : plainCell(value);
  };
  yield stringify([columns.map((column) => (isMoney(column) ? column.slice(0, -MINOR.length) : column))]);
  for await (const some of rows) {
    if (some.length > 0)
      yield stringify(
        some.map((row) => columns.map((column) => cell(column, row as Record<string, unknown>))),
      );
  }
}

const MINOR = '_minor';
const isMoney = (column: string) => column.endsWith(MINOR);

/** An amount, where there is one; of several currencies each with its code. */
function moneyCell(value: unknown, currency: unknown): string {
  if (typeof value === 'number') return currency ? toMajor(value, String(currency)) : '';
  return Object.entries(value ?? {})
    .map(([code, minor]) => `${toMajor(Number(minor), code)} ${code}`)
    .join('; ');
}

/** A number calculates nothing. */
const attributeCell = (value: unknown, isNumber: boolean): string =>
  isNumber && Number.isFinite(Number(value)) ? String(value) : plainCell(value);

function plainCell(value: unknown): string {
  if (typeof value === 'string') return harmless(value);
  if (Array.isArray(value) && value.every((entry) => typeof entry !== 'object'))
    return harmless(value.join('; '));
  if (typeof value === 'object' && value !== null)
    return Object.keys(value).length > 0 ? harmless(JSON.stringify(value)) : '';
  return String(value ?? '');
}

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), full-width signs included. A cell also
 * begins after what a spreadsheet of another country splits at (a semicolon in most of Europe), and in a new line.
 */
const FORMULA = /(^|[;\t\r\n])(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r\n])/g;
/** Digits after a plus calculate nothing: a phone stays a phone, and so do several. */
const PHONES = /^\+\d{5,20}(?:; \+\d{5,20})*$/;

/** Text that stays text in a spreadsheet. */
export const harmless = (text: string): string =>
  PHONES.test(text) ? text : text.replace(FORMULA, (before) => `${before}'`);

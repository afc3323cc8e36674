import { Readable } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import type { Encoding } from '../../schemas/entities/import_words.js';
import { COLUMNS_MAX } from '../../schemas/imports.js';
import type { ErrorRule } from '../../schemas/rules.js';
import { LeadlineError } from '../errors.js';
import { isEmail } from '../identity/identifiers.js';
import { encodingOf, textOf } from './encoding.js';
import { pause } from './pause.js';

/** A file as a table. */
export interface Table {
  encoding: Encoding;
  delimiter: string;
  columns: string[];
  /** Each row that has something in it; with more cells than there are columns where it is broken. */
  rows(): AsyncGenerator<TableRow>;
}

export interface TableRow {
  /** As a spreadsheet numbers it: from 1, the header's too. */
  row: number;
  cells: string[];
}

const DELIMITERS = [',', ';', '\t'] as const;
/** Rows that tell how a file is written, and characters in which they are looked for. */
const LOOKED_AT = 10;
const LOOKED_AT_CHARACTERS = 256 * 1024;
/** Characters of one row: a quote that is never closed would make one of the whole file. */
const ROW_MAX = 1_000_000;
/** What an .xlsx begins with, which is a ZIP. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads a file of CSV: how it is written, what its columns are called, and its rows, piece by piece.
 *
 * @param hasHeader undefined to find out
 * @throws LeadlineError `import_invalid`
 */
export function tableOf(
  bytes: Uint8Array,
  { encoding = encodingOf(bytes), hasHeader }: { encoding?: Encoding; hasHeader?: boolean } = {},
): Table {
  if (ZIP.every((byte, at) => bytes[at] === byte))
    throw unusable('format', 'This is a spreadsheet: save it as CSV, and send that.');
  let begin = '';
  for (const piece of textOf(bytes, encoding)) {
    begin += piece;
    if (begin.length >= LOOKED_AT_CHARACTERS) break;
  }
  const said = SAID_DELIMITER.exec(begin);
  const text = () => without(said?.[0].length ?? 0, textOf(bytes, encoding));
  const { delimiter, sample } = written(begin.slice(said?.[0].length ?? 0), said?.[1]);
  const [first] = sample;
  if (!first)
    throw unusable('missing', 'The file is empty: send one with a row of names and rows of people.');
  const isHeader = hasHeader ?? looksLikeHeader(first);
  const width = Math.max(...sample.map(({ length }) => length));
  const columns = namesOf(isHeader ? first : [], isHeader ? first.length : width);
  if (columns.length > COLUMNS_MAX)
    throw unusable('too_long', `The file has ${columns.length} columns: ${COLUMNS_MAX} at most can be read.`);
  return {
    encoding,
    delimiter,
    columns,
    async *rows() {
      let isFirst = isHeader;
      let row = 0;
      for await (const cells of records(text(), delimiter)) {
        row++;
        if (isEmpty(cells)) continue;
        if (isFirst) isFirst = false;
        else yield { row, cells };
      }
    },
  };
}

const optionsFor = (delimiter: string): Options => ({
  delimiter,
  // Files that were put together have several.
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
  max_record_size: ROW_MAX,
});

/** Byte order marks of files that were put together stand anywhere. */
const clean = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll('\uFEFF', '').trim());

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell === '');

/** Excel's own first line, which it does not count as a row. */
const SAID_DELIMITER = /^\uFEFF?"?sep=(.)"?(?:\r\n|\n|\r)/i;

function* without(characters: number, text: Iterable<string>): Generator<string> {
  let left = characters;
  for (const piece of text) {
    yield piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}

/** By which delimiter the first rows have the most columns, and as many each, unless the file says so itself. */
function written(begin: string, said?: string): { delimiter: string; sample: string[][] } {
  const tried = (said ? [said] : DELIMITERS).map((delimiter) => {
    const sample = sampleOf(begin, delimiter);
    const [first = []] = sample;
    const alike = sample.filter(({ length }) => length === first.length).length / Math.max(1, sample.length);
    return { delimiter, sample, score: first.length > 1 ? first.length * alike : 0 };
  });
  return tried.reduce((best, one) => (one.score > best.score ? one : best));
}

/** Of a long row in quotes the beginning may end within it: then as many rows as there are before. */
function sampleOf(begin: string, delimiter: string): string[][] {
  for (const to of [LOOKED_AT, 1]) {
    try {
      const rows = parseSync(begin, { ...optionsFor(delimiter), to, skip_empty_lines: true }) as string[][];
      return rows.map(clean).filter((cells) => !isEmpty(cells));
    } catch {
      // Tried with fewer.
    }
  }
  return [];
}

/** People's addresses and numbers are no names of columns. */
const looksLikeHeader = (cells: readonly string[]) =>
  !cells.some((cell) => isEmail(cell) || /^\+?\d[\d\s()./-]{5,}$/.test(cell));

/** Each has a name of its own. */
function namesOf(header: readonly string[], width: number): string[] {
  const names: string[] = [];
  for (let at = 0; at < width; at++) {
    const name = (header[at] ?? '').replace(/\s+/g, ' ').slice(0, 200) || String(at + 1);
    let own = name;
    for (let time = 2; names.includes(own); time++) own = `${name} (${time})`;
    names.push(own);
  }
  return names;
}

async function* records(text: Iterable<string>, delimiter: string): AsyncGenerator<string[]> {
  const pieces = async function* () {
    for (const piece of text) {
      if (piece) yield piece;
      await pause();
    }
  };
  const source = Readable.from(pieces());
  const parser = source.pipe(parse(optionsFor(delimiter)));
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const cells of parser) yield clean(cells as string[]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unusable(
      'format',
      `The file cannot be read from line ${error.lines} on: a quote that is not closed, or a row of more than ${ROW_MAX} characters.`,
    );
  }
}

/** A file that cannot be taken. */
export const unusable = (rule: ErrorRule, message: string, limit?: number) =>
  new LeadlineError('import_invalid', message, {
    details: [{ path: 'file', rule, ...(limit !== undefined && { limit }) }],
  });

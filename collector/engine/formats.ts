/**
 * Formats whose chunks can be written one after another, with the number of lines that head each chunk. chdb formats
 * every chunk of a stream by itself, so that a header comes several times; from the second chunk on it is cut off. A
 * format of one document (JSON, Parquet, XML …) cannot be put together this way: it goes through a file.
 */
const STREAMED: Record<string, number | undefined> = {
  JSONEachRow: 0,
  JSONStringsEachRow: 0,
  JSONCompactEachRow: 0,
  JSONCompactStringsEachRow: 0,
  JSONCompactEachRowWithNames: 1,
  JSONCompactEachRowWithNamesAndTypes: 2,
  JSONCompactStringsEachRowWithNames: 1,
  JSONCompactStringsEachRowWithNamesAndTypes: 2,
  JSONEachRowWithProgress: 1,
  NDJSON: 0,
  JSONLines: 0,
  TabSeparated: 0,
  TSV: 0,
  TabSeparatedRaw: 0,
  TSVRaw: 0,
  TabSeparatedWithNames: 1,
  TSVWithNames: 1,
  TabSeparatedWithNamesAndTypes: 2,
  TSVWithNamesAndTypes: 2,
  CSV: 0,
  CSVWithNames: 1,
  CSVWithNamesAndTypes: 2,
  RowBinary: 0,
  Native: 0,
};

/** undefined: the format cannot be streamed. */
export const headerLines = (format: string) => STREAMED[format];

// What chdb takes as bytes, without a JavaScript string in between.
const RAW = new Set(
  'JSONEachRow JSONCompactEachRow CSV CSVWithNames TSV TabSeparated TSVWithNames TabSeparatedWithNames'.split(
    ' ',
  ),
);

export const isRaw = (format: string) => RAW.has(format);

const NEWLINE = 10;
const QUOTE = 34;

/** How long a header of some lines is; a name in quotes may have line breaks of its own. */
export function headerLength(bytes: Uint8Array, lines: number): number {
  let isQuoted = false;
  let seen = 0;
  for (let at = 0; at < bytes.length && seen < lines; at++) {
    if (bytes[at] === QUOTE) isQuoted = !isQuoted;
    else if (bytes[at] === NEWLINE && !isQuoted) seen += 1;
    if (seen === lines) return at + 1;
  }
  return 0;
}

const TYPES: [RegExp, string][] = [
  [/^JSON(?:\w*EachRow|Lines)|^NDJSON/, 'application/x-ndjson; charset=UTF-8'],
  [/^JSON/, 'application/json; charset=UTF-8'],
  [/^CSVWithNames/, 'text/csv; charset=UTF-8; header=present'],
  [/^CSV/, 'text/csv; charset=UTF-8; header=absent'],
  [/^(?:TSV|TabSeparated)/, 'text/tab-separated-values; charset=UTF-8'],
  [/^(?:RowBinary|Native|Parquet|Arrow|ORC|Avro)/, 'application/octet-stream'],
  [/^XML/, 'application/xml; charset=UTF-8'],
];

export const contentType = (format: string) =>
  TYPES.find(([pattern]) => pattern.test(format))?.[1] ?? 'text/plain; charset=UTF-8';

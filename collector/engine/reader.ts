import { exception } from './exceptions.js';
import { tokens } from './lexer.js';

/** The first words of statements that change nothing. */
export const READING_VERBS: ReadonlySet<string> = new Set([
  'SELECT',
  'WITH',
  'FROM',
  'SHOW',
  'DESCRIBE',
  'DESC',
  'EXPLAIN',
  'EXISTS',
]);

// Table functions that read nothing outside the database (`format` is also a scalar function; as a table function the
// engine's own readonly mode refuses it). Every other name that the engine lists is refused, new ones included.
const HARMLESS = new Set(
  'numbers numbers_mt zeros zeros_mt generateseries generate_series generaterandom primes null values view format'.split(
    ' ',
  ),
);

// `file('/etc/passwd')` is a scalar function too, and `arrayMap(file, …)` or `APPLY file` call it without a
// parenthesis. An Identifier parameter could name it from outside the text.
// Records hold the hashes of passwords beside what their views show; `merge()` would name their table by a pattern.
const FORBIDDEN = new Set(['file', 'catboostEvaluate', 'evalMLMethod', 'Identifier', 'record_versions']);

/**
 * Refuses what a read-only user must not say. The engine's `readonly=1` does most of it, but chdb has no users and
 * leaves open (each one tried on 26.7): INTO OUTFILE, KILL QUERY, the scalar `file()`, and DESCRIBE of a table
 * function, which opens the file or the URL to learn its columns. Text that could be read in two ways is refused.
 *
 * @param tableFunctions names of the engine's table functions, in lower case
 * @throws QueryException READONLY or ACCESS_DENIED
 */
export function assertReadable(sql: string, tableFunctions: ReadonlySet<string>): void {
  const all = [...tokens(sql)];
  const first = all.find((token) => token.text !== '(');
  if (first?.kind !== 'word' || !READING_VERBS.has(first.text.toUpperCase()))
    throw exception('READONLY', 'reader: Cannot execute query in readonly mode.');
  all.forEach(({ kind, text }, index) => {
    const name = kind === 'word' || kind === 'quoted';
    if (kind === 'odd' || (kind === 'quoted' && text.includes('\\')))
      throw denied(`unusual character in the query: ${JSON.stringify(text)}`);
    if (kind === 'word' && /^(?:OUTFILE|PARALLEL)$/i.test(text))
      throw denied(`${text.toUpperCase()} is not allowed`);
    if (name && FORBIDDEN.has(text)) throw denied(`${text} is not allowed`);
    const call = all[index + 1]?.text === '(' && all[index + 1]?.kind === 'symbol';
    if (name && call && tableFunctions.has(text.toLowerCase()) && !HARMLESS.has(text.toLowerCase()))
      throw denied(`table function ${text} is not allowed`);
  });
}

const denied = (reason: string) => exception('ACCESS_DENIED', `reader: Not enough privileges, ${reason}.`);

// What a read-only user may tune: the shape of the output and how much work a query may do, never what it may touch.
const TUNABLE =
  /^(?:output_format_(?:json|csv|tsv|pretty|binary|native|arrow|parquet|decimal|write_statistics)\w*|format_csv_delimiter|date_time_output_format|session_timezone|join_use_nulls|final|extremes|limit|offset|max_block_size|max_threads|max_result_(?:rows|bytes)|max_(?:rows|bytes)_to_read|max_execution_time|(?:result|timeout)_overflow_mode|max_memory_usage|send_progress_in_http_headers|wait_end_of_query|http_\w+)$/;

/** The settings that the reader may pass; `readonly` itself is granted and ignored, since it always is. */
export function tunable(settings: Record<string, string>): Record<string, string> {
  const kept = Object.entries(settings).filter(([name]) => name !== 'readonly');
  for (const [name] of kept) {
    if (!TUNABLE.test(name)) throw exception('READONLY', `Cannot modify '${name}' setting in readonly mode.`);
  }
  return Object.fromEntries(kept);
}

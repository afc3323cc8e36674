import { type Token, tokens } from './lexer.js';

export interface Statement {
  /** The first word, in capitals. */
  verb: string;
  /** `insert`: data follows the statement; `select`: rows come back; `other`: everything else, INSERT … SELECT too. */
  kind: 'select' | 'insert' | 'other';
  /** The FORMAT clause, as written. */
  format: string | undefined;
  /** Whether something follows a `;`, which ClickHouse's HTTP interface refuses. */
  multiple: boolean;
  /** Where the data of an `insert` begins. */
  dataAt: number;
  /** Where a file can be named: INTO OUTFILE of a `select`, FROM INFILE of an `insert`. */
  fileAt: number;
  /** Table and columns of an `insert`, if they are plain names and the data are of a FORMAT. */
  target: { table: string; columns: string[] | undefined } | undefined;
  /** Whether its result has a part of its own (WITH TOTALS), which chdb leaves out of a stream. */
  hasTotals: boolean;
  /** Whether it writes its result to a file itself. */
  hasOutfile: boolean;
  /** Whether it leaves something in its session: SET, USE, a temporary table. */
  keeps: boolean;
}

/** Finds out what a statement is, without validating it: ClickHouse does that. */
export function classify(sql: string): Statement {
  const reader = tokens(sql);
  let token = step(reader);
  while (token?.kind === 'symbol' && token.text === '(') token = step(reader);
  const verb = token?.kind === 'word' ? token.text.toUpperCase() : '';
  if (verb === 'INSERT') return insert(sql, reader);
  const kind = verb === 'SELECT' || verb === 'WITH' || verb === 'FROM' ? 'select' : 'other';
  const { isTemporary, inserts, ...rest } = tail(reader, token?.end ?? 0);
  // WITH … INSERT INTO … SELECT
  if (inserts)
    return { ...rest, verb: 'INSERT', kind: 'other', dataAt: sql.length, target: undefined, keeps: false };
  const keeps = verb === 'SET' || verb === 'USE' || (verb === 'CREATE' && isTemporary);
  return { ...rest, verb, kind, dataAt: sql.length, target: undefined, keeps };
}

const step = (reader: Iterator<Token, void>) => reader.next().value ?? undefined;

const is = (token: Token | undefined, word: string) =>
  token?.kind === 'word' && token.text.toUpperCase() === word;

interface Tail {
  format: string | undefined;
  multiple: boolean;
  fileAt: number;
  hasTotals: boolean;
  hasOutfile: boolean;
  isTemporary: boolean;
  inserts: boolean;
}

/** `FORMAT x` counts only where a clause can stand: at the end, or before SETTINGS. */
function tail(reader: Iterable<Token>, start: number): Tail {
  let before: Token | undefined;
  let candidate: { format: string; at: number } | undefined;
  let closed = false;
  let end = start;
  const found: Tail = {
    format: undefined,
    multiple: false,
    fileAt: start,
    hasTotals: false,
    hasOutfile: false,
    isTemporary: false,
    inserts: false,
  };
  for (const token of reader) {
    if (closed) return { ...found, multiple: true };
    const ends = token.text === ';' && token.kind === 'symbol';
    if (candidate) {
      if (ends || is(token, 'SETTINGS'))
        Object.assign(found, { format: candidate.format, fileAt: candidate.at });
      candidate = undefined;
    }
    if (is(before, 'FORMAT') && token.kind === 'word' && before)
      candidate = { format: token.text, at: before.end - before.text.length };
    if (is(before, 'WITH') && is(token, 'TOTALS')) found.hasTotals = true;
    if (is(before, 'INTO') && is(token, 'OUTFILE')) found.hasOutfile = true;
    if (is(before, 'INSERT') && is(token, 'INTO')) found.inserts = true;
    if (is(token, 'TEMPORARY')) found.isTemporary = true;
    before = token;
    closed = ends;
    if (!ends) end = token.end;
  }
  if (candidate) return { ...found, format: candidate.format, fileAt: candidate.at };
  return found.format === undefined ? { ...found, fileAt: end } : found;
}

const PLAIN = /^[A-Za-z0-9_]+$/;

/** `INSERT INTO [TABLE] db.table (a, b) FORMAT x` or `… VALUES`; anything else runs as it is. */
function insert(sql: string, reader: Generator<Token, void>): Statement {
  const head: Token[] = [];
  let settingsAt: number | undefined;
  for (let token = step(reader); token; token = step(reader)) {
    const at = settingsAt ?? token.end - token.text.length;
    if (is(token, 'VALUES')) return found('insert', { format: 'Values', dataAt: token.end, fileAt: at });
    if (is(token, 'FORMAT')) {
      const name = step(reader);
      const blank = name ? (/^[ \t]*\r?\n?/.exec(sql.slice(name.end, name.end + 64))?.[0].length ?? 0) : 0;
      if (name) return found('insert', { format: name.text, dataAt: name.end + blank, fileAt: at });
    }
    if (is(token, 'SETTINGS')) settingsAt ??= at;
    if (is(token, 'SELECT') || is(token, 'WITH') || is(token, 'INFILE'))
      return found('other', tail(reader, token.end));
    head.push(token);
  }
  return found('insert', {});

  function found(kind: 'insert' | 'other', rest: Partial<Statement>): Statement {
    const nothing = { format: undefined, multiple: false, dataAt: sql.length, fileAt: sql.length };
    const flags = { hasTotals: false, hasOutfile: false, keeps: false };
    return { ...nothing, ...rest, ...flags, verb: 'INSERT', kind, target: target(head) };
  }
}

function target(head: Token[]): Statement['target'] {
  const names = head.filter((token, index) => !(index < 2 && (is(token, 'INTO') || is(token, 'TABLE'))));
  const open = names.findIndex((token) => token.text === '(');
  const table = names.slice(0, open < 0 ? undefined : open);
  const columns = open < 0 ? [] : names.slice(open + 1, -1);
  const plain = (token: Token) =>
    (token.kind === 'word' || token.kind === 'quoted') && PLAIN.test(token.text);
  const list = (part: Token[], separator: string) =>
    part.every((token, index) => (index % 2 ? token.text === separator : plain(token))) &&
    part.length % 2 === 1;
  if (!list(table, '.') || table.length > 3) return undefined;
  if (open >= 0 && !(list(columns, ',') && names.at(-1)?.text === ')')) return undefined;
  return {
    table: table.map((token) => token.text).join(''),
    columns: open < 0 ? undefined : columns.filter((_, index) => index % 2 === 0).map((token) => token.text),
  };
}

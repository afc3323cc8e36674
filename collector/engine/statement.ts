import { type Token, tokens } from './lexer.js';

export interface Statement {
  /** `insert`: data follows the statement; `select`: rows come back; `other`: everything else, INSERT … SELECT too. */
  kind: 'select' | 'insert' | 'other';
  /** The FORMAT clause, as written. */
  format: string | undefined;
  /** Whether something follows a `;`, which ClickHouse's HTTP interface refuses. */
  multiple: boolean;
  /** Where the data of an `insert` begins. */
  dataAt: number;
  /** Table and columns of an `insert`, if they are plain names and the data are of a FORMAT. */
  target: { table: string; columns: string[] | undefined } | undefined;
}

/** Finds out what a statement is, without validating it: ClickHouse does that. */
export function classify(sql: string): Statement {
  const reader = tokens(sql);
  let token = step(reader);
  while (token?.kind === 'symbol' && token.text === '(') token = step(reader);
  const verb = token?.kind === 'word' ? token.text.toUpperCase() : '';
  if (verb === 'INSERT') return insert(sql, reader);
  const kind = verb === 'SELECT' || verb === 'WITH' || verb === 'FROM' ? 'select' : 'other';
  return { ...tail(reader), kind, dataAt: sql.length, target: undefined };
}

const step = (reader: Iterator<Token, void>) => reader.next().value ?? undefined;

const is = (token: Token | undefined, word: string) =>
  token?.kind === 'word' && token.text.toUpperCase() === word;

/** `FORMAT x` counts only where a clause can stand: at the end, or before SETTINGS. */
function tail(reader: Iterable<Token>): Pick<Statement, 'format' | 'multiple'> {
  let format: string | undefined;
  let before: Token | undefined;
  let candidate: Token | undefined;
  let closed = false;
  for (const token of reader) {
    if (closed) return { format, multiple: true };
    const ends = token.text === ';' && token.kind === 'symbol';
    if (candidate) {
      if (ends || is(token, 'SETTINGS')) format = candidate.text;
      candidate = undefined;
    }
    if (is(before, 'FORMAT') && token.kind === 'word') candidate = token;
    before = token;
    closed = ends;
  }
  return { format: candidate?.text ?? format, multiple: false };
}

const PLAIN = /^[A-Za-z0-9_]+$/;

/** `INSERT INTO [TABLE] db.table (a, b) FORMAT x` or `… VALUES`; anything else runs as it is. */
function insert(sql: string, reader: Generator<Token, void>): Statement {
  const head: Token[] = [];
  for (let token = step(reader); token; token = step(reader)) {
    if (is(token, 'VALUES')) return found('insert', 'Values', token.end);
    if (is(token, 'FORMAT')) {
      const name = step(reader);
      const blank = name ? (/^[ \t]*\r?\n?/.exec(sql.slice(name.end, name.end + 64))?.[0].length ?? 0) : 0;
      if (name) return found('insert', name.text, name.end + blank);
    }
    if (is(token, 'SELECT') || is(token, 'WITH') || is(token, 'INFILE'))
      return { ...found('other', undefined, sql.length), ...tail(reader) };
    head.push(token);
  }
  return found('insert', undefined, sql.length);

  function found(kind: 'insert' | 'other', format: string | undefined, dataAt: number): Statement {
    return { kind, format, dataAt, multiple: false, target: target(head) };
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

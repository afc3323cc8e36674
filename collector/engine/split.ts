import { exception } from './exceptions.js';
import { classify, type Statement } from './statement.js';

/** How much of a body is looked at to find where a statement ends and its data begin. */
const BEGINNING_BYTES = 64 << 10;

export interface Split {
  /** Without the data of an INSERT. */
  sql: string;
  statement: Statement;
  data: Buffer;
}

/**
 * ClickHouse reads the `query` parameter, a line break and the body as one text. The data of an insert stay bytes: a
 * batch of 10 MB takes 13 ms to become a string.
 */
export function split(query: string, body: Buffer): Split {
  const prefix = query === '' || body.length === 0 ? query : `${query}\n`;
  const inQuery = query === '' ? undefined : classify(query);
  if (inQuery?.kind === 'insert' && inQuery.format !== undefined) {
    const inline = Buffer.from(query.slice(inQuery.dataAt));
    const parts = inline.length > 0 && body.length > 0 ? [inline, Buffer.from('\n'), body] : [inline, body];
    const data = inline.length > 0 ? Buffer.concat(parts) : body;
    return { sql: `${query.slice(0, inQuery.dataAt)}\n`, statement: inQuery, data };
  }
  const beginning = prefix + lenient.decode(body.subarray(0, BEGINNING_BYTES));
  const begun = classify(beginning);
  if (begun.kind === 'insert' && begun.format !== undefined && begun.dataAt < beginning.length) {
    const sql = beginning.slice(0, begun.dataAt);
    if (sql.includes('\ufffd')) throw notText();
    const data = body.subarray(Buffer.byteLength(sql) - Buffer.byteLength(prefix));
    return { sql: `${sql}\n`, statement: begun, data };
  }
  const sql = prefix + text(body);
  const statement = classify(sql);
  if (statement.kind !== 'insert') return { sql, statement, data: Buffer.alloc(0) };
  return {
    sql: `${sql.slice(0, statement.dataAt)}\n`,
    statement,
    data: Buffer.from(sql.slice(statement.dataAt)),
  };
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const notText = () =>
  exception('NOT_IMPLEMENTED', 'The embedded engine takes statements only as UTF-8 text.');

/** @throws QueryException for bytes that are no UTF-8 */
export function text(data: Buffer): string {
  try {
    return strict.decode(data);
  } catch {
    throw notText();
  }
}

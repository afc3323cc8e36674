import { exception } from './exceptions.js';
import type { LaneName } from './lanes.js';
import type { Job } from './protocol.js';
import { assertReadable, tunable } from './reader.js';
import type { QueryRequest } from './request.js';
import { merged, type User } from './settings.js';
import { classify, type Statement } from './statement.js';

// Formats whose chunks can be written one after another. chdb formats every chunk of a stream by itself, so that JSON
// would come as several documents and CSVWithNames with several headers (both seen); those are fetched whole.
const STREAMED = new Set(
  'JSONEachRow JSONStringsEachRow JSONCompactEachRow JSONCompactStringsEachRow NDJSON JSONLines TabSeparated TSV TabSeparatedRaw TSVRaw CSV RowBinary Native'.split(
    ' ',
  ),
);

// What chdb takes as bytes, without a JavaScript string in between.
const RAW = new Set(
  'JSONEachRow JSONCompactEachRow CSV CSVWithNames TSV TabSeparated TSVWithNames TabSeparatedWithNames'.split(
    ' ',
  ),
);

const DEFAULT_FORMAT = 'TabSeparated';

export interface Plan {
  lane: LaneName;
  job: Job;
}

export interface PlanOptions {
  user: User;
  /** GET and HEAD only read, as with ClickHouse. */
  safe: boolean;
  memoryBytesMax: number;
  tableFunctions: ReadonlySet<string>;
  /** Unique among running jobs. */
  id: string;
}

/** Decides how a request runs: what the statement is, in which lane, streamed or whole, and with what rights. */
export function plan(request: QueryRequest, options: PlanOptions): Plan {
  const { sql, statement, data } = join(request);
  if (sql.trim() === '') throw exception('SYNTAX_ERROR', 'Syntax error: Empty query.');
  if (statement.multiple) throw exception('SYNTAX_ERROR', 'Syntax error (Multi-statements are not allowed).');
  const reader = options.user === 'reader';
  if (reader) assertReadable(sql, options.tableFunctions);
  const format = statement.format ?? request.format ?? DEFAULT_FORMAT;
  const job: Job = {
    id: options.id,
    sql,
    format,
    database: request.database,
    settings: merged(
      options.user,
      options.memoryBytesMax,
      reader ? tunable(request.settings) : request.settings,
    ),
    params: request.params,
    readonly: reader ? 1 : options.safe ? 2 : 0,
    mode: statement.kind === 'select' && STREAMED.has(format) ? 'stream' : 'buffer',
  };
  const selects = statement.kind === 'select';
  const lane = reader ? 'reader' : statement.kind === 'insert' ? 'insert' : selects ? 'read' : 'other';
  const { target } = statement;
  if (
    target &&
    statement.format &&
    RAW.has(statement.format) &&
    statement.kind === 'insert' &&
    job.readonly === 0
  )
    return { lane, job: { ...job, mode: 'insert', insert: { ...target, format: statement.format, data } } };
  if (statement.kind === 'insert') job.sql += text(data);
  return { lane, job };
}

/**
 * ClickHouse reads the `query` parameter, a line break and the body as one text. The body of an insert stays bytes:
 * a batch of 10 MB takes 13 ms to become a string. `sql` ends where its data begin.
 */
function join({ query, data }: QueryRequest): { sql: string; statement: Statement; data: Buffer } {
  if (query !== '') {
    const statement = classify(query);
    if (statement.kind === 'insert' && statement.format !== undefined) {
      const inline = Buffer.from(query.slice(statement.dataAt));
      const separator = inline.length > 0 && data.length > 0 ? '\n' : '';
      const all = inline.length > 0 ? Buffer.concat([inline, Buffer.from(separator), data]) : data;
      return { sql: `${query.slice(0, statement.dataAt)}\n`, statement, data: all };
    }
  }
  const sql = query === '' || data.length === 0 ? query + text(data) : `${query}\n${text(data)}`;
  const statement = classify(sql);
  if (statement.kind !== 'insert') return { sql, statement, data: Buffer.alloc(0) };
  return {
    sql: `${sql.slice(0, statement.dataAt)}\n`,
    statement,
    data: Buffer.from(sql.slice(statement.dataAt)),
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function text(data: Buffer): string {
  try {
    return utf8.decode(data);
  } catch {
    throw exception('NOT_IMPLEMENTED', 'The embedded engine takes statements and data only as UTF-8 text.');
  }
}

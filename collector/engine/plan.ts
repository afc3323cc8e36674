import { exception } from './exceptions.js';
import { headerLines, isRaw } from './formats.js';
import { type Lane, laneOf } from './lanes.js';
import type { Job, User } from './protocol.js';
import { assertReadable, READING_VERBS, tunable } from './reader.js';
import type { QueryRequest } from './request.js';
import { defaults, literal, type Machine, withinBudget } from './settings.js';
import { type Split, split, text } from './split.js';
import type { Statement } from './statement.js';

const DEFAULT_FORMAT = 'TabSeparated';

export interface Plan {
  lane: Lane;
  job: Job;
  /** Where the result will be, if it goes through a file. */
  resultPath: string | undefined;
  /** Data to be written to a file before the job can run. */
  infile: { path: string; data: Buffer } | undefined;
  /** Whether it leaves something in its session. */
  keeps: boolean;
}

export interface PlanOptions {
  user: User;
  /** GET and HEAD only read, as with ClickHouse. */
  safe: boolean;
  machine: Machine;
  tableFunctions: ReadonlySet<string>;
  /** Unique among running jobs. */
  id: string;
  /** A name for a new file. */
  newPath(): string;
}

/** Decides how a request runs: what the statement is, in which lane, streamed or whole, and with what rights. */
export function plan(request: QueryRequest, options: PlanOptions): Plan {
  const parts = split(request.query, request.data);
  const { sql, statement } = parts;
  if (sql.trim() === '') throw exception('SYNTAX_ERROR', 'Syntax error: Empty query.');
  if (statement.multiple) throw exception('SYNTAX_ERROR', 'Syntax error (Multi-statements are not allowed).');
  const isReader = options.user === 'reader';
  if (isReader) assertReadable(sql, options.tableFunctions);
  const inSession = request.session !== undefined && !isReader;
  // `readonly` cannot be taken back from a session.
  if (inSession && options.safe && !READING_VERBS.has(statement.verb))
    throw exception('READONLY', 'leadline: Cannot execute query in readonly mode.');
  const lane = laneOf({
    user: options.user,
    isRead: READING_VERBS.has(statement.verb),
    isInsert: statement.kind === 'insert',
    priority: request.settings.priority,
  });
  const base = defaults(lane, options.machine);
  const job: Job = {
    id: options.id,
    sql,
    format: statement.format ?? request.format ?? DEFAULT_FORMAT,
    database: request.database,
    defaults: base,
    settings: isReader ? withinBudget(tunable(request.settings), base) : request.settings,
    params: request.params,
    readonly: isReader ? 1 : options.safe && !inSession ? 2 : 0,
    work: { mode: 'buffer' },
    counts: statement.kind === 'insert' ? 'written' : 'read',
    keeps: statement.keeps,
  };
  const rest = { lane, keeps: statement.keeps, resultPath: undefined, infile: undefined };
  if (statement.kind === 'insert') return { ...rest, ...inserting(job, parts, request.dataPath, options) };
  if (statement.kind === 'select') return { ...rest, ...selecting(job, statement, request, options) };
  return { ...rest, job };
}

/** Plain inserts hand chdb their bytes; VALUES is part of the statement; everything else is read from a file. */
function inserting(
  job: Job,
  { statement, data }: Split,
  path: string | undefined,
  { newPath }: PlanOptions,
): Pick<Plan, 'job' | 'infile'> {
  const { target, format } = statement;
  const isInline = format === undefined || format.toUpperCase() === 'VALUES';
  if (path === undefined && isInline)
    return { job: { ...job, sql: job.sql + text(data) }, infile: undefined };
  if (path === undefined && target && format && isRaw(format) && job.readonly === 0)
    return { job: { ...job, work: { mode: 'insert', ...target, format, data } }, infile: undefined };
  const from = path ?? newPath();
  const clause = job.sql.slice(statement.fileAt).replace(/\bVALUES\s*$/i, 'FORMAT Values');
  const sql = `${job.sql.slice(0, statement.fileAt)} FROM INFILE ${literal(from)} ${clause}`;
  return { job: { ...job, sql }, infile: path === undefined ? { path: from, data } : undefined };
}

/** Whole results go through a file: chdb would build them in memory that its own limits do not see. */
function selecting(
  job: Job,
  statement: Statement,
  request: QueryRequest,
  { newPath }: PlanOptions,
): Pick<Plan, 'job' | 'resultPath'> {
  const lines = headerLines(job.format);
  const isPlain = !statement.hasTotals && job.settings.extremes !== '1' && !request.isWhole;
  if (statement.hasOutfile) return { job, resultPath: undefined };
  if (lines !== undefined && isPlain)
    return { job: { ...job, work: { mode: 'stream', headerLines: lines } }, resultPath: undefined };
  if (!/^\w+$/.test(job.format)) throw exception('BAD_ARGUMENTS', `Bad format name '${job.format}'.`);
  const resultPath = newPath();
  const [before, after] = [job.sql.slice(0, statement.fileAt), job.sql.slice(statement.fileAt)];
  const format = statement.format === undefined ? `FORMAT ${job.format}` : '';
  const sql = `${before}\nINTO OUTFILE ${literal(resultPath)} ${format} ${after}`;
  return { job: { ...job, sql }, resultPath };
}

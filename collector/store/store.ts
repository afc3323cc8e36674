import type { TableRows } from '../../schemas/gen/tables.js';
import type { Statement } from '../../schemas/statement.js';
import { LeadlineError, nameOf } from '../errors.js';

/** What Leadline uses of the official clients; the one for Node and the one for the web platform both have it. */
export interface Client {
  query(params: {
    query: string;
    query_params: Record<string, unknown>;
    format: 'JSONEachRow' | 'JSON';
    clickhouse_settings: Settings;
    abort_signal?: AbortSignal;
  }): Promise<Answer & { json(): Promise<unknown>; stream(): object }>;
  command(params: {
    query: string;
    clickhouse_settings?: Settings;
    abort_signal?: AbortSignal;
  }): Promise<Answer>;
  ping(): Promise<{ success: boolean }>;
  close(): Promise<void>;
}

/** A row as a line of JSONEachRow, without its end: text, or the UTF-8 of it. */
export type Line = string | Buffer;

/** An INSERT on its way: the statement, and the lines that follow it. */
export interface Insert {
  statement: string;
  lines: readonly Line[];
  settings: Settings;
  signal: AbortSignal | undefined;
}

export interface Answer {
  response_headers: Record<string, string | string[] | undefined>;
}

export type Settings = {
  output_format_json_quote_64bit_integers?: 0;
  exact_rows_before_limit?: 1;
  max_execution_time?: number;
  priority?: string;
  insert_deduplication_token?: string;
};

/** Somebody waits: of ClickHouse's `priority`, the first. The embedded engine keeps slots for it. */
const URGENT = '1';
/** Nobody waits at the screen: an export gives way to what others read. */
const PATIENT = '2';
/** A report may not take the engine away from everyone else. */
const QUERY_SECONDS_MAX = 30;
/** Of an export, which goes as fast as it is downloaded. */
const STREAM_SECONDS_MAX = 600;
/** The embedded engine is back within half a second; a server behind a balancer may take a little longer. */
const RESTART_MS = 1_500;
const RETRY_MS = 100;
const PING_MS = 1_000;
/** TOO_MANY_SIMULTANEOUS_QUERIES: there, but busy. */
const BUSY_CODE = 202;
/** UNKNOWN_TABLE, UNKNOWN_DATABASE. */
const UNPREPARED_CODES = new Set([60, 81]);

/** Is told of rows that were stored, as soon as queries see them. */
export type StoreWatcher = (table: keyof TableRows, lines: readonly Line[]) => void;

/** ClickHouse, embedded or not, over its official client. */
export class Store {
  readonly #watchers = new Set<StoreWatcher>();

  /** @param send how inserts travel, where the client has a better way than one text (`stream.ts`) */
  constructor(
    private readonly client: Client,
    private readonly send: (insert: Insert) => Promise<Answer> = sendText(client),
  ) {}

  /**
   * Runs one of the queries of `schemas/queries`.
   *
   * @throws LeadlineError `query_failed` when ClickHouse refuses it, `store_down` when there is no answer
   */
  async query<Params extends object, Row extends object>(
    statement: Statement<Params, Row>,
    params: NoInfer<Params>,
  ): Promise<Row[]> {
    return parsed((await this.#read(statement, params, 'JSONEachRow')) as Row[], statement);
  }

  /**
   * Runs a statement that ends with a LIMIT.
   *
   * @returns its rows, and how many there would be without the limit
   * @throws LeadlineError like {@link query}
   */
  async page<Params extends object, Row extends object>(
    statement: Statement<Params, Row>,
    params: NoInfer<Params>,
  ): Promise<{ rows: Row[]; found: number }> {
    const answer = await this.#read(statement, params, 'JSON', { exact_rows_before_limit: 1 });
    const { data, rows_before_limit_at_least: found } = answer as WholeAnswer<Row>;
    return { rows: parsed(data, statement), found: found ?? data.length };
  }

  #read(
    { name, sql }: Pick<Statement<never, object>, 'name' | 'sql'>,
    params: object,
    format: 'JSONEachRow' | 'JSON',
    settings: Settings = {},
  ): Promise<unknown> {
    return this.#patiently(async () => {
      const result = await this.client.query({
        query: sql,
        query_params: { ...params } as Record<string, unknown>,
        format,
        // Times and money are below 2^53: plain numbers, whatever the server's default is.
        clickhouse_settings: {
          output_format_json_quote_64bit_integers: 0,
          max_execution_time: QUERY_SECONDS_MAX,
          priority: URGENT,
          ...settings,
        },
      });
      requireClickHouse(result);
      return result.json();
    }, `query ${name}`);
  }

  /**
   * Runs a query whose rows are too many to hold: they come as ClickHouse finds them. Whoever stops asking for more ends
   * it.
   *
   * @param signal ends it also while ClickHouse has found none yet
   * @throws LeadlineError like {@link query}, also in the middle
   */
  async *stream<Params extends object, Row extends object>(
    statement: Statement<Params, Row>,
    params: NoInfer<Params>,
    signal?: AbortSignal,
  ): AsyncGenerator<Row[]> {
    const ending = new AbortController();
    try {
      const result = await this.client.query({
        query: statement.sql,
        query_params: { ...params } as Record<string, unknown>,
        format: 'JSONEachRow',
        clickhouse_settings: {
          output_format_json_quote_64bit_integers: 0,
          max_execution_time: STREAM_SECONDS_MAX,
          priority: PATIENT,
        },
        abort_signal: signal ? AbortSignal.any([signal, ending.signal]) : ending.signal,
      });
      requireClickHouse(result);
      for await (const chunk of result.stream() as AsyncIterable<{ json(): unknown }[]>) {
        yield parsed(
          chunk.map((row) => row.json() as Row),
          statement,
        );
      }
    } catch (cause) {
      throw storeError(cause, `query ${statement.name}`);
    } finally {
      ending.abort();
    }
  }

  /** Reads may be repeated: a ClickHouse that is being restarted is met again rather than reported. */
  async #patiently<Result>(read: () => Promise<Result>, what: string): Promise<Result> {
    const giveUpAt = performance.now() + RESTART_MS;
    for (;;) {
      try {
        return await read();
      } catch (cause) {
        const error = storeError(cause, what);
        if (error.code !== 'store_down' || performance.now() > giveUpAt) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /**
   * Adds rows, once however often it is called with the same token and lines.
   *
   * @param signal breaks it off; whether the rows were stored is not known then
   * @throws LeadlineError like {@link query}; {@link isPoison} tells an error that these rows will always meet
   */
  async insert(
    table: keyof TableRows,
    lines: readonly Line[],
    token: string,
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      const statement = `INSERT INTO ${table} FORMAT JSONEachRow`;
      const settings = { insert_deduplication_token: token };
      requireClickHouse(await this.send({ statement, lines, settings, signal }));
    } catch (cause) {
      throw storeError(cause, `insert into ${table}`);
    }
    this.stored(table, lines);
  }

  /** Tells that rows are there: of those whose insert was not answered, whoever finds them. */
  stored(...rows: Parameters<StoreWatcher>): void {
    for (const watcher of this.#watchers) watcher(...rows);
  }

  /** Tells of all rows that this store inserts, whoever asks it to. @returns what ends it */
  watch(watcher: StoreWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** One statement of a migration. */
  async command(sql: string): Promise<void> {
    try {
      requireClickHouse(await this.client.command({ query: sql }));
    } catch (cause) {
      // A migration holds no rows, and whoever installs Leadline needs to know what it lacks.
      throw storeError(cause, 'command', (cause as Error).message);
    }
  }

  /** Whether ClickHouse answers at once; one that hangs counts as down. */
  async isUp(): Promise<boolean> {
    const late = new Promise<{ success: boolean }>((resolve) =>
      setTimeout(resolve, PING_MS, { success: false }),
    );
    return (await Promise.race([this.client.ping(), late])).success;
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

/** Statement and rows as one text, which every client takes. */
const sendText =
  (client: Client) =>
  ({ statement, lines, settings, signal }: Insert) =>
    client.command({
      query: `${statement}\n${lines.join('\n')}`,
      clickhouse_settings: settings,
      ...(signal && { abort_signal: signal }),
    });

/** What ClickHouse answers in its format `JSON`, of which this is read. */
interface WholeAnswer<Row> {
  data: Row[];
  /** Missing where nothing was read, so that there was nothing to limit. */
  rows_before_limit_at_least?: number;
}

/** With the columns that hold JSON read. */
const parsed = <Row extends object>(rows: Row[], { json }: Pick<Statement<never, Row>, 'json'>): Row[] =>
  json.length > 0 ? rows.map((row) => parseColumns(row, json)) : rows;

function parseColumns<Row extends object>(row: Row, columns: readonly string[]): Row {
  const parsed = columns.map((column) => [column, JSON.parse(String(Reflect.get(row, column) || '{}'))]);
  return { ...row, ...Object.fromEntries(parsed) };
}

/** A 200 of some other server must not pass for rows stored: ClickHouse names the query in each answer. */
function requireClickHouse({ response_headers }: Answer): void {
  if (response_headers['x-clickhouse-query-id'] === undefined)
    throw new LeadlineError(
      'store_foreign',
      'What answers at CLICKHOUSE_URL is not a ClickHouse server: correct it.',
    );
}

/** @param words ClickHouse's own, where they cannot quote what people typed */
function storeError(cause: unknown, what: string, words = nameOf(cause)): LeadlineError {
  if (cause instanceof LeadlineError) return cause;
  if (isTooLong(cause)) {
    return new LeadlineError(
      'query_too_long',
      `The parameters (${what}) are longer than this ClickHouse takes: raise its http_max_field_value_size and http_max_uri_size, and what a proxy before it allows.`,
      { cause },
    );
  }
  const code = clickhouseCode(cause);
  if (code !== undefined && UNPREPARED_CODES.has(code)) {
    return new LeadlineError(
      'starting',
      `ClickHouse has not all tables yet (${what}): they are made when Leadline starts, or by \`npm run migrate\`.`,
      { cause },
    );
  }
  return code === undefined || code === BUSY_CODE
    ? new LeadlineError('store_down', `ClickHouse did not answer (${what}): try again in a moment.`, {
        cause,
      })
    : new LeadlineError('query_failed', `ClickHouse refused (${what}): ${words}`, { cause });
}

/**
 * What servers and the proxies before them say of a request that is too long; none of it is an answer of ClickHouse's own
 * kind, with a code and a name.
 */
const isTooLong = (error: unknown) =>
  error instanceof Error &&
  !('type' in error) &&
  /\b4(?:14|31)\b|URI too (?:long|large)|Field value too long|Too many form fields/i.test(error.message);

/** ClickHouse's own number for an error, where it is one that ClickHouse answered with. */
function clickhouseCode(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && 'type' in error && /^\d+$/.test(String(error.code))
    ? Number(error.code)
    : undefined;
}

/**
 * Errors of the rows themselves: cannot parse (6, 25, 26, 27, 33, 38, 41, 72, 130), type mismatch (53), out of bound
 * (69), incorrect data (117), string too large (131), NULL in an ordinary column (349).
 */
const POISON_CODES = new Set([6, 25, 26, 27, 33, 38, 41, 53, 69, 72, 117, 130, 131, 349]);

export function isPoison(error: unknown): boolean {
  const code = error instanceof LeadlineError ? clickhouseCode(error.cause) : undefined;
  return code !== undefined && POISON_CODES.has(code);
}

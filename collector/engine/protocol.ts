// What the collector (parent), the engine (child process) and its session threads say to each other.

/** Who asks: the product, or whoever has the reader's password. */
export type User = 'leadline' | 'reader';

/** Everything the child needs; it arrives over the fork channel because the child reads no environment. */
export interface ChildOptions {
  dataDir: string;
  writerPassword: string;
  readerPassword: string;
  /** 0 asks for a free port. */
  port: number;
  memoryBytesMax: number;
  /** How long a client may hang in the middle of a request or an answer; for tests. Default: 10 to 30 s. */
  silentClientMsMax: number | undefined;
}

export type EngineErrorCode = 'engine_platform' | 'engine_locked' | 'engine_unwritable' | 'engine_failed';

export type ParentMessage =
  | { type: 'start'; options: ChildOptions }
  | { type: 'ping' }
  /** Finish the running inserts, close, exit. */
  | { type: 'stop' };

export type ChildMessage =
  | { type: 'ready'; port: number }
  | { type: 'failed'; code: EngineErrorCode; message: string }
  | { type: 'pong' };

/** How a statement gets its result back: chunk by chunk, at once, or none because it takes `data`. */
export type Work =
  | { mode: 'stream'; headerLines: number }
  | { mode: 'buffer' }
  | { mode: 'insert'; table: string; columns: string[] | undefined; format: string; data: Uint8Array };

/** One statement for a session thread. */
export interface Job {
  /** Stored in the engine's `log_comment`, which is how a running query is found again to be killed. */
  id: string;
  sql: string;
  format: string;
  database: string | undefined;
  /** Settings that hold unless the session or the request has others. */
  defaults: Record<string, string>;
  /** The request's own. */
  settings: Record<string, string>;
  params: Record<string, string>;
  /** ClickHouse's own `readonly` setting: 0 all, 1 reads only, 2 reads and settings. */
  readonly: 0 | 1 | 2;
  work: Work;
  /** What the rows that the engine counts are. */
  counts: 'read' | 'written';
  /** Whether the statement changes its session for good. */
  keeps: boolean;
}

export interface JobStats {
  resultRows: number;
  readRows: number;
  readBytes: number;
  writtenRows: number;
  writtenBytes: number;
}

/** `more` and `cancel` name their job, since they may cross with its end and meet the next one. */
export type ThreadRequest =
  | { type: 'run'; job: Job; isHeld: boolean }
  | { type: 'endSession' }
  | { type: 'more'; id: string }
  | { type: 'cancel'; id: string };

export type ThreadReply =
  | { type: 'chunk'; bytes: Uint8Array }
  | { type: 'end'; stats: JobStats }
  | { type: 'error'; message: string };

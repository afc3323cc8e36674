import { parentPort, workerData } from 'node:worker_threads';
import type { RawInsertFormat, Session } from 'chdb';
import { headerLength } from './formats.js';
import { HeldSession } from './held_session.js';
import type { Job, JobStats, ThreadReply, ThreadRequest } from './protocol.js';
import { preparation } from './settings.js';

/** How many chunks may wait unread, so that fetching overlaps with sending and memory stays bounded. */
const CHUNKS_AHEAD = 2;

const NOTHING: JobStats = { resultRows: 0, readRows: 0, readBytes: 0, writtenRows: 0, writtenBytes: 0 };

/**
 * One slot of the pool, in a thread of its own: opening a chdb stream runs scalar subqueries synchronously (7 s seen
 * for `SELECT (SELECT max(…) FROM numbers(3e8))`), which on the main thread would hold up everybody. A round trip to
 * the thread costs 0.1 ms.
 *
 * Every job gets a session of its own, closed after it (0.06 ms for both), so that no setting, parameter or `USE`
 * survives its request. Concurrent sessions do not see each other's (3,000 concurrent parameterised reads: none wrong).
 */
export function serveSessions(): void {
  const port = parentPort;
  if (!port) throw new Error('serveSessions runs in a worker thread');
  const { dataDir } = workerData as { dataDir: string };
  // Loaded only here and in `database.ts`, after it is known that this platform can.
  const loading = import('chdb');
  const reply = (message: ThreadReply) => {
    const { buffer } = message.type === 'chunk' ? message.bytes : { buffer: undefined };
    port.postMessage(message, buffer instanceof ArrayBuffer ? [buffer] : []);
  };
  let running = '';
  let credit = 0;
  let cancelled = false;
  let wake = () => {};
  let held: HeldSession | undefined;

  port.on('message', (request: ThreadRequest) => {
    if (request.type === 'run') void run(request.job, request.isHeld);
    else if (request.type === 'endSession') {
      held?.session.close();
      held = undefined;
    } else if (request.id !== running) return;
    else if (request.type === 'more') credit += 1;
    else cancelled = true;
    wake();
  });

  async function run(job: Job, isHeld: boolean) {
    running = job.id;
    credit = CHUNKS_AHEAD;
    cancelled = false;
    try {
      const { Session } = await loading;
      const stats = await (isHeld ? inHeld(Session, job) : inOwn(new Session(dataDir), job));
      reply({ type: 'end', stats });
    } catch (error) {
      reply({ type: 'error', message: error instanceof Error ? error.message : String(error) });
    }
  }

  async function inOwn(session: Session, job: Job): Promise<JobStats> {
    try {
      for (const statement of preparation(job)) session.query(statement);
      return await execute(session, job);
    } finally {
      session.close();
    }
  }

  async function inHeld(Session: new (path: string) => Session, job: Job): Promise<JobStats> {
    held ??= new HeldSession(new Session(dataDir));
    try {
      held.enter(job);
      return await execute(held.session, job);
    } finally {
      held.leave(job);
    }
  }

  async function execute(session: Session, job: Job): Promise<JobStats> {
    if (job.work.mode === 'insert') return insert(session, job.work);
    if (job.work.mode === 'buffer') return buffer(session, job);
    return stream(session, job, job.work.headerLines);
  }

  async function stream(session: Session, job: Job, headerLines: number): Promise<JobStats> {
    let rows = 0;
    let headed = 0;
    for await (const chunk of session.queryStream(job.sql, { format: job.format })) {
      rows += chunk.numRows;
      while (credit <= 0 && !cancelled) await new Promise<void>((resolve) => (wake = resolve));
      if (cancelled) break;
      credit -= 1;
      // Copied, because memory of the native library cannot be transferred to another thread.
      const bytes = chunk.raw().slice(headed);
      headed ||= headerLength(bytes, headerLines);
      reply({ type: 'chunk', bytes });
    }
    return { ...NOTHING, resultRows: rows };
  }

  async function buffer(session: Session, job: Job): Promise<JobStats> {
    const result = await session.queryAsync(job.sql, { format: job.format });
    const bytes = result.bytes();
    if (bytes.length > 0) reply({ type: 'chunk', bytes: bytes.slice() });
    const { rowsRead, bytesRead } = result;
    if (job.counts === 'written') return { ...NOTHING, writtenRows: rowsRead, writtenBytes: bytesRead };
    return { ...NOTHING, readRows: rowsRead, readBytes: bytesRead };
  }

  async function insert(
    session: Session,
    { table, columns, format, data }: Extract<Job['work'], { mode: 'insert' }>,
  ): Promise<JobStats> {
    const { rowsWritten, bytesWritten } = await session.insert({
      table,
      values: data,
      format: format as RawInsertFormat,
      ...(columns && { columns }),
    });
    return { ...NOTHING, writtenRows: rowsWritten, writtenBytes: bytesWritten };
  }
}

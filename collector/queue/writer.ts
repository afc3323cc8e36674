import { mkdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { nameOf } from '../errors.js';
import type { Log } from '../log.js';
import { unstorableRow } from '../pipeline/rejected.js';
import { type InsertLines, insertRows } from '../store/insert_rows.js';
import { isPoison } from '../store/store.js';
import type { DiskQueue } from './disk.js';
import type { Target } from './queue.js';
import { Refresher } from './refresher.js';
import type { FrozenSegment } from './segment.js';

const RETRY_MS_MIN = 100;
const RETRY_MS_MAX = 5_000;
/** How long a stop waits for an insert under way: a ClickHouse that hangs would hold it for half a minute. */
const STOP_MS = 3_000;

/** What became of the queue's rows in this process; counters only grow. */
export interface WriterStats {
  insertedRows: number;
  /** When the last of them were stored, in milliseconds; undefined before the first. */
  lastInsertAt: number | undefined;
  /** Inserts that failed and were or will be tried again, whatever the reason but the rows themselves. */
  failedInserts: number;
  /** Rows that ClickHouse will never take, each now a refused event. */
  poisonRows: number;
  /** Files of the log with a part that could not be read, kept in the queue's folder `damaged`. */
  damagedSegments: number;
  /** Since when nothing has been stored although it was tried, in milliseconds; undefined while all is well. */
  retryingSince: number | undefined;
  /** Why the last insert failed, without the rows' values; undefined while all is well. */
  lastError: string | undefined;
}

export interface Writer {
  stats(): Readonly<WriterStats>;
  /** Resolves once the segment under way has ended; what is left waits on the disk. */
  stop(): Promise<void>;
}

export const noStats = (): WriterStats => ({
  insertedRows: 0,
  lastInsertAt: undefined,
  failedInserts: 0,
  poisonRows: 0,
  damagedSegments: 0,
  retryingSince: undefined,
  lastError: undefined,
});

/**
 * Moves the queue's segments into ClickHouse, oldest first, each until it is stored. The segment's id is the insert's
 * deduplication token, so that a segment inserted twice counts once; the events' own ids are the backstop.
 */
export function startWriter(queue: DiskQueue, target: Target, log: Log): Writer {
  const stopping = new AbortController();
  const cutting = new AbortController();
  const stats = noStats();
  const context = { queue, ...target, log, stats, stopping: stopping.signal, cutting: cutting.signal };
  const running = run(context).catch((error) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    stats: () => stats,
    async stop() {
      stopping.abort();
      const timer = setTimeout(() => cutting.abort(), STOP_MS);
      await running;
      clearTimeout(timer);
    },
  };
}

interface Context extends Target {
  queue: DiskQueue;
  log: Log;
  stats: WriterStats;
  /** Nothing more is tried again. */
  stopping: AbortSignal;
  /** What is under way is broken off. */
  cutting: AbortSignal;
}

async function run(context: Context): Promise<void> {
  const { queue, stopping, models } = context;
  const refresher = new Refresher((stored) =>
    untilReached(context, {}, () => unlessCut(models.refresh(stored), context)),
  );
  for (let segment = await queue.next(); segment && !stopping.aborted; segment = await queue.next()) {
    await move(segment, context, refresher);
  }
  await refresher.end();
}

/** Each step is done once, however often the disk makes a later one wait. */
async function move(segment: FrozenSegment, context: Context, refresher: Refresher): Promise<void> {
  const { queue, stats, log } = context;
  const content = await untilDone(segment, context, () => segment.read());
  // Somebody took the file away: there is nothing left to wait for, and others stand in line behind it.
  if (content === undefined) return queue.lost(segment);
  const target = {
    insert: (...rows: Parameters<InsertLines>) => insertUntilStored(context, ...rows),
    noteOf: unstorableRow,
    log,
  };
  for (const [table, lines] of content.tables) {
    const token = `${segment.id}:${table}`;
    const poison = await untilDone(segment, context, () => insertRows(target, table, lines, token));
    stats.poisonRows += poison ?? 0;
  }
  queue.stored(segment);
  const { tables, damagedBytes } = content;
  await refresher.add({
    tables,
    bytes: segment.bytes,
    isUrgent: () => queue.isAwaited(segment),
    async done() {
      if (damagedBytes > 0)
        await untilDone(segment, context, () => keepDamaged(segment, damagedBytes, context));
      await untilDone(segment, context, () => queue.done(segment));
    },
  });
}

/** A ClickHouse that hangs keeps nobody from stopping. */
async function unlessCut<Result>(work: Promise<Result>, { cutting }: Context): Promise<Result> {
  let onCut = () => {};
  const cut = new Promise<never>((_, reject) => {
    onCut = () => reject(cutting.reason);
    cutting.addEventListener('abort', onCut, { once: true });
  });
  try {
    return await Promise.race([work, cut]);
  } finally {
    cutting.removeEventListener('abort', onCut);
  }
}

/** A disk that fails is tried again until it answers. @returns undefined where the file is gone */
async function untilDone<Result>(
  segment: FrozenSegment,
  { log, stopping }: Context,
  step: () => Promise<Result>,
): Promise<Result | undefined> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      stopping.throwIfAborted();
      const { code } = error as NodeJS.ErrnoException;
      log('error', 'the queue cannot be read', { segment: segment.path, code, error: nameOf(error) });
      if (code === 'ENOENT') return undefined;
      await delay(RETRY_MS_MAX, undefined, { signal: stopping });
    }
  }
}

/** Rows that ClickHouse will never take are the caller's. */
async function insertUntilStored(
  context: Context,
  ...[table, lines, token]: Parameters<InsertLines>
): Promise<void> {
  const { store, stats, cutting } = context;
  await untilReached(context, { table, rows: lines.length }, () =>
    store.insert(table, lines, token, cutting),
  );
  stats.insertedRows += lines.length;
  stats.lastInsertAt = Date.now();
}

/** A database that is away is waited for. */
async function untilReached(
  { log, stats, stopping }: Context,
  what: { table?: string; rows?: number },
  act: () => Promise<void>,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await act();
      Object.assign(stats, { retryingSince: undefined, lastError: undefined });
      return;
    } catch (error) {
      if (isPoison(error)) throw error;
      stats.failedInserts++;
      stats.retryingSince ??= Date.now();
      stats.lastError = nameOf(error);
      const waitMs = backoffMs(attempt);
      log('warn', 'insert failed, will be tried again', { ...what, waitMs, error: stats.lastError });
      await delay(waitMs, undefined, { signal: stopping });
    }
  }
}

/** Twice as long each time, less a random part of it: the collectors of one ClickHouse must not come back in step. */
function backoffMs(attempt: number): number {
  const longest = Math.min(RETRY_MS_MIN * 2 ** attempt, RETRY_MS_MAX);
  return Math.round(longest * (0.5 + Math.random() / 2));
}

/** What cannot be read is kept for a closer look, never thrown away. Moved: there may be no room for a copy. */
async function keepDamaged(
  segment: FrozenSegment,
  damagedBytes: number,
  { log, stats }: Context,
): Promise<void> {
  const folder = join(dirname(segment.path), 'damaged');
  await mkdir(folder, { recursive: true });
  const kept = join(folder, basename(segment.path));
  await rename(segment.path, kept);
  stats.damagedSegments++;
  log('error', 'part of the queue cannot be read; the rest is stored', { damagedBytes, kept });
}

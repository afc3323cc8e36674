import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TableRows } from '../schemas/sql.gen.js';
import type { Log } from './log.js';
import { rejectedRow } from './pipeline/rejected.js';
import type { DiskQueue } from './queue/disk.js';
import type { FrozenSegment } from './queue/segment.js';
import { isPoison, nameOf, type Store } from './store/store.js';

const RETRY_MS_MIN = 100;
const RETRY_MS_MAX = 5_000;

/**
 * Moves the queue's segments into ClickHouse, oldest first, each until it is stored. The segment's id is the insert's
 * deduplication token, so that a segment inserted twice counts once; the events' own ids are the backstop.
 *
 * @returns stop: resolves once the insert under way has ended; what is left waits on the disk
 */
export function startWriter(queue: DiskQueue, store: Store, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = run(queue, store, log, stopping.signal).catch((error) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

async function run(queue: DiskQueue, store: Store, log: Log, signal: AbortSignal): Promise<void> {
  for (let segment = await queue.next(); segment && !signal.aborted; segment = await queue.next()) {
    try {
      await move(segment, { store, log, signal });
      await queue.done(segment);
    } catch (error) {
      signal.throwIfAborted();
      const { code } = error as NodeJS.ErrnoException;
      log('error', 'the queue cannot be read', { segment: segment.path, code, error: String(error) });
      // Somebody took the file away: there is nothing left to wait for, and others stand in line behind it.
      if (code === 'ENOENT') await queue.done(segment);
      else await delay(RETRY_MS_MAX, undefined, { signal });
    }
  }
}

async function move(segment: FrozenSegment, target: Target): Promise<void> {
  const { tables, damagedBytes } = await segment.read();
  if (damagedBytes > 0) await keepDamaged(segment, damagedBytes, target.log);
  for (const [table, lines] of tables) await insert(target, table, lines, `${segment.id}:${table}`);
}

interface Target {
  store: Store;
  log: Log;
  signal: AbortSignal;
}

/** Until it is stored: a database that is away is waited for, a row that it will never take is set aside. */
async function insert(target: Target, table: keyof TableRows, lines: string[], token: string): Promise<void> {
  const { store, log, signal } = target;
  for (let attempt = 0; ; attempt++) {
    try {
      return await store.insert(table, lines, token);
    } catch (error) {
      if (isPoison(error)) return isolate(target, table, lines, token, error);
      const waitMs = Math.min(RETRY_MS_MIN * 2 ** attempt, RETRY_MS_MAX);
      log('warn', 'insert failed, will be tried again', {
        table,
        rows: lines.length,
        waitMs,
        error: nameOf(error),
      });
      await delay(waitMs, undefined, { signal });
    }
  }
}

/** Halves the rows until the one that cannot be stored stands alone; that one becomes a refused event. */
async function isolate(
  target: Target,
  table: keyof TableRows,
  lines: string[],
  token: string,
  error: unknown,
): Promise<void> {
  if (lines.length > 1) {
    const half = lines.length >> 1;
    await insert(target, table, lines.slice(0, half), `${token}.0`);
    await insert(target, table, lines.slice(half), `${token}.1`);
    return;
  }
  const row = readRow(lines[0] ?? '');
  target.log('error', 'a row cannot be stored', { table, event: row.event_id, error: nameOf(error) });
  const rejected = rejectedRow({
    site: row.site ?? '',
    receivedAt: Date.now(),
    eventId: row.event_id ?? '',
    type: row.type ?? '',
    sameAs: `${table}\0${row.event_id ?? lines[0]}`,
    reason: 'not_storable',
    message: `ClickHouse cannot store this event in ${table}.`,
    origin: '',
    count: 1,
  });
  // A note that cannot be stored either is not worth another.
  if (table !== 'rejected_events') await insert(target, 'rejected_events', [rejected.json], token);
}

/** What a row that cannot be stored calls itself, as far as that can be read. */
function readRow(line: string): Partial<TableRows['events']> {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

/** What cannot be read is kept for a closer look, never thrown away. */
async function keepDamaged(segment: FrozenSegment, damagedBytes: number, log: Log): Promise<void> {
  const folder = join(dirname(segment.path), 'damaged');
  await mkdir(folder, { recursive: true });
  const copy = join(folder, basename(segment.path));
  await copyFile(segment.path, copy);
  log('error', 'part of the queue cannot be read; the rest is kept', { damagedBytes, copy });
}

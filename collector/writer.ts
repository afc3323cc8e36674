import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TableRows } from '../schemas/sql.gen.js';
import type { Log } from './log.js';
import { rejectedRow } from './pipeline/rejected.js';
import type { DiskQueue } from './queue/disk.js';
import type { FrozenSegment } from './queue/segment.js';
import { isPoison, type Store } from './store/store.js';

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
    const { tables, damagedBytes } = await segment.read();
    if (damagedBytes > 0) await keepDamaged(segment, damagedBytes, log);
    for (const [table, lines] of tables) {
      await insert({ store, log, signal }, table, lines, `${segment.id}:${table}`);
    }
    await queue.done(segment);
  }
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
        error: String(error),
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
  const row = JSON.parse(lines[0] ?? '{}') as Partial<TableRows['events']>;
  target.log('error', 'a row cannot be stored', { table, event: row.event_id, error: String(error) });
  const rejected = rejectedRow({
    site: row.site ?? '',
    receivedAt: Date.now(),
    eventId: row.event_id ?? '',
    type: row.type ?? '',
    reason: 'not_storable',
    message: `ClickHouse cannot store this event in ${table}.`,
    origin: '',
    count: 1,
  });
  await target.store.insert('rejected_events', [rejected.json], token);
}

/** What cannot be read is kept for a closer look, never thrown away. */
async function keepDamaged(segment: FrozenSegment, damagedBytes: number, log: Log): Promise<void> {
  const folder = join(dirname(segment.path), 'damaged');
  await mkdir(folder, { recursive: true });
  const copy = join(folder, basename(segment.path));
  await copyFile(segment.path, copy);
  log('error', 'part of the queue cannot be read; the rest is kept', { damagedBytes, copy });
}

import type { SystemState } from '../../../schemas/system.js';

/** What is wrong, the gravest first; each has a sentence that says so, and what to do. */
export type Trouble =
  | { kind: 'queueFull' }
  | { kind: 'storeDown'; isEmbedded: boolean }
  | { kind: 'notStored'; sinceMs: number; error: string | undefined }
  | { kind: 'diskFull'; freeBytes: number }
  | { kind: 'lag'; lagMs: number }
  | { kind: 'damagedParts'; count: number }
  | { kind: 'damagedFiles'; count: number }
  | { kind: 'poison'; rows: number }
  | { kind: 'restarts'; count: number; lastAt: number }
  | { kind: 'parts'; table: string; parts: number };

/** Rows are stored within seconds; a minute behind is no breath that ClickHouse takes. */
const LAG_MS = 60_000;
/** A merge needs as much room as the parts that it merges. */
const FREE_SHARE = 0.1;
const FREE_BYTES = 2 ** 30;
/** One start is a machine that was short of memory for a moment; more within an hour are a pattern. */
const RESTARTS = 3;
const RECENT_MS = 3_600_000;
/** ClickHouse slows inserts down from 1,000 parts on (`parts_to_delay_insert`). */
const PARTS = 300;

export function troublesOf(state: SystemState, now: number): Trouble[] {
  const { clickhouse, queue, writer, disk, damagedParts, tables } = state;
  const found: Trouble[] = [];
  if (queue.isFull) found.push({ kind: 'queueFull' });
  if (!clickhouse.isUp) found.push({ kind: 'storeDown', isEmbedded: clickhouse.isEmbedded });
  else if (writer?.retryingSinceMs !== undefined)
    found.push({ kind: 'notStored', sinceMs: writer.retryingSinceMs, error: writer.lastError });
  else if (queue.lagMs > LAG_MS) found.push({ kind: 'lag', lagMs: queue.lagMs });
  if (disk && disk.freeBytes < Math.min(disk.totalBytes * FREE_SHARE, 10 * FREE_BYTES))
    found.push({ kind: 'diskFull', freeBytes: disk.freeBytes });
  if (damagedParts.length > 0) found.push({ kind: 'damagedParts', count: damagedParts.length });
  if (queue.damaged.length > 0) found.push({ kind: 'damagedFiles', count: queue.damaged.length });
  if (writer && writer.poisonRows > 0) found.push({ kind: 'poison', rows: writer.poisonRows });
  const { restarts = 0, lastRestartAt = 0 } = clickhouse;
  if (restarts >= RESTARTS && now - lastRestartAt < RECENT_MS)
    found.push({ kind: 'restarts', count: restarts, lastAt: lastRestartAt });
  for (const { table, parts } of tables) if (parts > PARTS) found.push({ kind: 'parts', table, parts });
  return found;
}

/** Stop what comes in, or lose what is there, before long. */
export const isGrave = ({ kind }: Trouble) =>
  kind === 'queueFull' || kind === 'storeDown' || kind === 'notStored' || kind === 'diskFull';

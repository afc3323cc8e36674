import type { TableRows } from '../../schemas/gen/tables.js';
import { nameOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Row } from './row.js';
import { isPoison, type Line } from './store.js';

/** Inserts lines, harmlessly often under the same token: `Store.insert`, or one that tries again. */
export type InsertLines = (table: keyof TableRows, lines: readonly Line[], token: string) => Promise<void>;

/** What a row that cannot be stored calls itself, as far as that can be read. */
export type Unstorable = Partial<Record<keyof TableRows['events'], unknown>>;

export interface RowsTarget {
  insert: InsertLines;
  /** The row that tells the owner of one that cannot be stored; undefined where that is not worth a row. */
  noteOf: (table: keyof TableRows, row: Unstorable, line: Line) => Row | undefined;
  log: Log;
}

/**
 * Inserts rows that may hold some that ClickHouse will never take: those are found by halving, and each leaves a note for
 * the owner, so that one row never holds up or costs the others.
 *
 * @returns how many rows were set aside
 * @throws what `insert` throws for any other reason than the rows themselves; the same call may be made again
 */
export async function insertRows(
  target: RowsTarget,
  table: keyof TableRows,
  lines: readonly Line[],
  token: string,
): Promise<number> {
  try {
    await target.insert(table, lines, token);
    return 0;
  } catch (error) {
    if (!isPoison(error)) throw error;
    if (lines.length === 1) {
      await setAside(target, { table, line: lines[0] ?? '', token, error });
      return 1;
    }
  }
  const half = lines.length >> 1;
  return (
    (await insertRows(target, table, lines.slice(0, half), `${token}.0`)) +
    (await insertRows(target, table, lines.slice(half), `${token}.1`))
  );
}

interface Poison {
  table: keyof TableRows;
  line: Line;
  token: string;
  error: unknown;
}

async function setAside(target: RowsTarget, { table, line, token, error }: Poison): Promise<void> {
  const row = readRow(line);
  target.log('error', 'a row cannot be stored', { table, event: row.event_id, error: nameOf(error) });
  const note = target.noteOf(table, row, line);
  if (note) await insertRows(target, note.table, [note.json], token);
}

function readRow(line: Line): Unstorable {
  try {
    return Object(JSON.parse(String(line)));
  } catch {
    return {};
  }
}

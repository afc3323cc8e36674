import type { TableRows } from '../../schemas/sql.gen.js';
import { nameOf } from '../errors.js';
import type { Log } from '../log.js';
import { rejectedRow } from '../pipeline/rejected.js';
import { isPoison, type Line } from './store.js';

/** Inserts lines, harmlessly often under the same token: `Store.insert`, or one that tries again. */
export type InsertLines = (table: keyof TableRows, lines: readonly Line[], token: string) => Promise<void>;

/**
 * Inserts rows that may hold some that ClickHouse will never take: those are found by halving, and each becomes a
 * refused event for the owner to read, so that one row never holds up or costs the others.
 *
 * @returns how many rows were set aside
 * @throws what `insert` throws for any other reason than the rows themselves; the same call may be made again
 */
export async function insertRows(
  insert: InsertLines,
  log: Log,
  table: keyof TableRows,
  lines: readonly Line[],
  token: string,
): Promise<number> {
  try {
    await insert(table, lines, token);
    return 0;
  } catch (error) {
    if (!isPoison(error)) throw error;
    if (lines.length === 1) {
      await setAside(insert, log, { table, line: lines[0] ?? '', token, error });
      return 1;
    }
  }
  const half = lines.length >> 1;
  return (
    (await insertRows(insert, log, table, lines.slice(0, half), `${token}.0`)) +
    (await insertRows(insert, log, table, lines.slice(half), `${token}.1`))
  );
}

interface Poison {
  table: keyof TableRows;
  line: Line;
  token: string;
  error: unknown;
}

async function setAside(insert: InsertLines, log: Log, { table, line, token, error }: Poison): Promise<void> {
  const row = readRow(line);
  log('error', 'a row cannot be stored', { table, event: row.event_id, error: nameOf(error) });
  // A note that cannot be stored either is not worth another.
  if (table === 'rejected_events') return;
  const note = rejectedRow({
    site: text(row.site),
    receivedAt: Date.now(),
    eventId: text(row.event_id),
    type: text(row.type),
    sameAs: `${table}\0${row.event_id ?? line}`,
    reason: 'not_storable',
    message: `ClickHouse cannot store this event in ${table}.`,
    origin: '',
    count: 1,
  });
  await insertRows(insert, log, 'rejected_events', [note.json], token);
}

/** What a row that cannot be stored calls itself, as far as that can be read. */
function readRow(line: Line): Partial<Record<keyof TableRows['events'], unknown>> {
  try {
    return Object(JSON.parse(String(line)));
  } catch {
    return {};
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { TableRows } from '../../schemas/gen/tables.js';
import type { Row } from '../store/row.js';
import { frame, readFrames } from './frames.js';

/** How much of a segment is read before requests get their turn: less than a millisecond of work. */
const READ_AT_ONCE_BYTES = 1 << 18;

/** Rows as the log keeps them: a frame of a line each, the table's name before a tab. */
export const encode = (rows: Row[]): Buffer =>
  frame(rows.map(({ table, json }) => `${table}\t${json}\n`).join(''));

/** A file of the log that is being written. */
export interface ActiveSegment {
  id: string;
  path: string;
  file: FileHandle;
  /** Bytes known to be whole and on the disk. */
  bytes: number;
  /** When the first row came, by `performance.now()`: the day's clock may jump. */
  since: number;
}

export async function createSegment(folder: string, id: string): Promise<ActiveSegment> {
  const path = join(folder, `${id}.log`);
  const file = await open(path, 'ax', 0o600);
  try {
    await syncFolder(dirname(path));
  } catch (error) {
    await file.close();
    throw error;
  }
  return { id, path, file, bytes: 0, since: performance.now() };
}

/** A file's name is durable only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * A file of the log that nothing is added to any more. Its content never changes, so its id names exactly these rows:
 * that is what makes inserting it twice harmless.
 */
export class FrozenSegment {
  constructor(
    readonly id: string,
    readonly path: string,
    readonly bytes: number,
    readonly since: number,
  ) {}

  /**
   * The rows by table, as JSONEachRow lines without their ends, and how many bytes of the file could not be read. The
   * lines are views of the file's bytes: nothing is decoded or copied, and requests are answered in between.
   */
  async read(): Promise<{ tables: Map<keyof TableRows, Buffer[]>; damagedBytes: number }> {
    const tables = new Map<keyof TableRows, Buffer[]>();
    let damagedBytes = 0;
    let bytes = 0;
    for (const part of readFrames(await readFile(this.path))) {
      if ('damagedBytes' in part) {
        damagedBytes += part.damagedBytes;
        continue;
      }
      addLines(part.payload, tables);
      bytes += part.payload.length;
      if (bytes < READ_AT_ONCE_BYTES) continue;
      bytes = 0;
      await setImmediate();
    }
    return { tables, damagedBytes };
  }

  remove(): Promise<void> {
    return rm(this.path, { force: true });
  }
}

const TAB = 9;
const NEWLINE = 10;

/** Sorts the lines of one append into their tables. */
function addLines(payload: Buffer, tables: Map<keyof TableRows, Buffer[]>): void {
  for (let at = 0; at < payload.length; ) {
    const tab = payload.indexOf(TAB, at);
    const end = payload.indexOf(NEWLINE, tab);
    const table = payload.toString('latin1', at, tab) as keyof TableRows;
    const line = payload.subarray(tab + 1, end);
    const lines = tables.get(table);
    if (lines) lines.push(line);
    else tables.set(table, [line]);
    at = end + 1;
  }
}

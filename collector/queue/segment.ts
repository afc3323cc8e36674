import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TableRows } from '../../schemas/sql.gen.js';
import { frame, readFrames } from './frames.js';
import type { Row } from './queue.js';

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
  /** When the first row came, in milliseconds. */
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
  return { id, path, file, bytes: 0, since: Date.now() };
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

  /** JSONEachRow bytes by table, and how many bytes of the file could not be read. */
  async read(): Promise<{ tables: Map<keyof TableRows, string[]>; damagedBytes: number }> {
    const { payloads, damagedBytes } = readFrames(await readFile(this.path));
    const tables = new Map<keyof TableRows, string[]>();
    for (const payload of payloads) {
      for (const line of payload.toString().split('\n')) {
        const tab = line.indexOf('\t');
        if (tab < 0) continue;
        const table = line.slice(0, tab) as keyof TableRows;
        const rows = tables.get(table);
        if (rows) rows.push(line.slice(tab + 1));
        else tables.set(table, [line.slice(tab + 1)]);
      }
    }
    return { tables, damagedBytes };
  }

  remove(): Promise<void> {
    return rm(this.path, { force: true });
  }
}

import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { DamagedFile, SystemState } from '../../schemas/system.js';

/** What runs the collector, for the page that tells its owners how it does. What cannot be found out is left out. */
export interface Machine {
  platform: SystemState['platform'];
  node?: string;
  queueBytesMax?: number;
  /** Absent where ClickHouse is a server of somebody's. */
  engine?: { readonly restarts: { readonly count: number; readonly lastAt: number | undefined } } | undefined;
  disk(): Promise<SystemState['disk']>;
  /** Files of the queue with a part that could not be read, newest first. */
  damaged(): Promise<DamagedFile[]>;
  /** The lists that addresses are looked up in. */
  lists(): Promise<SystemState['lists']>;
}

/** Enough to see that something is wrong. */
const DAMAGED_MAX = 100;

/** How much room the disk of a folder has for whoever is not root. */
export async function diskOf(folder: string): Promise<SystemState['disk']> {
  try {
    const { bsize, bavail, blocks } = await statfs(folder);
    return { freeBytes: bsize * bavail, totalBytes: bsize * blocks };
  } catch {
    return undefined;
  }
}

/** The files that the writer has set aside; none where there is no such folder. */
export async function damagedIn(queueFolder: string): Promise<DamagedFile[]> {
  const folder = join(queueFolder, 'damaged');
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names
      .sort()
      .slice(-DAMAGED_MAX)
      .map(async (name): Promise<DamagedFile[]> => {
        const file = await stat(join(folder, name)).catch(() => undefined);
        return file?.isFile() ? [{ name, bytes: file.size, at: Math.round(file.mtimeMs) }] : [];
      }),
  );
  return files.flat().sort((one, other) => other.at - one.at);
}

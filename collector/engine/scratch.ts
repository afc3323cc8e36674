import { mkdirSync, rmSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that live as long as a request: large bodies on their way in, whole results on their way out. */
export class Scratch {
  #made = 0;

  /** @param folder emptied at once, since the last process may have left something */
  constructor(private readonly folder: string) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** A name for a new file. ClickHouse sees no compression in it. */
  path(): string {
    this.#made += 1;
    return join(this.folder, String(this.#made));
  }

  remove(path: string): Promise<void> {
    return rm(path, { force: true });
  }
}

const LOOK_EVERY_MS = 250;

/** Calls `onOver`, once, when a growing file is larger than it may be. Returns what ends the watch. */
export function watchSize(path: string, bytesMax: number, onOver: () => void): () => void {
  const timer = setInterval(async () => {
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (size <= bytesMax) return;
    clearInterval(timer);
    onOver();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

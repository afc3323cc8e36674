import { type FileHandle, open } from 'node:fs/promises';
import { exception, QueryException } from './exceptions.js';
import type { JobStats } from './protocol.js';
import type { Result } from './respond.js';
import { type Scratch, watchSize } from './scratch.js';
import type { Run } from './slot.js';

/** Largest result that is put together as a whole before it is sent. */
const BYTES_MAX = 2 ** 30;
const PIECE_BYTES = 256 << 10;

/**
 * The result of a job that writes to a file: it comes when the job is done, and the job's slot is free by then. `end`
 * is called when the file grows too large.
 */
export class FileResult implements Result {
  #handle: FileHandle | undefined;
  #isOver = false;
  readonly #stopWatching: () => void;

  constructor(
    private readonly run: Run,
    private readonly path: string,
    private readonly scratch: Scratch,
    end: () => void,
  ) {
    this.#stopWatching = watchSize(path, BYTES_MAX, () => {
      this.#isOver = true;
      end();
    });
  }

  get stats(): JobStats | undefined {
    return this.run.stats;
  }

  async next(): Promise<Uint8Array | undefined> {
    this.#handle ??= await this.#finished();
    const { buffer, bytesRead } = await this.#handle.read(Buffer.allocUnsafe(PIECE_BYTES), 0, PIECE_BYTES);
    return bytesRead > 0 ? buffer.subarray(0, bytesRead) : undefined;
  }

  async close(): Promise<void> {
    this.#stopWatching();
    await this.#handle?.close();
    await this.scratch.remove(this.path);
  }

  async #finished(): Promise<FileHandle> {
    try {
      while (await this.run.next());
    } catch (error) {
      if (!this.#isOver || !(error instanceof QueryException)) throw error;
      throw exception(
        'TOO_MANY_ROWS_OR_BYTES',
        `Limit for a whole result exceeded, ${BYTES_MAX} bytes: use a format of rows (JSONEachRow, CSV …), which is streamed.`,
      );
    } finally {
      this.#stopWatching();
    }
    return open(this.path, 'r');
  }
}

import { Worker } from 'node:worker_threads';
import { parseException } from './exceptions.js';
import type { Job, JobStats, ThreadReply, ThreadRequest } from './protocol.js';

/** A session thread, seen from the main thread: runs one job at a time. */
export class Slot {
  readonly #worker: Worker;
  #deliver: (reply: ThreadReply) => void = () => {};

  /** @param entry the built engine; the thread runs the same file. */
  constructor(entry: string, dataDir: string) {
    this.#worker = new Worker(entry, { workerData: { dataDir } });
    this.#worker.on('message', (reply: ThreadReply) => this.#deliver(reply));
    // A thread that breaks has left native state behind: the process goes, and the supervisor starts another.
    this.#worker.on('error', (error) => {
      console.error(error);
      process.kill(process.pid, 'SIGKILL');
    });
  }

  /**
   * Starts a job; the slot is free again when `onFree` is called, which cancelling alone does not do.
   * @param isHeld in a session that stays until `endSession`
   */
  run(job: Job, isHeld: boolean, onFree: () => void): Run {
    const run = new Run(job.id, (request) => this.#worker.postMessage(request), onFree);
    this.#deliver = (reply) => run.take(reply);
    const data = job.work.mode === 'insert' ? job.work.data : undefined;
    this.#worker.postMessage({ type: 'run', job, isHeld } satisfies ThreadRequest, transferable(data));
    return run;
  }

  endSession(): void {
    this.#worker.postMessage({ type: 'endSession' } satisfies ThreadRequest);
  }
}

/** Small buffers share Node's pool and cannot be given away; they are copied. */
const transferable = (data: Uint8Array | undefined) =>
  data?.buffer instanceof ArrayBuffer && data.byteLength === data.buffer.byteLength ? [data.buffer] : [];

/** The result of a job: pull chunks with `next` until it gives none; `stats` are there from then on. */
export class Run {
  stats: JobStats | undefined;
  readonly #replies: ThreadReply[] = [];
  #notify = () => {};
  #done = false;
  #end = () => {};
  /** Resolves when the thread is done with the job, also where nobody pulls any more. */
  readonly ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  constructor(
    private readonly id: string,
    private readonly send: (request: ThreadRequest) => void,
    private readonly onFree: () => void,
  ) {}

  take(reply: ThreadReply): void {
    this.#replies.push(reply);
    if (reply.type !== 'chunk') {
      this.#done = true;
      this.onFree();
      this.#end();
    }
    this.#notify();
  }

  get done(): boolean {
    return this.#done;
  }

  /** @throws QueryException what the engine answered */
  async next(): Promise<Uint8Array | undefined> {
    if (this.stats) return undefined;
    while (this.#replies.length === 0) await new Promise<void>((resolve) => (this.#notify = resolve));
    const reply = this.#replies.shift();
    if (reply?.type === 'chunk') {
      if (!this.#done) this.send({ type: 'more', id: this.id });
      return reply.bytes;
    }
    if (reply?.type === 'error') throw parseException(reply.message);
    this.stats = reply?.stats;
    return undefined;
  }

  /** Stops a stream before its next chunk. */
  cancel(): void {
    this.send({ type: 'cancel', id: this.id });
  }
}

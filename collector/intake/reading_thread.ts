import { Worker } from 'node:worker_threads';
import { LeadlineError } from '../errors.js';
import type { Log } from '../log.js';
import type { SiteRecord } from '../records/sites.js';
import type { ReadBatch } from './intake.js';
import type { ReadReply, ThreadData, ThreadRequest } from './protocol.js';
import type { Reading, Sender } from './read.js';

/** Bodies that may wait to be read; beyond, senders come back later, and memory stays bounded. */
const WAITING_BYTES_MAX = 64 << 20;
/** A batch takes some 50 µs, a large one some 100 ms; a thread that is silent for so long is stuck and is replaced. */
const SILENCE_MS_MAX = 10_000;
/** What travels together: much of it, but not so much that those at its end wait long. */
const MESSAGE_BYTES_MAX = 1 << 20;
/** A thread that ends at once, such as one whose file is missing, is not started again at once. */
const RESTART_MS = 1_000;
/** Messages to the thread at once: one that it reads, and one that it finds when it is done. */
const UNDER_WAY_MAX = 2;

interface Waiting {
  body: Uint8Array;
  sender: Sender;
  resolve: (reading: Reading<Uint8Array>) => void;
  reject: (error: LeadlineError) => void;
}

/**
 * Reads batches in a thread of its own. That serves more batches, and one that takes long
 * holds up the other batches, but not the queries, the script and the health checks. A message costs as much as a fifth of a request, so requests travel together.
 *
 * @param entry path of the built thread, `dist/intake.js`
 */
export class ReadingThread {
  #worker: Worker | undefined;
  #gathering: Waiting[] = [];
  #groups: { waiting: Waiting[]; since: number }[] = [];
  #waitingBytes = 0;
  #startedAt = 0;
  #isClosed = false;
  #heardAt = 0;
  #sites: readonly SiteRecord[] = [];
  readonly #watch: NodeJS.Timeout;

  constructor(
    private readonly entry: string,
    private readonly data: Omit<ThreadData, 'sites'>,
    private readonly log: Log,
    private readonly silenceMsMax = SILENCE_MS_MAX,
  ) {
    this.#start();
    this.#watch = setInterval(() => this.#replaceStuck(), silenceMsMax / 10).unref();
  }

  /** The sites have changed. */
  update(sites: readonly SiteRecord[]): void {
    this.#sites = sites;
    this.#post({ type: 'sites', sites });
  }

  /** @throws LeadlineError `busy` */
  readonly read: ReadBatch<Uint8Array> = (body, sender) => {
    if (this.#waitingBytes + body.length > WAITING_BYTES_MAX)
      throw busy('More events come than can be read.');
    this.#waitingBytes += body.length;
    if (this.#gathering.length === 0) setImmediate(() => this.#send());
    return new Promise((resolve, reject) => this.#gathering.push({ body, sender, resolve, reject }));
  };

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#isClosed = true;
    await this.#worker?.terminate();
    this.#giveUp([...this.#groups.splice(0).flatMap(({ waiting }) => waiting), ...this.#gathering.splice(0)]);
  }

  #start(): void {
    const workerData: ThreadData = { ...this.data, sites: this.#sites };
    const worker = new Worker(this.entry, { workerData });
    this.#worker = worker;
    this.#startedAt = performance.now();
    worker.on('message', (reply: ReadReply) => this.#deliver(reply));
    worker.on('error', (error) => this.log('error', 'the reading thread failed', { error: String(error) }));
    worker.on('exit', () => this.#restart());
    this.#send();
  }

  #restart(): void {
    if (this.#isClosed) return;
    this.#worker = undefined;
    this.#giveUp(this.#groups.splice(0).flatMap(({ waiting }) => waiting));
    const waitMs = Math.max(0, this.#startedAt + RESTART_MS - performance.now());
    setTimeout(() => this.#isClosed || this.#start(), waitMs).unref();
  }

  /** Not read, and their senders still have them. */
  #giveUp(waiting: Waiting[]): void {
    for (const { body, reject } of waiting) {
      this.#waitingBytes -= body.length;
      reject(busy('The events could not be read.'));
    }
  }

  #replaceStuck(): void {
    const oldest = this.#groups[0];
    const quietSince = Math.max(oldest?.since ?? 0, this.#heardAt);
    if (oldest && performance.now() - quietSince > this.silenceMsMax) void this.#worker?.terminate();
  }

  #post(request: ThreadRequest, transfer: ArrayBuffer[] = []): void {
    this.#worker?.postMessage(request, transfer);
  }

  /** What comes while the thread has enough to do gathers, and travels as one: the busier, the cheaper. */
  #send(): void {
    if (!this.#worker || this.#groups.length >= UNDER_WAY_MAX || this.#gathering.length === 0) return;
    const waiting = this.#gathering.splice(0, this.#countForMessage());
    const bodies = new Uint8Array(waiting.reduce((sum, { body }) => sum + body.length, 0));
    const ends: number[] = [];
    let at = 0;
    for (const { body } of waiting) {
      bodies.set(body, at);
      at += body.length;
      ends.push(at);
    }
    this.#groups.push({ waiting, since: performance.now() });
    const senders = waiting.map(({ sender }) => sender);
    this.#post({ type: 'read', bodies, ends, senders, receivedAt: Date.now() }, [bodies.buffer]);
  }

  /** At least one, and as many more as fit. */
  #countForMessage(): number {
    let bytes = 0;
    const end = this.#gathering.findIndex(({ body }, index) => {
      bytes += body.length;
      return index > 0 && bytes > MESSAGE_BYTES_MAX;
    });
    return end < 0 ? this.#gathering.length : end;
  }

  #deliver({ readings, frames, ends }: ReadReply): void {
    this.#heardAt = performance.now();
    let from = 0;
    for (const [index, { body, resolve }] of this.#groups.shift()?.waiting.entries() ?? []) {
      this.#waitingBytes -= body.length;
      const reading = readings[index] as Reading<undefined>;
      const end = ends[index] ?? from;
      resolve('answer' in reading ? { ...reading, rows: frames.subarray(from, end) } : reading);
      from = end;
    }
    this.#send();
  }
}

const busy = (what: string) => new LeadlineError('busy', `${what} Nothing was taken: try again later.`);

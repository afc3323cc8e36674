import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { nanoid } from 'nanoid';
import { LeadlineError } from '../errors.js';
import type { Row } from '../store/row.js';
import type { Queue, QueueStatus } from './queue.js';
import { type ActiveSegment, createSegment, encode, FrozenSegment } from './segment.js';

export interface DiskQueueOptions {
  /** Most bytes that may wait for ClickHouse; beyond, appends are refused. */
  bytesMax?: number;
  /**
   * A segment is one insert: large enough to be efficient, small enough for memory. Only a single append that is
   * larger makes a larger one.
   */
  segmentBytesMax?: number;
  /** How long rows gather before a waiting writer gets them. */
  lingerMs?: number;
  /** The same where more than {@link BUSY_BYTES} have come by then. */
  busyLingerMs?: number;
  /** How long `store` waits. */
  storeTimeoutMs?: number;
}

/**
 * A sync takes 0.3 ms on a good disk, and some 100 µs of processor time in three threads, whatever it writes: at 18,000
 * appends a second one for each six of them was a tenth of all work.
 */
const GATHER_MS = 1;

/**
 * What comes in 300 ms of some 3,000 events a second. Above that, rows are seen within a second rather than at once: an
 * insert five times as large costs ClickHouse a third as much for each row.
 */
export const BUSY_BYTES = 1 << 20;

/**
 * Somebody may wait for rows to be stored (`store`): they go at once, but no segment within this time of the one before.
 * Anybody may ask for that, and ClickHouse takes many small inserts a second ill (TOO_MANY_PARTS).
 */
const HURRY_MS = 100;

/** Rows of so many bytes may wait for the disk: beyond, it hangs, and more would only fill the memory. */
const PENDING_BYTES_MAX = 64 << 20;

/** What the rows of the largest batch may come to, roughly. */
const BATCH_BYTES = 1 << 20;

interface Append {
  buffer: Uint8Array;
  /** Somebody waits until the rows are stored. */
  isUrgent: boolean;
  resolve: (segmentId: string) => void;
  reject: (error: unknown) => void;
}

/**
 * A log on the local disk. Appends that arrive while one is being synced share the next write and fdatasync (group
 * commit), so that durability costs one sync for many requests. One loop does everything that changes the active
 * file; nothing else touches it.
 */
export class DiskQueue implements Queue {
  #pending: Append[] = [];
  #active: ActiveSegment | undefined;
  #frozen: FrozenSegment[] = [];
  #taken: FrozenSegment | undefined;
  /** Taken before, and not done yet. */
  #stored = new Set<FrozenSegment>();
  #waiting: ((segment: FrozenSegment | undefined) => void) | undefined;
  /** Who waits until a segment is stored, or until that has failed. */
  #listeners = new Map<string, Set<(error?: LeadlineError) => void>>();
  #loop: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pendingBytes = 0;
  #backlogBytes = 0;
  #sequence = 0;
  #committedAt = Number.NEGATIVE_INFINITY;
  #running = false;
  #again = false;
  #closed = false;
  /** The active segment has rows that somebody waits for. */
  #isUrgent = false;
  #frozeAt = Number.NEGATIVE_INFINITY;

  private constructor(
    readonly folder: string,
    readonly options: Required<DiskQueueOptions>,
  ) {}

  /** Opens the folder's log; what an earlier process left is first in line. */
  static async open(folder: string, options: DiskQueueOptions = {}): Promise<DiskQueue> {
    const queue = new DiskQueue(folder, {
      bytesMax: 4 * 2 ** 30,
      // As one body, the embedded engine keeps up to 16 MiB in memory (`engine/body.ts`).
      segmentBytesMax: 15 * 2 ** 20,
      lingerMs: 300,
      busyLingerMs: 1_000,
      storeTimeoutMs: 10_000,
      ...options,
    });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.log')).sort()) {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      queue.#sequence = Number.parseInt(name, 10) || queue.#sequence;
      if (size === 0) await rm(path);
      else {
        const since = performance.now() - Math.max(0, Date.now() - mtimeMs);
        queue.#frozen.push(new FrozenSegment(name.slice(0, -4), path, size, since));
      }
      queue.#backlogBytes += size;
    }
    return queue;
  }

  /** @param rows may be framed already, by {@link encode} */
  async append(rows: Row[] | Uint8Array): Promise<void> {
    await this.#write(rows);
  }

  async store(rows: Row[] | Uint8Array): Promise<void> {
    const segmentId = await this.#write(rows, true);
    const listeners = this.#listeners.get(segmentId) ?? new Set();
    this.#listeners.set(segmentId, listeners);
    await new Promise<void>((resolve, reject) => {
      const listener = (error?: LeadlineError) => {
        clearTimeout(timer);
        // An outage may be long, and senders ask again and again.
        listeners.delete(listener);
        if (error) reject(error);
        else resolve();
      };
      const late = notStored(
        'The events are safe but not in ClickHouse yet: send the same batch again to ask once more.',
      );
      const timer = setTimeout(() => listener(late), this.options.storeTimeoutMs);
      listeners.add(listener);
    });
  }

  status(): QueueStatus {
    const [stored] = this.#stored;
    const oldest = stored ?? this.#taken ?? this.#frozen[0] ?? this.#active;
    return {
      backlogBytes: this.#backlogBytes,
      isFull: this.#backlogBytes + this.#pendingBytes + BATCH_BYTES > this.options.bytesMax,
      lagMs: oldest && oldest.bytes > 0 ? Math.round(performance.now() - oldest.since) : 0,
    };
  }

  /** The oldest rows, as soon as there are some; the same until `stored` or `done`. Undefined once the queue is closed. */
  async next(): Promise<FrozenSegment | undefined> {
    if (this.#closed) return undefined;
    this.#taken ??= this.#frozen.shift();
    if (this.#taken) return this.#taken;
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#kick();
    });
  }

  /** The writer has this segment's rows in ClickHouse, and takes the next one: its file stays until `done`. */
  stored(segment: FrozenSegment): void {
    this.#taken = undefined;
    this.#stored.add(segment);
  }

  /** Whether somebody waits until this segment is done. */
  isAwaited({ id }: FrozenSegment): boolean {
    return (this.#listeners.get(id)?.size ?? 0) > 0;
  }

  /** Whatever is to be done with this segment is done. */
  async done(segment: FrozenSegment): Promise<void> {
    await segment.remove();
    this.#leave(segment);
  }

  /** The segment's file is gone: nobody can store it any more. */
  lost(segment: FrozenSegment): void {
    this.#leave(
      segment,
      notStored('The events were lost before they were stored: send the same batch again.'),
    );
  }

  #leave(segment: FrozenSegment, error?: LeadlineError): void {
    if (!this.#stored.delete(segment)) this.#taken = undefined;
    this.#backlogBytes -= segment.bytes;
    for (const listener of this.#listeners.get(segment.id) ?? []) listener(error);
    this.#listeners.delete(segment.id);
  }

  /** Writes what is pending and lets go of the file. What waits for ClickHouse waits on the disk. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#loop;
    await this.#active?.file.close();
    this.#active = undefined;
    this.#waiting?.(undefined);
  }

  #write(rows: Row[] | Uint8Array, isUrgent = false): Promise<string> {
    const buffer = Array.isArray(rows) ? encode(rows) : rows;
    const refusal = this.#refusalOf(buffer.length);
    if (refusal) return Promise.reject(full(refusal));
    this.#pendingBytes += buffer.length;
    return new Promise((resolve, reject) => {
      this.#pending.push({ buffer, isUrgent, resolve, reject });
      this.#kick();
    });
  }

  #refusalOf(bytes: number): string | undefined {
    if (this.#closed) return 'The collector is stopping.';
    const pending = this.#pendingBytes + bytes;
    if (this.#backlogBytes + pending > this.options.bytesMax) return 'The queue has reached its disk budget.';
    return pending > PENDING_BYTES_MAX ? 'The disk of the queue does not keep up.' : undefined;
  }

  #kick(): void {
    this.#again = true;
    if (!this.#running) this.#loop = this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#again) {
      this.#again = false;
      clearTimeout(this.#timer);
      while (this.#pending.length > 0) {
        await this.#gather();
        const group = this.#takeGroup();
        if (group.length > 0) await this.#commit(group);
        else await this.#freeze();
      }
      if (!this.#waiting || !this.#active) continue;
      const waitMs = this.#dueAt(this.#active) - performance.now();
      if (waitMs <= 0) await this.#freeze();
      else this.#timer = setTimeout(() => this.#kick(), waitMs);
    }
    this.#running = false;
  }

  /** When a waiting writer gets the segment. */
  #dueAt({ bytes, since }: ActiveSegment): number {
    const dueAt = since + (bytes < BUSY_BYTES ? this.options.lingerMs : this.options.busyLingerMs);
    return this.#isUrgent ? Math.min(dueAt, this.#frozeAt + HURRY_MS) : dueAt;
  }

  /** The pending appends that the active segment has room for; none where it is to be followed by another. */
  #takeGroup(): Append[] {
    let bytes = this.#active?.bytes ?? 0;
    let count = 0;
    for (const { buffer } of this.#pending) {
      if (bytes > 0 && bytes + buffer.length > this.options.segmentBytesMax) break;
      bytes += buffer.length;
      count++;
    }
    return this.#pending.splice(0, count);
  }

  /** A lone append is synced at once; where they come thick and fast, one sync serves all of a millisecond. */
  async #gather(): Promise<void> {
    const waitMs = this.#committedAt + GATHER_MS - performance.now();
    if (waitMs > 0) await delay(waitMs);
    this.#committedAt = performance.now();
  }

  async #commit(group: Append[]): Promise<void> {
    const bytes = group.reduce((sum, { buffer }) => sum + buffer.length, 0);
    try {
      this.#active ??= await createSegment(this.folder, this.#nextId());
      const segment = this.#active;
      await writeAll(segment, Buffer.concat(group.map(({ buffer }) => buffer)));
      await segment.file.datasync();
      segment.bytes += bytes;
      this.#backlogBytes += bytes;
      this.#isUrgent ||= group.some(({ isUrgent }) => isUrgent);
      for (const { resolve } of group) resolve(segment.id);
    } catch (cause) {
      await this.#abandonTail();
      const error = full(
        `The queue cannot write to its disk (${(cause as NodeJS.ErrnoException).code}).`,
        cause,
      );
      for (const { reject } of group) reject(error);
    } finally {
      this.#pendingBytes -= bytes;
    }
  }

  /** After a failed write nothing is known of the file's end: what was whole stays, a new file follows. */
  async #abandonTail(): Promise<void> {
    await this.#active?.file.truncate(this.#active.bytes).catch(() => undefined);
    await this.#freeze();
  }

  async #freeze(): Promise<void> {
    const segment = this.#active;
    if (!segment) return;
    this.#active = undefined;
    this.#isUrgent = false;
    this.#frozeAt = performance.now();
    await segment.file.close().catch(() => undefined);
    // Where it cannot be removed, the next start does it.
    if (segment.bytes === 0) return rm(segment.path, { force: true }).catch(() => undefined);
    this.#frozen.push(new FrozenSegment(segment.id, segment.path, segment.bytes, segment.since));
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    this.#taken = this.#frozen.shift();
    waiting(this.#taken);
  }

  /** In the order of writing, and never used twice, not even by another data folder. */
  #nextId(): string {
    this.#sequence++;
    return `${String(this.#sequence).padStart(12, '0')}-${nanoid()}`;
  }
}

/** At the end of what is known to be whole, so that a retry overwrites what a failed write left. */
async function writeAll(segment: ActiveSegment, buffer: Buffer): Promise<void> {
  let written = 0;
  while (written < buffer.length) {
    const { bytesWritten } = await segment.file.write(
      buffer,
      written,
      buffer.length - written,
      segment.bytes + written,
    );
    written += bytesWritten;
  }
}

function full(what: string, cause?: unknown): LeadlineError {
  return new LeadlineError('queue_full', `${what} Nothing was taken: try again later.`, { cause });
}

const notStored = (message: string) => new LeadlineError('not_stored_yet', message);

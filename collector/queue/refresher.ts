import type { TableRows } from '../../schemas/gen/tables.js';
import type { Line } from '../store/store.js';
import { BUSY_BYTES } from './disk.js';
import type { ReadModels } from './queue.js';

/** Where rows come thick and fast: whoever is in several segments has their row among the people made anew once. */
const PAUSE_MS = 3_000;
/** Of rows that are held meanwhile. */
const HELD_BYTES_MAX = 32 << 20;

/** Rows that are in ClickHouse, and not yet in what is made of them. */
export interface Held {
  tables: ReadonlyMap<keyof TableRows, readonly Line[]>;
  bytes: number;
  /** Somebody waits until they are. */
  isUrgent(): boolean;
  /** They are. */
  done(): Promise<void>;
}

/**
 * Brings the read models up to date with what was stored: at once, and under load for several segments together. One at a
 * time, beside the writer's inserts.
 */
export class Refresher {
  #held: Held[] = [];
  #running: Promise<void> | undefined;
  #endedAt = Number.NEGATIVE_INFINITY;
  #isEnding = false;
  #failure: { cause: unknown } | undefined;
  #wake: (() => void) | undefined;

  /** @param refresh rejects only where nothing more is to be tried */
  constructor(private readonly refresh: ReadModels['refresh']) {}

  /**
   * Resolves once there is room for more.
   *
   * @throws whatever `refresh` did
   */
  async add(held: Held): Promise<void> {
    this.#held.push(held);
    this.#wake?.();
    this.#running ??= this.#run();
    if (this.#bytes() > HELD_BYTES_MAX) await this.#running;
    this.#throwFailure();
  }

  /**
   * Does what is held.
   *
   * @throws whatever `refresh` did
   */
  async end(): Promise<void> {
    this.#isEnding = true;
    this.#wake?.();
    await this.#running;
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.cause;
  }

  async #run(): Promise<void> {
    try {
      while (this.#held.length > 0) {
        await this.#pause();
        const batch = this.#held;
        this.#held = [];
        await this.refresh(batch.map(({ tables }) => tables));
        for (const { done } of batch) await done();
        this.#endedAt = performance.now();
      }
    } catch (cause) {
      this.#failure = { cause };
    } finally {
      this.#running = undefined;
    }
  }

  async #pause(): Promise<void> {
    for (;;) {
      const waitMs = this.#endedAt + PAUSE_MS - performance.now();
      if (waitMs <= 0 || this.#isDue()) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
  }

  #isDue(): boolean {
    const bytes = this.#bytes();
    return (
      this.#isEnding ||
      bytes < BUSY_BYTES ||
      bytes > HELD_BYTES_MAX ||
      this.#held.some(({ isUrgent }) => isUrgent())
    );
  }

  #bytes(): number {
    return this.#held.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

import type { TableRows } from '../../schemas/gen/tables.js';
import type { Row } from '../store/row.js';
import type { Line, Store } from '../store/store.js';

/** Where accepted rows wait for ClickHouse. Two implementations, one contract suite (`contract.ts`). */
export interface Queue {
  /**
   * Resolves once the rows survive a crash of this process.
   *
   * @throws LeadlineError `queue_full` when there is no room left: nothing was taken, the sender may try again
   */
  append(rows: Row[]): Promise<void>;
  /**
   * Like `append`, but resolves only once queries can see the rows.
   *
   * @throws LeadlineError `not_stored_yet` when that takes too long: the rows may still be stored later
   */
  store(rows: Row[]): Promise<void>;
  /** What operators see in `/readyz`. */
  status(): QueueStatus;
}

export interface QueueStatus {
  /** Bytes that wait for ClickHouse. */
  backlogBytes: number;
  /** Age of the oldest row that waits, in milliseconds. */
  lagMs: number;
  /** Whether there is no room for another batch. */
  isFull: boolean;
}

/** Where rows of a queue go. */
export interface Target {
  store: Store;
  models: ReadModels;
}

/** What is made of stored rows, for queries to read. */
export interface ReadModels {
  /**
   * Brings it up to date once these rows are stored, and before anybody is told that they are; harmlessly often.
   *
   * @throws LeadlineError where ClickHouse is away
   */
  refresh(stored: readonly ReadonlyMap<keyof TableRows, readonly Line[]>[]): Promise<void>;
}

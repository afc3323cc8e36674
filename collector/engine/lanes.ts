import type { User } from './protocol.js';

/**
 * What each lane, a kind of work, may take, so that none can starve another:
 *
 * - `insert`: rows that arrive.
 * - `read`: a person waits for it (a timeline, a page of leads, a point read). The product marks it with `priority = 1`.
 * - `adhoc`: reads and SHOW statements that nobody marked.
 * - `reader`: whatever comes with the reader's password (BI tools).
 * - `report`: marked with a `priority` of 2 or more, or a read that has run for {@link REPORT_AFTER_MS}.
 * - `other`: ALTER, OPTIMIZE, INSERT … SELECT and the like.
 *
 * `priority` is ClickHouse's own setting: between two blocks a query waits for running ones with a smaller number, here
 * at most 100 ms a block, so that it slows down and never stops. Measured on 2 cores with four clients repeating a
 * GROUP BY over 2 million rows, p50 idle → busy: without any of this an insert 5 → 17 ms and a timeline 7 → 27 ms; with
 * two slots, one thread each and priorities 4 → 7 and 7 → 12 ms. ClickHouse's workload scheduler with preemption
 * (`cpu_slot_preemption`) was worse than nothing there: 42 and 40 ms.
 */
export const LANES = {
  insert: { slots: 2, waiting: 64, priority: 1, memoryShare: 1 / 2, secondsMax: 120, isBackground: false },
  read: { slots: 6, waiting: 256, priority: 1, memoryShare: 1 / 4, secondsMax: 60, isBackground: false },
  adhoc: { slots: 4, waiting: 256, priority: 2, memoryShare: 2 / 5, secondsMax: 600, isBackground: true },
  reader: { slots: 3, waiting: 32, priority: 2, memoryShare: 1 / 4, secondsMax: 60, isBackground: true },
  report: { slots: 2, waiting: 32, priority: 3, memoryShare: 2 / 5, secondsMax: 600, isBackground: true },
  other: { slots: 2, waiting: 32, priority: 2, memoryShare: 1 / 2, secondsMax: 3600, isBackground: true },
} as const;

export type Lane = keyof typeof LANES;

/** A read that takes longer gives its slot back and counts as a report from then on. */
export const REPORT_AFTER_MS = 1000;

/** How many reads may become reports while the reports' own slots are taken; further ones keep their slot. */
export const LATE_REPORTS_MAX = 4;

/** libuv threads that all jobs together can occupy, and four for zlib and the like; libuv's own default is four. */
export const LIBUV_THREADS =
  Object.values(LANES).reduce((sum, { slots }) => sum + slots, 0) + LATE_REPORTS_MAX + 4;

export interface Asked {
  user: User;
  /** Whether rows come back, or a description of something (SHOW, DESCRIBE, EXISTS, EXPLAIN). */
  isRead: boolean;
  /** Whether rows follow the statement. */
  isInsert: boolean;
  /** The request's setting of this name. */
  priority: string | undefined;
}

export function laneOf({ user, isRead, isInsert, priority }: Asked): Lane {
  if (user === 'reader') return 'reader';
  if (isInsert) return 'insert';
  if (!isRead) return 'other';
  const asked = Number(priority ?? 0);
  return asked === 1 ? 'read' : asked > 1 ? 'report' : 'adhoc';
}

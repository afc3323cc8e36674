/**
 * Slots and waiting places per kind of work, so that no kind can starve another: reports never delay an insert, a BI
 * tool with the reader's password never delays the dashboards, and an ALTER or OPTIMIZE delays neither. Threads start
 * when first needed (30 ms, 12 MB each). Reads have slots to spare, because a point read must not queue behind
 * reports.
 */
export const LANES = {
  insert: { slots: 2, waiting: 64 },
  read: { slots: 8, waiting: 256 },
  reader: { slots: 3, waiting: 32 },
  other: { slots: 2, waiting: 32 },
};

export type LaneName = keyof typeof LANES;

/** libuv threads that all slots together can occupy, and four for zlib and the like; libuv's own default is four. */
export const LIBUV_THREADS = Object.values(LANES).reduce((sum, { slots }) => sum + slots, 4);

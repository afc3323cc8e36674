import * as v from 'valibot';

/** UTC milliseconds. */
const moment = v.pipe(v.number(), v.integer());
const count = v.pipe(v.number(), v.integer());

const damagedFile = v.object({ name: v.string(), bytes: count, at: moment });

/** How this Leadline does, as `GET /v1/system` tells the owners of every site. */
export const systemState = v.object({
  version: v.string(),
  /** Of Node, where it runs there. */
  node: v.optional(v.string()),
  platform: v.picklist(['node', 'workers']),
  startedAt: moment,
  clickhouse: v.object({
    isUp: v.boolean(),
    isEmbedded: v.boolean(),
    /** Missing while it is away. */
    version: v.optional(v.string()),
    uptimeS: v.optional(count),
    /** How often the embedded engine was started again since this process began. */
    restarts: v.optional(count),
    lastRestartAt: v.optional(moment),
  }),
  queue: v.object({
    backlogBytes: count,
    bytesMax: v.optional(count),
    /** Age of the oldest row that waits. */
    lagMs: count,
    isFull: v.boolean(),
    /** Files with a part that could not be read, newest first. */
    damaged: v.array(damagedFile),
  }),
  /** What became of the queue's rows; missing where somebody else brings them to ClickHouse. */
  writer: v.optional(
    v.object({
      insertedRows: count,
      lastInsertAt: v.optional(moment),
      failedInserts: count,
      poisonRows: count,
      /** For how long nothing could be stored. */
      retryingSinceMs: v.optional(count),
      lastError: v.optional(v.string()),
    }),
  ),
  /** Of the data folder. */
  disk: v.optional(v.object({ freeBytes: count, totalBytes: count })),
  tables: v.array(v.object({ table: v.string(), rows: count, bytes: count, parts: count })),
  damagedParts: v.array(v.object({ table: v.string(), name: v.string(), reason: v.string() })),
  /** The packaged lists that addresses are looked up in: `cities` and `networks`, each of a day. */
  lists: v.array(v.object({ name: v.string(), date: v.string() })),
});

export type SystemState = v.InferOutput<typeof systemState>;
export type DamagedFile = v.InferOutput<typeof damagedFile>;

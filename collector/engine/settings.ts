import { LANES, type Lane } from './lanes.js';
import type { Job } from './protocol.js';

/** What the engine has for all its queries together. */
export interface Machine {
  memoryBytesMax: number;
  cores: number;
}

/** For the reader these only shrink. */
const BUDGETS = ['max_memory_usage', 'max_execution_time', 'max_threads'];

/** How long a block of a query waits for more urgent ones, each time; ClickHouse's own default is a second. */
const YIELD_MS = 100;

/**
 * What holds for every statement, so that the embedded engine and a ClickHouse server answer alike: 64-bit integers
 * are bare JSON numbers, dates in JSON are read in any usual form, and two defaults of chdb are a server's. The rest bounds the lane of work: a query over
 * its memory fails with MEMORY_LIMIT_EXCEEDED while others go on, and one that nobody waits for takes half of the cores.
 */
export function defaults(lane: Lane, { memoryBytesMax, cores }: Machine): Record<string, string> {
  const { memoryShare, secondsMax, priority, isBackground } = LANES[lane];
  return {
    output_format_json_quote_64bit_integers: '0',
    date_time_input_format: 'best_effort',
    implicit_select: '0',
    allow_introspection_functions: '0',
    max_memory_usage: String(Math.floor(memoryBytesMax * memoryShare)),
    max_execution_time: String(secondsMax),
    priority: String(priority),
    low_priority_query_wait_time_ms: String(YIELD_MS),
    ...(isBackground && { max_threads: String(Math.max(1, Math.floor(cores / 2))) }),
  };
}

/** The reader's settings without those that would raise a budget. */
export function withinBudget(
  asked: Record<string, string>,
  base: Record<string, string>,
): Record<string, string> {
  const kept = Object.entries(asked).filter(([name, value]) => {
    return !BUDGETS.includes(name) || (Number(value) > 0 && Number(value) <= Number(base[name]));
  });
  return Object.fromEntries(kept);
}

/** A ClickHouse string literal. Only `\` and `'` can end one early; NUL is escaped because C code reads the text. */
export const literal = (value: string) => `'${value.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`;

export const identifier = (name: string) => `\`${name.replace(/[\\`]/g, '\\$&')}\``;

/** @param value undefined: back to the default */
export const assign = (name: string, value: string | undefined) =>
  `${name} = ${value === undefined ? 'DEFAULT' : literal(value)}`;

/** Parameters are set by a statement, and ClickHouse's own limit for one, 256 KiB, would cut long lists of ids. */
export const QUERY_BYTES_MAX = 4 << 20;

export const QUERY_SIZE = `SET max_query_size = ${QUERY_BYTES_MAX}`;

/**
 * The statements that bring a session into a job's state. `readonly` comes last, since nothing can be set after it.
 * Parameters are set this way because chdb serialises its own `queryBind` over the whole process.
 *
 * @param kept settings of the session itself: over the defaults, under the request's
 */
export function preparation(job: Job, kept: Record<string, string> = {}): string[] {
  const settings = { ...job.defaults, ...kept, ...job.settings, log_comment: job.id };
  const assignments = [
    ...Object.entries(settings),
    ...Object.entries(job.params).map(([name, value]) => [`param_${name}`, value] as const),
  ].map(([name, value]) => assign(name, value));
  return [
    QUERY_SIZE,
    ...(job.database === undefined ? [] : [`USE ${identifier(job.database)}`]),
    `SET ${assignments.join(', ')}`,
    ...(job.readonly === 0 ? [] : [`SET readonly = ${job.readonly}`]),
  ];
}

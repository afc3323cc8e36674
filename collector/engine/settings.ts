import type { Job } from './protocol.js';

/** Longest run of a statement unless the request says otherwise; the reader may ask for less, never for more. */
const EXECUTION_SECONDS_MAX = { leadline: 600, reader: 60 } as const;

export type User = keyof typeof EXECUTION_SECONDS_MAX;

/**
 * What holds for every statement, so that the embedded engine and a ClickHouse server answer alike: 64-bit integers
 * are bare JSON numbers, and dates in JSON are read in any usual form. A query may take ¾ of the engine's memory
 * (the reader ¼): it then fails with MEMORY_LIMIT_EXCEEDED while others go on.
 */
export function pinned(user: User, memoryBytesMax: number): Record<string, string> {
  return {
    output_format_json_quote_64bit_integers: '0',
    date_time_input_format: 'best_effort',
    max_memory_usage: String(Math.floor(memoryBytesMax * (user === 'reader' ? 0.25 : 0.75))),
    max_execution_time: String(EXECUTION_SECONDS_MAX[user]),
  };
}

/** The request's settings over the pinned ones; for the reader the budgets among them only shrink. */
export function merged(user: User, memoryBytesMax: number, asked: Record<string, string>) {
  const base = pinned(user, memoryBytesMax);
  const settings = { ...base, ...asked };
  if (user === 'reader') {
    for (const budget of ['max_memory_usage', 'max_execution_time']) {
      const value = Number(asked[budget]);
      if (!(value > 0 && value <= Number(base[budget]))) settings[budget] = String(base[budget]);
    }
  }
  return settings;
}

/** A ClickHouse string literal. Only `\` and `'` can end one early; NUL is escaped because C code reads the text. */
export const literal = (value: string) => `'${value.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`;

const identifier = (name: string) => `\`${name.replace(/[\\`]/g, '\\$&')}\``;

/** Parameters are set by a statement, and ClickHouse's own limit for one, 256 KiB, would cut long lists of ids. */
const QUERY_BYTES_MAX = 4 << 20;

/**
 * The statements that bring a fresh session into a job's state. `readonly` comes last, since nothing can be set
 * after it. Parameters are set this way because chdb serialises its own `queryBind` over the whole process.
 */
export function preparation(job: Job): string[] {
  const assignments = [
    ...Object.entries({ ...job.settings, log_comment: job.id }),
    ...Object.entries(job.params).map(([name, value]) => [`param_${name}`, value] as const),
  ].map(([name, value]) => `${name} = ${literal(value)}`);
  return [
    `SET max_query_size = ${QUERY_BYTES_MAX}`,
    ...(job.database === undefined ? [] : [`USE ${identifier(job.database)}`]),
    `SET ${assignments.join(', ')}`,
    ...(job.readonly === 0 ? [] : [`SET readonly = ${job.readonly}`]),
  ];
}

import type { ClickHouseConfig } from '../config.js';

/** `ClickHouseLogLevel.OFF`, which each of the two clients exports on its own. */
const OFF = 127;

/**
 * How every client of ours speaks to a ClickHouse, on Node, on Workers and in the tests, so that what is tested is what
 * runs.
 */
export function clientOptions({ url = '', ...login }: ClickHouseConfig) {
  return {
    url,
    ...login,
    // A query about many people has many ids. Beyond 4 KB they travel as a form in the body: an address may not be as long
    // (1 MiB in the embedded engine and in ClickHouse, 8 KiB in many a proxy).
    use_multipart_params_auto: true,
    // What fails is logged by us, once, without the client's stack traces and the rows in them.
    log: { level: OFF },
  } as const;
}

import { INSTANCE, type Job } from './job.js';

const EVERY_MS = 10 * 60_000;

/** Notes in the audit what a collector that was killed had no time to. */
export const noteUnaudited = (noteMissing: () => Promise<number>): Job => ({
  keys: () => [INSTANCE],
  every: EVERY_MS,
  begin: () => ({}),
  async step() {
    await noteMissing();
    return { state: {}, isDone: true };
  },
});

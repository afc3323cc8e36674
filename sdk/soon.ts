import { guard } from './guard.js';

const waiting = new Set<() => void>();

/**
 * Runs a task after a delay; earlier when the page is being hidden, since there may be no later.
 *
 * @returns what runs it now, once
 */
export const soon = (task: () => void, delayMs: number): (() => void) => {
  const run = guard(() => {
    if (waiting.delete(run)) task();
  });
  waiting.add(run);
  setTimeout(run, delayMs);
  return run;
};

/** Runs what is waiting now. */
export const settle = (): void => waiting.forEach((run) => run());

import { guard, on } from './guard.js';

const waiting = new Set<() => void>();

/**
 * Runs a task after a delay, or earlier when the page is being hidden: there may be no later.
 *
 * @returns runs it now, if it has not run yet
 */
export function soon(task: () => void, delayMs: number): () => void {
  const run = guard(() => {
    if (waiting.delete(run)) task();
  });
  waiting.add(run);
  setTimeout(run, delayMs);
  return run;
}

/** Runs what is waiting now. */
export function settle(): void {
  for (const run of waiting) run();
}

/**
 * Settles, then runs `last`, whenever the page may be at its end, or is back. `visibilitychange` is the last event
 * that phones fire when an app is switched away; `pagehide` covers navigations where it comes too late or never
 * (Safari < 14.1). Never `unload`: it keeps the page out of the back/forward cache.
 */
export function onHidden(last: () => void): void {
  on('visibilitychange pagehide', () => {
    settle();
    last();
  });
}

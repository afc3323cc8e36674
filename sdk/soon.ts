import { guard } from './guard.js';

const waiting: (() => void)[] = [];

/**
 * Runs a task after a delay; earlier when another one is due, and when the page is being hidden: there may be no
 * later.
 */
export const soon = (task: () => void, delayMs: number): void => {
  waiting.push(guard(task));
  setTimeout(settle, delayMs);
};

/** Runs what is waiting now. */
export const settle = (): void => {
  for (const run of waiting.splice(0)) run();
};

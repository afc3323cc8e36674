import type { Job, Step, StepContext } from './job.js';

/** A step that takes longer is broken off; below the time of a lease, so that it never ends as somebody else's. */
const STEP_MAX_MS = 30_000;
/** What has its signal gets so long to end by itself. */
const GRACE_MS = 3_000;

class StepTooLong extends Error {
  override readonly name = 'StepTooLong';
}

/** That the collector stops. No AbortSignal: in a Worker one is of the request alone in which it was made. */
export class Stopping {
  isStopped = false;
  readonly #listeners = new Set<() => void>();

  stop(): void {
    this.isStopped = true;
    for (const listener of this.#listeners) listener();
  }

  /** @returns what ends it */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** What a step returned, nothing where it was broken off at a stop, or why it failed. */
export type StepResult = { step: Step<object> | undefined } | { error: unknown };

/** Does a step, and waits no longer for it than a stop or a lease allows. */
export async function runStep(
  job: Job,
  context: Omit<StepContext<object>, 'signal'>,
  stopping: Stopping,
): Promise<StepResult> {
  const ending = new AbortController();
  const end = () => ending.abort(new StepTooLong());
  const tooLong = setTimeout(end, STEP_MAX_MS);
  const unwatch = stopping.watch(end);
  let late: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => {
      late = setTimeout(() => reject(new StepTooLong()), GRACE_MS);
    });
  });
  try {
    if (stopping.isStopped) end();
    return { step: await Promise.race([job.step({ ...context, signal: ending.signal }), patience]) };
  } catch (error) {
    return stopping.isStopped ? { step: undefined } : { error };
  } finally {
    clearTimeout(tooLong);
    clearTimeout(late);
    unwatch();
  }
}

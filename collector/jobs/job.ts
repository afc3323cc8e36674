/** For whom or what a job is done: each of these by itself. */
export interface JobKey {
  /** Empty for what is of the instance. */
  site: string;
  /** Which, where a site has several. */
  id: string;
}

/** What is of the instance, of which there is one. */
export const INSTANCE: JobKey = { site: '', id: '' };

export interface StepContext<State> extends JobKey {
  state: State;
  /** Aborted where the collector stops or the step takes too long: then it may end with what it has done, or throw. */
  signal: AbortSignal;
}

export interface Step<State> {
  /** Where the next step goes on; after the last one, what the next time begins from. */
  state: State;
  /** A total of 0 is not known yet. */
  progress?: { done: number; total: number };
  isDone: boolean;
}

/**
 * Background work: what happens later, or takes long. It is done in steps; what a step returns is stored, and after a
 * `kill -9` this or another collector goes on from there. `JobName` (`schemas/jobs.ts`) has its name.
 *
 * @typeParam State plain JSON
 */
export interface Job<State extends object = object> {
  /**
   * All that it is done for, by itself: at once for each that is new. Without it, it is done for what it is asked for.
   * It is asked every few seconds, so it answers from memory or by a small query.
   */
  keys?(): readonly JobKey[] | Promise<readonly JobKey[]>;
  /** It is done again so long after it has ended, in milliseconds; without it, only when it is asked for. */
  every?: number;
  /** @param before the state that it ended with the last time */
  begin(key: JobKey, before: Partial<State>): State;
  /**
   * A second or so of work, 30 at most. Two collectors may do the same step, and one may do it twice: of what they return
   * one is stored, and what they have done must be as if it was done once.
   */
  step(context: StepContext<State>): Promise<Step<State>>;
}

import { type Lane, REPORT_AFTER_MS } from './lanes.js';
import type { Job } from './protocol.js';
import { Scheduler } from './scheduler.js';
import type { Lease } from './sessions.js';
import { type Run, Slot } from './slot.js';

/** How often a kill is repeated: it misses a statement that has not reached the engine's process list yet. */
const KILL_INTERVAL_MS = 100;

const READS: ReadonlySet<Lane> = new Set<Lane>(['read', 'adhoc', 'reader', 'report']);

export interface Pool {
  /**
   * Runs a job when a slot of its lane is free. A read ends when the signal says that nobody waits for it any more; what
   * writes goes on, as with ClickHouse.
   * @throws QueryException TOO_MANY_SIMULTANEOUS_QUERIES when too many wait
   */
  run(lane: Lane, job: Job, signal: AbortSignal, lease?: Lease): Promise<Run>;
  /** Ends a running job; its run then fails. */
  end(run: Run, job: Job): Promise<void>;
  /** A thread for a session of its own; one that ended its session is given back. */
  borrow(): Slot;
  giveBack(slot: Slot): void;
}

export interface PoolOptions {
  entry: string;
  dataDir: string;
  /** Ends the statement whose `log_comment` this is. */
  kill(id: string): Promise<unknown>;
}

/** Threads start when first needed (30 ms, 12 MB each); the scheduler's slots bound how many work at once. */
export function createPool({ entry, dataDir, kill }: PoolOptions): Pool {
  const scheduler = new Scheduler();
  const idle: Slot[] = [];
  const borrow = () => idle.pop() ?? new Slot(entry, dataDir);
  const giveBack = (slot: Slot) => void idle.push(slot);

  /** A native call cannot be interrupted from JavaScript, but another session can kill its query (3 ms). */
  async function end(run: Run, job: Job) {
    while (!run.done) {
      run.cancel();
      // An engine that is short of memory refuses that as well: it is asked again until the job has ended.
      await kill(job.id).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, KILL_INTERVAL_MS));
    }
  }

  function endOnAbort(run: Run, job: Job, signal: AbortSignal) {
    // A request also counts as gone after its answer; then there is nothing left to end.
    if (signal.aborted) void end(run, job);
    else signal.addEventListener('abort', () => void end(run, job), { once: true });
  }

  return {
    end,
    borrow,
    giveBack,
    async run(lane, job, signal, lease) {
      const permit = await scheduler.enter(lane, signal).catch((error) => {
        lease?.leave();
        throw error;
      });
      const held = lease?.slot;
      const slot = held ?? borrow();
      const isRead = READS.has(lane);
      const timer = isRead ? setTimeout(() => permit.becomeReport(), REPORT_AFTER_MS) : undefined;
      const run = slot.run(job, held !== undefined, () => {
        clearTimeout(timer);
        if (!held) giveBack(slot);
        permit.leave();
        lease?.leave();
      });
      if (isRead) endOnAbort(run, job, signal);
      return run;
    },
  };
}

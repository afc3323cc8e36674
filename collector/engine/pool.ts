import { exception } from './exceptions.js';
import { LANES, type LaneName } from './lanes.js';
import type { Job } from './protocol.js';
import { type Run, Slot } from './slot.js';

/** How often a kill is repeated: it misses a statement that has not reached the engine's process list yet. */
const KILL_INTERVAL_MS = 100;

export interface Pool {
  /**
   * Runs a job in its lane, after those waiting before it.
   * @throws QueryException TOO_MANY_SIMULTANEOUS_QUERIES when the waiting places are taken
   */
  run(lane: LaneName, job: Job, signal: AbortSignal): Promise<Run>;
}

export interface PoolOptions {
  entry: string;
  dataDir: string;
  /** Ends the statement whose `log_comment` this is. */
  kill(id: string): Promise<unknown>;
}

export function createPool({ entry, dataDir, kill }: PoolOptions): Pool {
  const lanes = new Map(
    Object.entries(LANES).map(([name, limits]) => [
      name as LaneName,
      { ...limits, started: 0, idle: [] as Slot[], queue: [] as ((slot: Slot) => void)[] },
    ]),
  );

  async function acquire(name: LaneName, signal: AbortSignal): Promise<Slot> {
    const lane = lanes.get(name);
    if (!lane) throw new Error(`no lane ${name}`);
    const idle = lane.idle.pop();
    if (idle) return idle;
    if (lane.started < lane.slots) {
      lane.started += 1;
      return new Slot(entry, dataDir);
    }
    if (lane.queue.length >= lane.waiting)
      throw exception('TOO_MANY_SIMULTANEOUS_QUERIES', `Too many simultaneous queries (${name}).`);
    return new Promise((resolve, reject) => {
      const leave = () => {
        lane.queue.splice(lane.queue.indexOf(enter), 1);
        reject(exception('QUERY_WAS_CANCELLED', 'Query was cancelled while it waited.'));
      };
      const enter = (slot: Slot) => {
        signal.removeEventListener('abort', leave);
        resolve(slot);
      };
      lane.queue.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  function release(name: LaneName, slot: Slot) {
    const lane = lanes.get(name);
    const next = lane?.queue.shift();
    if (next) next(slot);
    else lane?.idle.push(slot);
  }

  /** A native call cannot be interrupted from JavaScript, but another session can kill its query (3 ms). */
  function endOnAbort(run: Run, id: string, signal: AbortSignal) {
    // A request also counts as gone after its answer; then there is nothing left to end.
    const abort = async () => {
      while (!run.done) {
        run.cancel();
        await kill(id);
        await new Promise((resolve) => setTimeout(resolve, KILL_INTERVAL_MS));
      }
    };
    if (signal.aborted) void abort();
    else signal.addEventListener('abort', abort, { once: true });
  }

  return {
    async run(name, job, signal) {
      const slot = await acquire(name, signal);
      const run = slot.run(job, () => release(name, slot));
      if (name === 'read' || name === 'reader') endOnAbort(run, job.id, signal);
      return run;
    },
  };
}

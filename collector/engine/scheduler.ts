import { exception } from './exceptions.js';
import { LANES, LATE_REPORTS_MAX, type Lane } from './lanes.js';

/** The right to run one job. */
export interface Permit {
  /** Counts the job as a report from now on, if there is room for one more: its slot is free for the next. */
  becomeReport(): void;
  leave(): void;
}

interface Line {
  running: number;
  queue: (() => void)[];
}

/** Hands out the slots of each lane of work, to those who wait in the order in which they came. */
export class Scheduler {
  readonly #lines = new Map(
    Object.keys(LANES).map((lane) => [lane as Lane, { running: 0, queue: [] } as Line]),
  );

  /** @throws QueryException TOO_MANY_SIMULTANEOUS_QUERIES when the waiting places are taken */
  async enter(lane: Lane, signal: AbortSignal): Promise<Permit> {
    const line = this.#line(lane);
    if (signal.aborted) throw gone();
    if (line.running >= LANES[lane].slots) await this.#wait(lane, line, signal);
    else line.running += 1;
    let current = lane;
    return {
      becomeReport: () => {
        const reports = this.#line('report');
        if (current === 'report' || reports.running >= LANES.report.slots + LATE_REPORTS_MAX) return;
        reports.running += 1;
        this.#leave(current);
        current = 'report';
      },
      leave: () => this.#leave(current),
    };
  }

  #line(lane: Lane): Line {
    const line = this.#lines.get(lane);
    if (!line) throw new Error(`no lane ${lane}`);
    return line;
  }

  #wait(lane: Lane, { queue }: Line, signal: AbortSignal): Promise<void> {
    if (queue.length >= LANES[lane].waiting)
      throw exception('TOO_MANY_SIMULTANEOUS_QUERIES', `Too many simultaneous queries (${lane}).`);
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        queue.splice(queue.indexOf(enter), 1);
        reject(gone());
      };
      const enter = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      queue.push(enter);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  #leave(lane: Lane): void {
    const line = this.#line(lane);
    // Reports may be over their number, where reads became some.
    const next = line.running <= LANES[lane].slots ? line.queue.shift() : undefined;
    if (next) next();
    else line.running -= 1;
  }
}

const gone = () => exception('QUERY_WAS_CANCELLED', 'Query was cancelled while it waited.');

import { exception } from './exceptions.js';
import { KINDS, type Kind, LATE_REPORTS_MAX } from './kinds.js';

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

/** Hands out the slots of each kind of work, to those who wait in the order in which they came. */
export class Scheduler {
  readonly #lines = new Map(
    Object.keys(KINDS).map((kind) => [kind as Kind, { running: 0, queue: [] } as Line]),
  );

  /** @throws QueryException TOO_MANY_SIMULTANEOUS_QUERIES when the waiting places are taken */
  async enter(kind: Kind, signal: AbortSignal): Promise<Permit> {
    const line = this.#line(kind);
    if (signal.aborted) throw gone();
    if (line.running >= KINDS[kind].slots) await this.#wait(kind, line, signal);
    else line.running += 1;
    let current = kind;
    return {
      becomeReport: () => {
        const reports = this.#line('report');
        if (current === 'report' || reports.running >= KINDS.report.slots + LATE_REPORTS_MAX) return;
        reports.running += 1;
        this.#leave(current);
        current = 'report';
      },
      leave: () => this.#leave(current),
    };
  }

  #line(kind: Kind): Line {
    const line = this.#lines.get(kind);
    if (!line) throw new Error(`no kind ${kind}`);
    return line;
  }

  #wait(kind: Kind, { queue }: Line, signal: AbortSignal): Promise<void> {
    if (queue.length >= KINDS[kind].waiting)
      throw exception('TOO_MANY_SIMULTANEOUS_QUERIES', `Too many simultaneous queries (${kind}).`);
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

  #leave(kind: Kind): void {
    const line = this.#line(kind);
    // Reports may be over their number, where reads became some.
    const next = line.running <= KINDS[kind].slots ? line.queue.shift() : undefined;
    if (next) next();
    else line.running -= 1;
  }
}

const gone = () => exception('QUERY_WAS_CANCELLED', 'Query was cancelled while it waited.');

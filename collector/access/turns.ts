import { LeadlineError } from '../errors.js';

/**
 * One piece of work at a time, in the order in which they came; so many wait, and the next is told to come later. Some go
 * first, and wait in a line of their own: no crowd of others keeps them out.
 */
export class Turns {
  readonly #first: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  constructor(private readonly waitingMax: number) {}

  /** @throws LeadlineError `busy` */
  async take<Result>(work: () => Promise<Result>, isFirst = false): Promise<Result> {
    if (this.#isTaken) await this.#wait(isFirst ? this.#first : this.#waiting);
    this.#isTaken = true;
    try {
      return await work();
    } finally {
      // Handed over rather than freed, so that nobody who comes in between is first.
      const next = this.#first.shift() ?? this.#waiting.shift();
      if (next) next();
      else this.#isTaken = false;
    }
  }

  #wait(line: (() => void)[]): Promise<void> {
    if (line.length >= this.waitingMax)
      throw new LeadlineError('busy', 'Many passwords are looked at just now: try again in a moment.', {
        headers: { 'Retry-After': '5' },
      });
    return new Promise((resolve) => line.push(resolve));
  }
}

import type { Jobs } from './jobs.js';

/** How often what is due is looked for: one small query. */
const POLL_MS = 5_000;

/**
 * Does what is due, on a machine that stays: at once what this collector is asked for, within seconds what is due by the
 * clock or was asked for elsewhere.
 */
export class JobTimer {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #isAskedFor = false;
  #isStopped = false;

  constructor(private readonly jobs: Pick<Jobs, 'runDue' | 'stop' | 'watch'>) {}

  /** To be called once there are tables. */
  begin(): void {
    if (this.#isStopped) return;
    this.jobs.watch(() => this.#wake());
    this.#wake();
  }

  /** Resolves once nothing is under way: the step that is ends within seconds. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.jobs.stop();
    await this.#running;
  }

  #wake(): void {
    this.#isAskedFor = true;
    clearTimeout(this.#timer);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      // Not all collectors at the same moment.
      if (!this.#isStopped)
        this.#timer = setTimeout(() => this.#wake(), POLL_MS * (0.8 + Math.random() * 0.4));
    });
  }

  async #run(): Promise<void> {
    while (this.#isAskedFor && !this.#isStopped) {
      this.#isAskedFor = false;
      await this.jobs.runDue();
    }
  }
}

/** So many within a time; the next is refused until the first of them is over. */
export interface Budget {
  max: number;
  windowMs: number;
}

/** An attempt that is under way: it counts like a failure until it is known not to be one. */
export interface Reservation {
  at: number;
}

interface Known {
  /** When each was, the earliest first: as many as the largest budget has. */
  failures: number[];
  underWay: Reservation[];
  /** Since when it is known from elsewhere that a budget is used up. */
  refused?: { since: number; budget: Budget };
}

/** What was found elsewhere stands for so long: a flood of attempts does not ask each time. */
const REFUSED_MS = 5_000;
/** What is under way is soon known. */
export const SOON_MS = 1_000;

/** Keys of one memory; beyond, those that were left alone for longest are forgotten rather than memory spent. */
const KEYS_MAX = 10_000;

/** Failures by key: what is counted at once, before and beside what is counted durably. */
export class FailureMemory {
  readonly #known = new Map<string, Known>();
  readonly #longestMs: number;
  readonly #kept: number;

  /** @param budgets of every key */
  constructor(
    readonly budgets: readonly Budget[],
    private readonly keysMax = KEYS_MAX,
  ) {
    this.#longestMs = Math.max(...budgets.map(({ windowMs }) => windowMs));
    this.#kept = Math.max(...budgets.map(({ max }) => max));
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#known.size;
  }

  /** For how long a budget is used up; undefined where all have room. */
  waitMs(key: string, now: number): number | undefined {
    const known = this.#at(key, now);
    if (!known) return undefined;
    if (known.refused) return known.refused.budget.windowMs;
    const waits = this.budgets.flatMap(({ max, windowMs }) => {
      const recent = within(known.failures, windowMs, now);
      const over = recent.length + known.underWay.length - max;
      if (over < 0) return [];
      const first = recent[over];
      return first === undefined ? SOON_MS : first + windowMs - now;
    });
    return waits.length > 0 ? Math.max(...waits) : undefined;
  }

  reserve(key: string, now: number): Reservation {
    const reservation = { at: now };
    this.#touch(key, now).underWay.push(reservation);
    return reservation;
  }

  /** Failures within the budget's time, and what is under way that came before this one. */
  usedBefore(key: string, reservation: Reservation, { windowMs }: Budget, now: number) {
    const { failures = [], underWay = [] } = this.#at(key, now) ?? {};
    return {
      failed: within(failures, windowMs, now).length,
      underWay: Math.max(0, underWay.indexOf(reservation)),
    };
  }

  /** @param reservation left out: one of the key's, which are all alike */
  release(key: string, reservation?: Reservation): void {
    const known = this.#known.get(key);
    if (!known) return;
    const at = reservation ? known.underWay.indexOf(reservation) : 0;
    if (at >= 0) known.underWay.splice(at, 1);
    if (known.underWay.length + known.failures.length === 0 && !known.refused) this.#known.delete(key);
  }

  /** Makes a failure of what was under way. */
  fail(key: string, now: number): void {
    const { underWay, failures } = this.#touch(key, now);
    underWay.shift();
    failures.push(now);
    if (failures.length > this.#kept) failures.shift();
  }

  /** Notes that a budget is used up elsewhere. */
  refuse(key: string, budget: Budget, now: number): void {
    this.#touch(key, now).refused = { since: now, budget };
  }

  #touch(key: string, now: number): Known {
    const known = this.#at(key, now) ?? { failures: [], underWay: [] };
    // To the end, so that the first is the one left alone for longest.
    this.#known.delete(key);
    this.#known.set(key, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.keysMax) break;
      this.#known.delete(oldest);
    }
    return known;
  }

  /**
   * Without what is over. A clock that was set back must not lock anybody out until it has caught up: what lies ahead of it
   * counts as of now, and so for one window at most. The same goes for an attempt of which nobody ever heard again.
   */
  #at(key: string, now: number): Known | undefined {
    const known = this.#known.get(key);
    if (!known) return undefined;
    known.failures = within(
      known.failures.map((at) => Math.min(at, now)),
      this.#longestMs,
      now,
    );
    for (const reservation of known.underWay) reservation.at = Math.min(reservation.at, now);
    known.underWay = known.underWay.filter(({ at }) => now - at < this.#longestMs);
    if (known.refused && Math.abs(now - known.refused.since) >= REFUSED_MS) delete known.refused;
    return known;
  }
}

const within = (moments: readonly number[], windowMs: number, now: number) =>
  moments.filter((at) => now - at < windowMs);

import { type Limiter, type Verdict, WINDOW_S } from './limiter.js';

const WINDOW_MS = WINDOW_S * 1_000;
/** Keys of one generation: some 10 MB. Beyond, the ones not seen for longest are forgotten rather than memory spent. */
const KEYS_MAX = 50_000;
/** Of an event: what adding up fractions may be off by. */
const TOLERANCE = 1e-3;

/** The whole seconds that a time takes; 10,000.000001 ms, which adding up fractions makes of ten seconds, are ten. */
const secondsOf = (ms: number) => Math.ceil((ms - TOLERANCE) / 1_000);

/**
 * A bucket of `perMinute` events for each key, refilled evenly: a burst of all of it, then a steady flow. Of each key only
 * one number is kept, the time at which its bucket would be full again (the generic cell rate algorithm, ITU-T I.371).
 */
export class MemoryLimiter implements Limiter {
  readonly #msPerEvent: number;
  #recent = new Map<string, number>();
  #earlier = new Map<string, number>();
  #turnedAt: number;

  /** @param now milliseconds of a clock that nobody sets, as `performance.now` is */
  constructor(
    perMinute: number,
    private readonly now: () => number = () => performance.now(),
    private readonly keysMax = KEYS_MAX,
  ) {
    this.#msPerEvent = WINDOW_MS / perMinute;
    this.#turnedAt = now();
  }

  take(key: string, events: number): Verdict {
    const now = this.now();
    this.#turn(now);
    const known = this.#recent.get(key) ?? this.#earlier.get(key) ?? now;
    // The upper bound is for a clock that was set back all the same: it locks nobody out for longer than a window.
    const before = Math.min(Math.max(known, now), now + WINDOW_MS);
    const fullAt = before + events * this.#msPerEvent;
    const excessMs = fullAt - now - WINDOW_MS;
    if (excessMs > TOLERANCE * this.#msPerEvent) {
      // Also who is refused is remembered for as long as they go on.
      this.#recent.set(key, before);
      return { isAllowed: false, remaining: this.#left(before - now), resetS: secondsOf(excessMs) };
    }
    this.#recent.set(key, fullAt);
    return {
      isAllowed: true,
      remaining: this.#left(fullAt - now),
      resetS: secondsOf(fullAt - now),
    };
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#recent.size + this.#earlier.size;
  }

  #left(usedMs: number): number {
    return Math.max(0, Math.floor((WINDOW_MS - usedMs) / this.#msPerEvent + TOLERANCE));
  }

  /** Forgets in two generations, without looking at each key: a bucket that was left alone for a window is full. */
  #turn(now: number): void {
    if (Math.abs(now - this.#turnedAt) < WINDOW_MS && this.#recent.size < this.keysMax) return;
    this.#earlier = this.#recent;
    this.#recent = new Map();
    this.#turnedAt = now;
  }
}

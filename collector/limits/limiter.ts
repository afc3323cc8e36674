/** Over which a limit counts, in seconds: the `w` of the `RateLimit-Policy` header. */
export const WINDOW_S = 60;

/** What became of a wish to send so many events. */
export interface Verdict {
  isAllowed: boolean;
  /** Events that may follow at once; undefined where only a yes or no is known. */
  remaining: number | undefined;
  /** Allowed: seconds until nothing is used up any more. Refused: seconds after which it is worth another try. */
  resetS: number;
}

/**
 * Counts events by key and refuses what comes too fast. `memory.ts` does it in memory,
 * `cloudflare.ts` by Cloudflare's binding; both pass one contract suite.
 */
export interface Limiter {
  /** What is refused uses nothing up. */
  take(key: string, events: number): Verdict | Promise<Verdict>;
}

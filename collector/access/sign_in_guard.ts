import { createHmac } from 'node:crypto';
import { LeadlineError } from '../errors.js';
import { normaliseEmail } from '../identity/identifiers.js';
import { DeviceMarks, type KnownDevice } from './device_marks.js';
import { type Budget, FailureMemory, type Reservation, SOON_MS } from './failures.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * What fails before a wait. NIST SP 800-63B (5.2.2) allows 100 at one account; with these, one who guesses from however many
 * addresses gets 100 a day, of the 10,000 that the usual lists have. OWASP's cheat sheet on authentication wants them
 * counted by account rather than by address alone, and its device cookies keep the right person's browser out of that
 * count, which is what a stranger would lock them out by.
 */
const BUDGETS = {
  /** One origin at one account: somebody who tries to remember. */
  here: [{ max: 5, windowMs: 15 * MINUTE_MS }],
  /** One origin at all accounts: an office behind one address has its mistakes, too. */
  origin: [{ max: 20, windowMs: MINUTE_MS }],
  /** One account from all browsers that never signed in to it. */
  account: [
    { max: 20, windowMs: HOUR_MS },
    { max: 100, windowMs: DAY_MS },
  ],
  /** One that did. */
  device: [
    { max: 10, windowMs: 15 * MINUTE_MS },
    { max: 100, windowMs: DAY_MS },
  ],
} satisfies Record<string, Budget[]>;

/** Clocks of collectors differ by so much. */
const SKEW_MS = MINUTE_MS;
/** Of a day's wait nobody knows how much there is left. */
const RETRY_MAX_MS = HOUR_MS;

/** Who tries to sign in, and from where. */
export interface Attempt {
  /** As {@link SignInGuard.accountOf} names it, whether there is such an account or not. */
  account: string;
  /** Where from, as the audit's hash of the day names it. */
  origin: string;
  /** As {@link SignInGuard.deviceOf} gives it; a stranger's browser has none. */
  device?: KnownDevice | undefined;
}

/** Attempts that were refused for what was sent, not those that were refused for how many they were. */
export interface Failures {
  /** At the account, from anywhere but known devices: where {@link SignInGuard.placeOf} does not begin with `device:`. */
  ofAccount: number;
  /** At the account from the place. */
  ofAccountHere: number;
  /** From the place at any account. */
  ofOrigin: number;
}

/**
 * Counts what is stored of failures, in UTC milliseconds.
 *
 * @param place where they came from, as {@link SignInGuard.placeOf} names it
 * @param untilMs to be kept to: what a clock that was ahead has stored lies behind it, and would count until then
 */
export type CountFailures = (
  account: string,
  place: string,
  sinceMs: number,
  untilMs: number,
) => Promise<Failures>;

/** One count that an attempt is held to. */
interface Count {
  memory: FailureMemory;
  key: string;
  stored: keyof Failures;
}

/**
 * Slows down guessing passwords without locking out who knows theirs. What fails is counted in memory at once, and durably by
 * whoever writes the audit; each collector, and each isolate of a Worker, goes by the larger of the two.
 *
 * @example
 *   const isRight = await guard.run({ account, origin, device }, () => passwords.isRight(password, user?.password));
 */
export class SignInGuard {
  readonly #accountKey: Buffer;
  readonly #devices: DeviceMarks;
  readonly #memory = {
    here: new FailureMemory(BUDGETS.here),
    origin: new FailureMemory(BUDGETS.origin),
    account: new FailureMemory(BUDGETS.account),
    device: new FailureMemory(BUDGETS.device),
  };

  /** @param now the time of day, as failures are stored with */
  constructor(
    secret: string,
    private readonly count: CountFailures,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.#accountKey = createHmac('sha256', secret).update('sign-in account').digest();
    this.#devices = new DeviceMarks(secret);
  }

  /** What counts and the audit have in place of an e-mail address that anybody may have typed. */
  accountOf(email: string): string {
    return createHmac('sha256', this.#accountKey).update(normaliseEmail(email)).digest('base64url');
  }

  /** Where a failure is to be stored as having come from. */
  placeOf({ origin, device }: Attempt): string {
    return device === undefined ? origin : `device:${device}`;
  }

  /**
   * The value of a long-lived `HttpOnly` cookie, for who has just signed in.
   *
   * @param present the cookie as it was sent: a browser may have several users
   */
  deviceCookie(userId: string, present?: string): string {
    return this.#devices.cookie(userId, present);
  }

  /** This browser, if it has signed in as this user before. */
  deviceOf(userId: string | undefined, cookie: string | undefined): KnownDevice | undefined {
    return this.#devices.deviceOf(userId, cookie);
  }

  isKnownDevice(userId: string, cookie: string | undefined): boolean {
    return this.deviceOf(userId, cookie) !== undefined;
  }

  /**
   * {@link require}, then what tells whether the password is right, then what became of it.
   *
   * @throws LeadlineError `too_many_attempts`, and what `isRight` throws, which then counts for nothing
   */
  async run(attempt: Attempt, isRight: () => Promise<boolean>): Promise<boolean> {
    await this.require(attempt);
    let failed = false;
    try {
      failed = !(await isRight());
      return !failed;
    } finally {
      if (failed) this.failed(attempt);
      else this.succeeded(attempt);
    }
  }

  /**
   * To be asked before the password is looked at. The attempt counts from here on, so that many at once do not all find room;
   * {@link failed} or {@link succeeded} has to follow.
   *
   * @throws LeadlineError `too_many_attempts`; the attempt then counts for nothing
   */
  async require(attempt: Attempt): Promise<void> {
    const counts = this.#countsOf(attempt);
    for (const { memory, key } of counts) {
      const waitMs = memory.waitMs(key, this.now());
      if (waitMs !== undefined) throw tooMany(waitMs);
    }
    const reserved = counts.map(({ memory, key }) => memory.reserve(key, this.now()));
    try {
      await this.#requireStored(attempt, counts, reserved);
    } catch (error) {
      for (const [at, { memory, key }] of counts.entries()) memory.release(key, reserved[at]);
      throw error;
    }
  }

  failed(attempt: Attempt): void {
    for (const { memory, key } of this.#countsOf(attempt)) memory.fail(key, this.now());
  }

  /**
   * It was right, or its password was never looked at: it counts for nothing. Earlier failures stay: one who has an account
   * could wipe off those at other accounts, and the right person those of a stranger.
   */
  succeeded(attempt: Attempt): void {
    for (const { memory, key } of this.#countsOf(attempt)) memory.release(key);
  }

  #countsOf(attempt: Attempt): Count[] {
    const { account, origin } = attempt;
    const { here, origin: ofOrigin, account: ofAccount, device } = this.#memory;
    const place = this.placeOf(attempt);
    if (attempt.device !== undefined)
      return [{ memory: device, key: `${account} ${place}`, stored: 'ofAccountHere' }];
    return [
      { memory: here, key: `${account} ${place}`, stored: 'ofAccountHere' },
      { memory: ofOrigin, key: origin, stored: 'ofOrigin' },
      { memory: ofAccount, key: account, stored: 'ofAccount' },
    ];
  }

  async #requireStored(attempt: Attempt, counts: Count[], reserved: Reservation[]): Promise<void> {
    const storedWithin = await this.#stored(attempt, counts);
    // Nobody signs in any faster for a database that is down: memory alone decides.
    if (!storedWithin) return;
    for (const [at, { memory, key, stored }] of counts.entries())
      for (const budget of memory.budgets) {
        const reservation = reserved[at] ?? { at: 0 };
        const { failed, underWay } = memory.usedBefore(key, reservation, budget, this.now());
        const known = Math.max(failed, storedWithin.get(budget.windowMs)?.[stored] ?? 0);
        if (known + underWay < budget.max) continue;
        if (known < budget.max) throw tooMany(SOON_MS);
        memory.refuse(key, budget, this.now());
        throw tooMany(budget.windowMs);
      }
  }

  /** What is stored, by window; undefined where nobody can tell. */
  async #stored(attempt: Attempt, counts: Count[]): Promise<Map<number, Failures> | undefined> {
    const windows = new Set(counts.flatMap(({ memory }) => memory.budgets.map(({ windowMs }) => windowMs)));
    const now = this.now();
    const place = this.placeOf(attempt);
    try {
      return new Map(
        await Promise.all(
          [...windows].map(async (windowMs) => {
            const failures = await this.count(attempt.account, place, now - windowMs, now + SKEW_MS);
            return [windowMs, failures] as const;
          }),
        ),
      );
    } catch (error) {
      if (error instanceof LeadlineError && error.code === 'store_down') return undefined;
      throw error;
    }
  }
}

const tooMany = (waitMs: number) =>
  new LeadlineError('too_many_attempts', 'Too many wrong passwords: wait a while and try again.', {
    headers: { 'Retry-After': String(Math.max(1, Math.ceil(Math.min(waitMs, RETRY_MAX_MS) / 1_000))) },
  });

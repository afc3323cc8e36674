import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeadlineError } from '../errors.js';
import { type Attempt, type CountFailures, SignInGuard } from './sign_in_guard.js';

const START = Date.UTC(2026, 0, 10);
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const nothing: CountFailures = async () => ({ ofAccount: 0, ofAccountHere: 0, ofOrigin: 0 });

/** What an audit has, and how the guard's counts come out of it. */
class Stored {
  rows: { account: string; place: string; at: number }[] = [];
  asked = 0;

  readonly count: CountFailures = async (account, place, since, until) => {
    this.asked++;
    const rows = this.rows.filter(({ at }) => at > since && at < until);
    return {
      ofAccount: rows.filter((row) => row.account === account && !row.place.startsWith('device:')).length,
      ofAccountHere: rows.filter((row) => row.account === account && row.place === place).length,
      ofOrigin: rows.filter((row) => row.place === place).length,
    };
  };
}

class World {
  now = START;
  stored = new Stored();
  guards: SignInGuard[];

  constructor({ count, guards = 1 }: { count?: CountFailures; guards?: number } = {}) {
    this.guards = Array.from(
      { length: guards },
      () => new SignInGuard('secret', count ?? this.stored.count, () => this.now),
    );
  }

  get guard(): SignInGuard {
    return this.guards[0] as SignInGuard;
  }

  readonly ana = 'ana@example.com';

  attempt(origin: string, { email = this.ana, cookie }: { email?: string; cookie?: string } = {}): Attempt {
    const user = email === this.ana ? 'ana' : undefined;
    return {
      account: this.guard.accountOf(email),
      origin,
      device: this.guard.deviceOf(user, cookie),
    };
  }

  /** @returns whether the password was looked at */
  async guess(attempt: Attempt, isRight = false, guard = this.guard): Promise<boolean> {
    try {
      await guard.run(attempt, async () => isRight);
    } catch (error) {
      expect(error).toMatchObject({ code: 'too_many_attempts', status: 429 });
      return false;
    }
    if (!isRight)
      this.stored.rows.push({ account: attempt.account, place: guard.placeOf(attempt), at: this.now });
    return true;
  }

  async guesses(times: number, attempt: (time: number) => Attempt): Promise<number> {
    let lookedAt = 0;
    for (let time = 0; time < times; time++) if (await this.guess(attempt(time))) lookedAt++;
    return lookedAt;
  }
}

const retryAfterOf = async (guard: SignInGuard, attempt: Attempt): Promise<number | undefined> =>
  guard.require(attempt).then(
    () => undefined,
    (error: LeadlineError) => Number(error.headers['Retry-After']),
  );

// Memory alone, and what is stored alone: each has to hold by itself.
describe.each(['memory', 'stored'])('counted in %s', (where) => {
  const make = () => (where === 'memory' ? new World({ count: nothing }) : new World({ guards: 1_000 }));
  /** Each time through another collector, which has nothing in memory. */
  async function guesses(world: World, times: number, attempt: (time: number) => Attempt): Promise<number> {
    let lookedAt = 0;
    for (let time = 0; time < times; time++) {
      world.guards.push(world.guards.shift() as SignInGuard);
      if (await world.guess(attempt(time))) lookedAt++;
    }
    return lookedAt;
  }

  it('an origin fails 5 times at one account in 15 minutes', async () => {
    const world = make();
    expect(await guesses(world, 20, () => world.attempt('a'))).toBe(5);
    // From elsewhere, and at another account, there is room.
    expect(await guesses(world, 1, () => world.attempt('b'))).toBe(1);
    expect(await guesses(world, 1, () => world.attempt('a', { email: 'ben@example.com' }))).toBe(1);
    world.now += 15 * MINUTE_MS - 1;
    expect(await guesses(world, 1, () => world.attempt('a'))).toBe(0);
    world.now += 1;
    expect(await guesses(world, 1, () => world.attempt('a'))).toBe(1);
  });

  it('an origin fails 20 times a minute at all accounts', async () => {
    const world = make();
    const spray = (time: number) => world.attempt('a', { email: `user${time}@example.com` });
    expect(await guesses(world, 50, spray)).toBe(20);
    world.now += MINUTE_MS - 1;
    expect(await guesses(world, 50, (time) => spray(time + 50))).toBe(0);
    world.now += 1;
    expect(await guesses(world, 50, (time) => spray(time + 100))).toBe(20);
  });

  it('an account fails 20 times an hour and 100 times a day from however many origins', async () => {
    const world = make();
    expect(await guesses(world, 50, (time) => world.attempt(`a${time}`))).toBe(20);
    world.now += HOUR_MS - 1;
    expect(await guesses(world, 50, (time) => world.attempt(`b${time}`))).toBe(0);
    let lookedAt = 20;
    world.now += 1;
    for (let hour = 1; hour < 24; hour++) {
      lookedAt += await guesses(world, 25, (time) => world.attempt(`c${hour}.${time}`));
      world.now += HOUR_MS;
    }
    expect(lookedAt).toBe(100);
  });

  it('a known device fails 10 times in 15 minutes, whatever strangers do', async () => {
    const world = make();
    await guesses(world, 30, (time) => world.attempt(`a${time}`));
    const cookie = world.guard.deviceCookie('ana');
    expect(await guesses(world, 30, () => world.attempt('a', { cookie }))).toBe(10);
    // Another of hers is one by itself.
    expect(
      await guesses(world, 1, () => world.attempt('a', { cookie: world.guard.deviceCookie('ana') })),
    ).toBe(1);
    world.now += 15 * MINUTE_MS;
    expect(await guesses(world, 1, () => world.attempt('a', { cookie }))).toBe(1);
  });

  it('a known device uses up nothing of the others', async () => {
    const world = make();
    for (let device = 0; device < 10; device++) {
      const cookie = world.guard.deviceCookie('ana');
      await guesses(world, 10, () => world.attempt('a', { cookie }));
    }
    expect(await guesses(world, 5, () => world.attempt('a'))).toBe(5);
  });

  it('what is refused counts for nothing', async () => {
    const world = make();
    await guesses(world, 5, () => world.attempt('a'));
    for (let minute = 0; minute < 14; minute++) {
      world.now += MINUTE_MS;
      expect(await guesses(world, 10, () => world.attempt('a'))).toBe(0);
    }
    // Had any counted, there would be no room after a quarter of an hour, nor for anybody else at the account.
    world.now += MINUTE_MS;
    expect(await guesses(world, 10, () => world.attempt('a'))).toBe(5);
    expect(await guesses(world, 10, (time) => world.attempt(`b${time}`))).toBe(10);
  });
});

describe('SignInGuard', () => {
  it('gives one who tries 10,000 passwords slowly a hundred a day, and lets the right person in all the time', async () => {
    const world = new World({ guards: 3 });
    const cookie = world.guard.deviceCookie('ana');
    const guessed: number[] = [];
    // 20 days, every third minute from another address, through whichever collector.
    for (let time = 0; time < 10_000; time++) {
      world.now = START + Math.floor((time * 20 * DAY_MS) / 10_000);
      const guard = world.guards[time % 3];
      if (await world.guess(world.attempt(`a${time}`), false, guard)) guessed.push(world.now);
      if (time % 100 === 0)
        expect(await world.guess(world.attempt('home', { cookie }), true, guard)).toBe(true);
      world.stored.rows = world.stored.rows.filter(({ at }) => world.now - at < 2 * DAY_MS);
    }
    for (const end of guessed)
      expect(guessed.filter((at) => at <= end && end - at < DAY_MS).length).toBeLessThanOrEqual(100);
    expect(guessed.length).toBeGreaterThan(1_900);
    expect(guessed.length).toBeLessThanOrEqual(2_100);
  });

  it('lets a stranger’s cookie count for nothing', async () => {
    const world = new World();
    await world.guesses(30, (time) => world.attempt(`a${time}`));
    const own = world.guard.deviceCookie('ben');
    for (const cookie of [own, 'A'.repeat(22), '', `${own.split('.')[0]}.${'A'.repeat(43)}`]) {
      expect(world.guard.isKnownDevice('ana', cookie)).toBe(false);
      expect(await world.guess(world.attempt('b', { cookie }), true)).toBe(false);
    }
    expect(world.guard.isKnownDevice('ben', own)).toBe(true);
  });

  it('is no help in guessing to who signs in to an account of their own in between', async () => {
    const world = new World({ count: nothing });
    let lookedAt = 0;
    for (let time = 0; time < 40; time++) {
      lookedAt += await world.guesses(1, () => world.attempt('a', { email: `user${time}@example.com` }));
      await world.guess(world.attempt('a', { email: 'mallory@example.com' }), true);
    }
    expect(lookedAt).toBe(20);
  });

  it('counts nothing for who is right, however often', async () => {
    const world = new World();
    for (let time = 0; time < 200; time++) expect(await world.guess(world.attempt('a'), true)).toBe(true);
  });

  it('counts nothing where the password was never looked at', async () => {
    const world = new World({ count: nothing });
    const busy = new LeadlineError('busy', 'later');
    for (let time = 0; time < 50; time++)
      await expect(world.guard.run(world.attempt('a'), () => Promise.reject(busy))).rejects.toBe(busy);
    expect(await world.guess(world.attempt('a'))).toBe(true);
  });

  it('does not look at a password that is refused', async () => {
    const world = new World();
    await world.guesses(5, () => world.attempt('a'));
    const isRight = () => Promise.reject(new Error('was looked at'));
    await expect(world.guard.run(world.attempt('a'), isRight)).rejects.toMatchObject({
      code: 'too_many_attempts',
    });
  });

  it('treats an account that is not there like one that is', async () => {
    const world = new World();
    const missing = { email: 'nobody@example.com' };
    expect(await world.guesses(20, () => world.attempt('a', missing))).toBe(5);
    expect(await world.guesses(50, (time) => world.attempt(`b${time}`, missing))).toBe(15);
  });

  describe('many at once', () => {
    const burst = async (world: World, times: number, attempt: (time: number) => Attempt) => {
      let lookedAt = 0;
      let open = () => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const all = Array.from({ length: times }, (_, time) =>
        world.guard
          .run(attempt(time), async () => {
            lookedAt++;
            await gate;
            return false;
          })
          .catch(() => false),
      );
      // Until each is either refused or looked at.
      for (let turn = 0; turn < 100; turn++) await Promise.resolve();
      open();
      await Promise.all(all);
      return lookedAt;
    };

    it('find no more room than one after the other', async () => {
      expect(await burst(new World(), 50, () => new World().attempt('a'))).toBe(5);
      const world = new World();
      expect(await burst(world, 50, (time) => world.attempt(`a${time}`))).toBe(20);
      const cookie = world.guard.deviceCookie('ana');
      expect(await burst(world, 50, () => world.attempt('a', { cookie }))).toBe(10);
    });

    it('find what others left, first come, first served', async () => {
      const world = new World();
      const { account } = world.attempt('a');
      world.stored.rows = Array.from({ length: 17 }, (_, at) => ({ account, place: `b${at}`, at: START }));
      expect(await burst(world, 15, (time) => world.attempt(`a${time}`))).toBe(3);
    });

    it('that are right leave no trace', async () => {
      const world = new World({ count: nothing });
      for (let round = 0; round < 20; round++)
        await Promise.all(Array.from({ length: 4 }, () => world.guess(world.attempt('a'), true)));
      expect(await world.guesses(10, () => world.attempt('a'))).toBe(5);
    });
  });

  describe('where nothing can be counted durably', () => {
    it('goes by memory while the database is down', async () => {
      const world = new World({ count: () => Promise.reject(new LeadlineError('store_down', 'down')) });
      expect(await world.guesses(20, () => world.attempt('a'))).toBe(5);
    });

    it('says what else is wrong, and counts nothing for it', async () => {
      const broken = new Error('broken');
      let count: CountFailures = () => Promise.reject(broken);
      const world = new World({ count: (...args) => count(...args) });
      for (let time = 0; time < 30; time++)
        await expect(world.guard.require(world.attempt('a'))).rejects.toBe(broken);
      count = nothing;
      expect(await world.guess(world.attempt('a'))).toBe(true);
    });
  });

  it('adds nothing up twice: memory and what is stored tell of the same failures', async () => {
    const world = new World();
    expect(await world.guesses(4, () => world.attempt('a'))).toBe(4);
    expect(await world.guess(world.attempt('a'), true)).toBe(true);
  });

  it('asks little in a flood', async () => {
    const world = new World({ guards: 2 });
    const { account } = world.attempt('a');
    world.stored.rows = Array.from({ length: 100 }, (_, at) => ({ account, place: `b${at}`, at: START }));
    await world.guesses(1_000, (time) => world.attempt(`a${time}`));
    expect(world.stored.asked).toBeLessThan(10);
  });

  it.each([-400 * DAY_MS, -2 * HOUR_MS, 400 * DAY_MS])(
    'lives with a clock that jumps by %i ms',
    async (jumpMs) => {
      const world = new World();
      await world.guesses(30, (time) => world.attempt(`a${time}`));
      await world.guesses(10, () => world.attempt('a'));
      world.now += jumpMs;
      await world.guesses(30, (time) => world.attempt(`b${time}`));
      // Locks nobody out for longer than the longest window, and goes on counting.
      world.now += DAY_MS;
      expect(await world.guesses(30, (time) => world.attempt(`c${time}`))).toBe(20);
      expect(await world.guesses(30, (time) => world.attempt(`d${time}`))).toBe(0);
      // Also when it is right again.
      world.now -= jumpMs;
      await world.guesses(1, () => world.attempt('e'));
      world.now += DAY_MS;
      expect(await world.guesses(30, (time) => world.attempt(`f${time}`))).toBe(20);
    },
  );

  it('says when to come again', async () => {
    const world = new World({ count: nothing });
    await world.guesses(5, () => world.attempt('a'));
    world.now += 5 * MINUTE_MS;
    expect(await retryAfterOf(world.guard, world.attempt('a'))).toBe(600);
    const other = new World();
    for (let day = 0; day < 5; day++) {
      await other.guesses(20, (time) => other.attempt(`${day}.${time}`));
      other.now += HOUR_MS;
    }
    // Not "tomorrow": somebody may be let in sooner than that, and tries again.
    expect(await retryAfterOf(other.guard, other.attempt('b'))).toBe(3_600);
  });

  it('never lets more through than each budget, whatever comes when', async () => {
    const step = fc.record({
      waitMs: fc.oneof(fc.nat(1_000), fc.nat(10 * MINUTE_MS), fc.nat(5 * HOUR_MS)),
      origin: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      isRight: fc.boolean(),
      guard: fc.nat(1),
      times: fc.nat(8),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const world = new World({ guards: 2 });
        for (const { waitMs, origin, isRight, guard, times } of steps) {
          world.now += waitMs;
          for (let time = 0; time < times; time++)
            await world.guess(world.attempt(origin), isRight, world.guards[guard]);
        }
        const { rows } = world.stored;
        for (const end of rows) {
          const within = (windowMs: number) =>
            rows.filter(({ at }) => at <= end.at && end.at - at < windowMs);
          expect(within(HOUR_MS).length).toBeLessThanOrEqual(20);
          expect(within(DAY_MS).length).toBeLessThanOrEqual(100);
          const here = within(15 * MINUTE_MS).filter(({ place }) => place === end.place);
          expect(here.length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('names', () => {
  const { guard } = new World();

  it('are one for the spellings of an address, and tell nothing of it', () => {
    const account = guard.accountOf('ana@example.com');
    expect(account).toMatch(/^[\w-]{43}$/);
    for (const email of [' Ana@Example.com ', 'ANA@EXAMPLE.COM', 'ａna@example.com'])
      expect(guard.accountOf(email)).toBe(account);
    expect(guard.accountOf('ben@example.com')).not.toBe(account);
    expect(new SignInGuard('other', nothing).accountOf('ana@example.com')).not.toBe(account);
  });

  it('are one for an IPv6 network, and one for each address else', () => {});
});

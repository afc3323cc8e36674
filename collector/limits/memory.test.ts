import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeLimiter } from './contract.js';
import { MemoryLimiter } from './memory.js';

const MINUTE_MS = 60_000;

/** A limiter by a clock that the test sets. */
function withClock(perMinute: number, keysMax?: number) {
  const clock = { now: 1_000_000 };
  return { clock, limiter: new MemoryLimiter(perMinute, () => clock.now, keysMax) };
}

describe('MemoryLimiter', () => {
  describeLimiter((perMinute) => new MemoryLimiter(perMinute, () => 0));

  it('tells what is left, and when nothing is used up any more', () => {
    const { clock, limiter } = withClock(600);
    expect(limiter.take('a', 100)).toEqual({ isAllowed: true, remaining: 500, resetS: 10 });
    clock.now += 5_000;
    expect(limiter.take('a', 50)).toEqual({ isAllowed: true, remaining: 500, resetS: 10 });
    clock.now += MINUTE_MS;
    expect(limiter.take('a', 1)).toEqual({ isAllowed: true, remaining: 599, resetS: 1 });
  });

  it('tells whole seconds, whatever the clock’s fractions', () => {
    const { clock, limiter } = withClock(600);
    for (let at = 0; at < 1_000; at++) {
      clock.now += MINUTE_MS + at / 7;
      expect(limiter.take('a', 100).resetS).toBe(10);
    }
  });

  it('says how long to wait, and keeps its word', () => {
    const { clock, limiter } = withClock(600);
    limiter.take('a', 600);
    expect(limiter.take('a', 100)).toEqual({ isAllowed: false, remaining: 0, resetS: 10 });
    clock.now += 9_000;
    expect(limiter.take('a', 100)).toEqual({ isAllowed: false, remaining: 90, resetS: 1 });
    clock.now += 1_000;
    expect(limiter.take('a', 100)).toMatchObject({ isAllowed: true, remaining: 0 });
  });

  it('never lets more through than a burst and what flows back in the time, in any stretch of time', () => {
    const step = fc.record({
      waitMs: fc.nat({ max: 90_000 }),
      events: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 7_000 }),
        fc.array(step, { maxLength: 60 }),
        (perMinute, steps) => {
          const { clock, limiter } = withClock(perMinute);
          const taken: { at: number; events: number }[] = [];
          for (const { waitMs, events } of steps) {
            clock.now += waitMs;
            if (limiter.take('a', events).isAllowed) taken.push({ at: clock.now, events });
          }
          for (const [from, { at: start }] of taken.entries()) {
            let sum = 0;
            for (const { at, events } of taken.slice(from)) {
              sum += events;
              expect(sum).toBeLessThanOrEqual(perMinute + ((at - start) * perMinute) / MINUTE_MS + 0.01);
            }
          }
        },
      ),
    );
  });

  it('lets everything through that keeps within the rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 300 }),
        (perMinute, times) => {
          const { clock, limiter } = withClock(perMinute);
          for (let time = 0; time < times; time++) {
            expect(limiter.take('a', 1).isAllowed).toBe(true);
            clock.now += MINUTE_MS / perMinute;
          }
        },
      ),
    );
  });

  it('locks nobody out for longer than a minute, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 20 }), (jumps) => {
        const { clock, limiter } = withClock(10);
        for (const jump of jumps) {
          clock.now += jump;
          limiter.take('a', 10);
        }
        clock.now += MINUTE_MS;
        expect(limiter.take('a', 10).isAllowed).toBe(true);
      }),
    );
  });

  it('gives nothing for a clock set back', () => {
    const { clock, limiter } = withClock(10);
    limiter.take('a', 10);
    clock.now -= 3_600_000;
    expect(limiter.take('a', 1).isAllowed).toBe(false);
  });

  it('remembers only so many keys, and the ones that go on are among them', () => {
    const { limiter } = withClock(10, 1_000);
    limiter.take('busy', 10);
    for (let key = 0; key < 50_000; key++) {
      limiter.take(`${key}`, 1);
      if (key % 500 === 0) limiter.take('busy', 1);
    }
    expect(limiter.size).toBeLessThanOrEqual(2_000);
    expect(limiter.take('busy', 1).isAllowed).toBe(false);
  });

  it('forgets what has been left alone for two minutes', () => {
    const { clock, limiter } = withClock(10);
    for (let key = 0; key < 100; key++) limiter.take(`${key}`, 1);
    for (let minute = 0; minute < 2; minute++) {
      clock.now += MINUTE_MS;
      limiter.take('a', 1);
    }
    expect(limiter.size).toBeLessThanOrEqual(2);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureMemory } from './failures.js';

const MINUTE_MS = 60_000;
const START = 1_700_000_000_000;
const perMinute = (max: number, keysMax?: number) =>
  new FailureMemory([{ max, windowMs: MINUTE_MS }], keysMax);

function fail(memory: FailureMemory, key: string, now: number): void {
  memory.reserve(key, now);
  memory.fail(key, now);
}

describe('FailureMemory', () => {
  it('says how long it is until there is room', () => {
    const memory = perMinute(2);
    expect(memory.waitMs('a', START)).toBeUndefined();
    fail(memory, 'a', START);
    fail(memory, 'a', START + 10_000);
    expect(memory.waitMs('a', START + 20_000)).toBe(40_000);
    expect(memory.waitMs('b', START + 20_000)).toBeUndefined();
    expect(memory.waitMs('a', START + MINUTE_MS)).toBeUndefined();
  });

  it('counts what is under way, and says that it is soon over', () => {
    const memory = perMinute(2);
    const first = memory.reserve('a', START);
    const second = memory.reserve('a', START);
    expect(memory.waitMs('a', START)).toBe(1_000);
    expect(memory.usedBefore('a', second, { max: 2, windowMs: MINUTE_MS }, START)).toEqual({
      failed: 0,
      underWay: 1,
    });
    memory.release('a', first);
    expect(memory.waitMs('a', START)).toBeUndefined();
    memory.release('a');
    expect(memory.size).toBe(0);
  });

  it('counts an attempt that nobody heard of again for one window', () => {
    const memory = perMinute(1);
    memory.reserve('a', START);
    expect(memory.waitMs('a', START + MINUTE_MS - 1)).toBeDefined();
    expect(memory.waitMs('a', START + MINUTE_MS)).toBeUndefined();
  });

  it('takes what is found elsewhere for true, for a moment', () => {
    const memory = perMinute(2);
    memory.refuse('a', { max: 2, windowMs: MINUTE_MS }, START);
    expect(memory.waitMs('a', START + 4_999)).toBe(MINUTE_MS);
    expect(memory.waitMs('a', START + 5_000)).toBeUndefined();
    memory.refuse('a', { max: 2, windowMs: MINUTE_MS }, START);
    // The clock was set back since.
    expect(memory.waitMs('a', START - 86_400_000)).toBeUndefined();
  });

  it.each([-86_400_000, -3_600_000, -30_000, 86_400_000])(
    'locks nobody out for longer than a window when the clock jumps by %i ms',
    (jumpMs) => {
      const memory = perMinute(1);
      fail(memory, 'a', START);
      memory.reserve('b', START);
      const now = START + 1 + jumpMs;
      memory.waitMs('a', now);
      memory.waitMs('b', now);
      expect(memory.waitMs('a', now + MINUTE_MS)).toBeUndefined();
      expect(memory.waitMs('b', now + MINUTE_MS)).toBeUndefined();
      // And it goes on counting.
      fail(memory, 'a', now + MINUTE_MS);
      expect(memory.waitMs('a', now + MINUTE_MS)).toBe(MINUTE_MS);
    },
  );

  it('forgets those that were left alone for longest, and keeps who goes on', () => {
    const memory = perMinute(15, 100);
    for (let time = 0; time < 15; time++) fail(memory, 'quiet', START);
    for (let key = 0; key < 1_000; key++) {
      fail(memory, `k${key}`, START);
      if (key % 50 === 0) fail(memory, 'steady', START);
      expect(memory.size).toBeLessThanOrEqual(100);
    }
    expect(memory.waitMs('steady', START)).toBeDefined();
    expect(memory.waitMs('quiet', START)).toBeUndefined();
    // An attempt whose key was forgotten meanwhile still becomes a failure.
    for (let time = 0; time < 15; time++) memory.fail('quiet', START);
    expect(memory.waitMs('quiet', START)).toBeDefined();
  });

  it('keeps no more of one key than its budgets need', () => {
    const memory = perMinute(3);
    for (let time = 0; time < 1_000; time++) fail(memory, 'a', START);
    const budget = { max: 3, windowMs: MINUTE_MS };
    expect(memory.usedBefore('a', { at: START }, budget, START).failed).toBe(3);
  });

  it('never lets through more than a budget within its window, whatever comes when', () => {
    const budgets = [
      { max: 3, windowMs: 1_000 },
      { max: 5, windowMs: 10_000 },
    ];
    const steps = fc.array(
      fc.record({ waitMs: fc.nat(2_000), outcome: fc.constantFrom('fail', 'release', 'wait') }),
      { maxLength: 100 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        const memory = new FailureMemory(budgets);
        const failures: number[] = [];
        let now = START;
        for (const { waitMs, outcome } of all) {
          now += waitMs;
          if (memory.waitMs('a', now) !== undefined) continue;
          memory.reserve('a', now);
          if (outcome === 'wait') continue;
          if (outcome === 'release') memory.release('a');
          else {
            memory.fail('a', now);
            failures.push(now);
          }
        }
        for (const { max, windowMs } of budgets)
          for (const end of failures)
            expect(failures.filter((at) => at <= end && end - at < windowMs).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

// For tests: what every limiter does, wherever it counts.
import { expect, it } from 'vitest';
import { type Limiter, WINDOW_S } from './limiter.js';

/** @param make a limiter of so many events a minute, in which nothing is used up yet */
export function describeLimiter(make: (perMinute: number) => Limiter | Promise<Limiter>): void {
  it('lets through what is within the limit, and no more', async () => {
    const limiter = await make(10);
    for (let times = 0; times < 10; times++)
      expect(await limiter.take('a', 1)).toMatchObject({ isAllowed: true });
    const refused = await limiter.take('a', 1);
    expect(refused).toMatchObject({ isAllowed: false, remaining: 0 });
    expect(refused.resetS).toBeGreaterThanOrEqual(1);
    expect(refused.resetS).toBeLessThanOrEqual(WINDOW_S);
  });

  it('counts each key for itself', async () => {
    const limiter = await make(1);
    for (const key of ['a', 'b', '', '__proto__', 'ğ', '2001:db8:0:1::/64'])
      expect(await limiter.take(key, 1)).toMatchObject({ isAllowed: true });
    for (const key of ['a', 'b', '', '__proto__', 'ğ', '2001:db8:0:1::/64'])
      expect(await limiter.take(key, 1)).toMatchObject({ isAllowed: false });
  });
}

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from './store.js';
import { TOGETHER, Together } from './together.js';

afterEach(() => vi.useRealTimers());

describe('rows that are made together', () => {
  it('are more in a statement while that is quick, and as few as at first once it is not', async () => {
    vi.useFakeTimers();
    const made = new Together({} as Store, () => undefined, 'a person');
    const sizes: number[] = [];
    let tookMs = 100;
    const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at));
    const make = async (some: string[]) => {
      sizes.push(some.length);
      vi.advanceTimersByTime(tookMs);
    };
    await made.each('demo', ids(13 * TOGETHER), make);
    tookMs = 10_000;
    await made.each('demo', ids(6 * TOGETHER), make);
    expect(sizes.map((size) => size / TOGETHER)).toEqual([1, 2, 4, 4, 2, 4, 1, 1]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Held, Refresher } from './refresher.js';

const MB = 1 << 20;

/** What was refreshed together, by name, and what is done. */
let together: string[][];
let done: string[];

beforeEach(() => {
  vi.useFakeTimers();
  together = [];
  done = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const named = new Map<Held['tables'], string>();

function held(name: string, bytes: number, isUrgent = false): Held {
  const tables: Held['tables'] = new Map();
  named.set(tables, name);
  return { tables, bytes, isUrgent: () => isUrgent, done: async () => void done.push(name) };
}

const refresher = () =>
  new Refresher(async (stored) => void together.push(stored.map((tables) => named.get(tables) ?? '')));

const settled = () => vi.advanceTimersByTimeAsync(0);

describe('what was stored', () => {
  it('is refreshed at once where little comes', async () => {
    const one = refresher();
    for (const name of ['a', 'b', 'c']) {
      await one.add(held(name, MB / 100));
      await settled();
    }
    expect(together).toEqual([['a'], ['b'], ['c']]);
    expect(done).toEqual(['a', 'b', 'c']);
  });

  it('is refreshed together where much comes', async () => {
    const one = refresher();
    await one.add(held('a', 2 * MB));
    await settled();
    for (const name of ['b', 'c']) {
      await one.add(held(name, 2 * MB));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(together).toEqual([['a']]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(together).toEqual([['a'], ['b', 'c']]);
    expect(done).toEqual(['a', 'b', 'c']);
  });

  it('is refreshed at once where somebody waits, where there is too much, and at the end', async () => {
    const one = refresher();
    await one.add(held('a', 2 * MB));
    await settled();
    await one.add(held('b', 2 * MB));
    await one.add(held('wanted', 2 * MB, true));
    await settled();
    expect(together).toEqual([['a'], ['b', 'wanted']]);
    await one.add(held('much', 20 * MB));
    await one.add(held('more', 20 * MB));
    expect(together.at(-1)).toEqual(['much', 'more']);
    await one.add(held('last', 2 * MB));
    await one.end();
    expect(together.at(-1)).toEqual(['last']);
    expect(done).toEqual(['a', 'b', 'wanted', 'much', 'more', 'last']);
  });

  it('is not done where that has failed for good, and whoever brings more is told', async () => {
    const one = new Refresher(async () => Promise.reject(new Error('stopping')));
    await one.add(held('a', MB));
    await settled();
    await expect(one.add(held('b', MB))).rejects.toThrow('stopping');
    await expect(one.end()).rejects.toThrow('stopping');
    expect(done).toEqual([]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Store } from '../store/store.js';
import { StoredLinks } from './stored_links.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const rowOf = (path: string, deleted = false) => ({
  ...{ deleted, campaign_name: '' },
  data: { destination: `https://shop.test/${path}`, kind: 'email' },
});
const MINUTE = 60_000;

/** Links over a store that answers as the test says. */
function setUp(isApart = false) {
  const state = { answer: async (): Promise<object[]> => [rowOf('a')], asked: 0 };
  const query = () => {
    state.asked += 1;
    return state.answer();
  };
  const links = new StoredLinks({ query } as unknown as Pick<Store, 'query'>, isApart);
  const find = async () => {
    const found = links.find('shop', 'spring');
    await vi.advanceTimersByTimeAsync(1_000);
    const link = await found;
    return typeof link === 'object' ? link.destination.slice('https://shop.test/'.length) : link;
  };
  return { state, links, find };
}
const hangs = () => new Promise<never>(() => undefined);

it('reads a link once for all who follow it, and anew behind them when it is due', async () => {
  const { state, find } = setUp();
  expect(await Promise.all([find(), find(), find()])).toEqual(['a', 'a', 'a']);
  expect(state.asked).toBe(1);
  state.answer = async () => [rowOf('b')];
  vi.advanceTimersByTime(MINUTE);
  expect(await find()).toBe('a');
  expect(await find()).toBe('b');
  expect(state.asked).toBe(2);
});

it('tells a deleted link from one that has no record', async () => {
  const { state, links, find } = setUp();
  state.answer = async () => [];
  expect(await find()).toBeUndefined();
  state.answer = async () => [rowOf('a', true)];
  await links.renew('shop', 'spring');
  expect(await find()).toBe('deleted');
});

it.each([
  ['hangs', hangs],
  ['is away', () => Promise.reject(new Error('away'))],
])('while ClickHouse %s one waits, and nobody after them; what was known counts', async (_, answer) => {
  const { state, find } = setUp();
  expect(await find()).toBe('a');
  vi.advanceTimersByTime(MINUTE);
  state.answer = answer;
  expect(await find()).toBe('a');

  const fresh = setUp();
  fresh.state.answer = answer;
  expect(await fresh.find()).toBeUndefined();
  expect(await fresh.find()).toBeUndefined();
  expect(fresh.state.asked).toBe(1);
});

it('what was asked before a change does not come behind what was asked after it', async () => {
  const { state, links, find } = setUp();
  let answer = (_rows: object[]) => {};
  state.answer = () => new Promise((resolve) => (answer = resolve));
  const before = find();
  state.answer = async () => [rowOf('new')];
  vi.advanceTimersByTime(1);
  await links.renew('shop', 'spring');
  answer([rowOf('old')]);
  expect(await before).toBe('new');
  expect(await find()).toBe('new');
});

it('in a Worker each request reads for itself', async () => {
  const { state, find } = setUp(true);
  await Promise.all([find(), find()]);
  expect(state.asked).toBe(2);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../http.js';
import { createStream, type Subject } from './stream.js';
import { Tab } from './testing.js';

let tab: Tab;
let stream: ReturnType<typeof createStream>;

beforeEach(() => {
  vi.useFakeTimers();
  tab = new Tab();
  stream = createStream();
  session.value = 'in';
});

afterEach(() => {
  for (const end of ends.splice(0)) end();
  session.value = undefined;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ends: (() => void)[] = [];
const subscribe = (...of: Subject[]) => {
  const told = vi.fn();
  const end = stream.subscribe({ of, told });
  ends.push(end);
  return { told, end };
};
const newest = () => {
  const found = tab.streams.at(-1);
  if (!found) throw new Error('no stream was opened');
  return found;
};

describe('the stream of a tab', () => {
  it('is one, of the site that the page is about, while something is subscribed', () => {
    const first = subscribe('leads');
    expect(tab.streams).toEqual([]);
    stream.at('a b');
    const second = subscribe('audit');
    expect(tab.open.map(({ url }) => url)).toEqual(['/v1/stream?site=a%20b']);
    stream.at('shop');
    expect(tab.open.map(({ url }) => url)).toEqual(['/v1/stream?site=shop']);
    first.end();
    expect(tab.open).toHaveLength(1);
    second.end();
    expect(tab.open).toEqual([]);
  });

  it('tells of what has changed those alone who show it, and all of them when it opens', () => {
    stream.at('shop');
    const [leads, sites, nothing] = [subscribe('leads', 'person'), subscribe('sites'), subscribe()];
    newest().opens();
    expect([leads, sites, nothing].map(({ told }) => told.mock.calls.length)).toEqual([1, 1, 0]);
    newest().says(['person', 'timeline']);
    newest().says([], ['sites', 'users']);
    newest().says(['audit']);
    expect([leads, sites, nothing].map(({ told }) => told.mock.calls.length)).toEqual([2, 2, 0]);
  });

  it('is closed while the tab is hidden or put away, and opened when it is shown', async () => {
    stream.at('shop');
    const [leads, nothing] = [subscribe('leads'), subscribe()];
    newest().opens();
    tab.show(false);
    expect(tab.open).toEqual([]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(tab.streams).toHaveLength(1);
    tab.show(true);
    newest().opens();
    expect([leads, nothing].map(({ told }) => told.mock.calls.length)).toEqual([2, 1]);
    tab.window.dispatchEvent(new Event('pagehide'));
    expect(tab.open).toEqual([]);
    tab.window.dispatchEvent(new Event('pageshow'));
    expect(tab.open).toHaveLength(1);
  });

  it('is there again at once when it was cut, and seldom where that fails; who reads finds out', async () => {
    stream.at('shop');
    const { told } = subscribe('leads');
    newest().opens();
    await vi.advanceTimersByTimeAsync(10_000);
    newest().fails();
    expect([tab.open.length, told.mock.calls.length]).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(300);
    expect(tab.streams).toHaveLength(2);
    for (let failed = 0; failed < 10; failed++) {
      newest().fails();
      await vi.advanceTimersByTimeAsync(15_000);
    }
    expect(told).toHaveBeenCalledTimes(11);
    expect(tab.streams.length).toBeLessThanOrEqual(12);
    newest().opens();
    expect(told).toHaveBeenCalledTimes(12);
    await vi.advanceTimersByTimeAsync(10_000);
    newest().fails();
    await vi.advanceTimersByTimeAsync(300);
    newest().fails();
    tab.window.dispatchEvent(new Event('online'));
    expect(tab.open).toHaveLength(1);
  });

  it('is there seldom where each is cut at once', async () => {
    stream.at('shop');
    subscribe('leads');
    for (let cut = 0; cut < 10; cut++) {
      newest().opens();
      newest().fails();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(tab.streams.length).toBeLessThan(6);
  });

  it('waits for a session', () => {
    stream.at('shop');
    subscribe('leads');
    session.value = 'ended';
    expect(tab.open).toEqual([]);
    session.value = 'in';
    expect(tab.open).toHaveLength(1);
  });
});

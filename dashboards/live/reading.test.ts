import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../http.js';
import { startReading } from './reading.js';
import { Tab } from './testing.js';

let tab: Tab;
let tell: () => void;
const stream = {
  subscribe({ told }: { told: () => void }) {
    tell = told;
    return () => {
      tell = () => undefined;
    };
  },
};
const down = new ApiError('unavailable', 'store_down', '');
const start = (
  run: (signal: AbortSignal) => Promise<void>,
  onResult: (error?: ApiError) => void = () => {},
) => startReading({ of: ['leads'], run, onResult, stream });

beforeEach(() => {
  vi.useFakeTimers();
  tab = new Tab();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('startReading', () => {
  it('reads at once, then only when it is told to', async () => {
    const run = vi.fn(async () => {});
    const { stop } = start(run);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(run).toHaveBeenCalledTimes(1);
    tell();
    await vi.advanceTimersByTimeAsync(300);
    expect(run).toHaveBeenCalledTimes(2);
    stop();
  });

  it('reads once for all that happens at once, also while it reads', async () => {
    const run = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
    const { stop } = start(run);
    for (let times = 0; times < 20; times++) tell();
    await vi.advanceTimersByTimeAsync(499);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_001);
    expect(run).toHaveBeenCalledTimes(2);
    for (let times = 0; times < 100; times++) {
      tell();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(run.mock.calls.length).toBeLessThan(10);
    stop();
  });

  it('reads again as soon as it has read, for whoever asks meanwhile', async () => {
    const run = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
    const { now, stop } = start(run);
    now();
    await vi.advanceTimersByTimeAsync(499);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(run).toHaveBeenCalledTimes(2);
    stop();
  });

  it('rests while the tab is hidden', async () => {
    const run = vi.fn(async () => {
      throw down;
    });
    const { stop } = start(run);
    await vi.advanceTimersByTimeAsync(0);
    tab.show(false);
    tell();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(run).toHaveBeenCalledTimes(1);
    tab.show(true);
    tell();
    await vi.advanceTimersByTimeAsync(300);
    expect(run).toHaveBeenCalledTimes(2);
    stop();
  });

  it('waits longer after each failure, reports it, and reports the recovery', async () => {
    let failing = true;
    const run = vi.fn(async () => {
      if (failing) throw down;
    });
    const results: (ApiError | undefined)[] = [];
    const { stop } = start(run, (error) => results.push(error));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(run.mock.calls.length).toBeLessThan(12);
    expect(results.every((error) => error === down)).toBe(true);
    failing = false;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(results.at(-1)).toBeUndefined();
    const before = run.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(before);
    stop();
  });

  it('stops for good, aborts what is under way and says nothing of it', async () => {
    const onResult = vi.fn();
    const run = vi.fn(
      (signal: AbortSignal) =>
        new Promise<void>((_, reject) =>
          signal.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    );
    const { stop, now } = start(run, onResult);
    stop();
    now();
    tell();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(1);
    expect(onResult).not.toHaveBeenCalled();
  });
});

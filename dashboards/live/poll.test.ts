import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../http.js';
import { startPolling } from './poll.js';

/** As much of a document as polling knows. */
class Tab extends EventTarget {
  hidden = false;
  show(visible: boolean) {
    this.hidden = !visible;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let tab = new Tab();
const down = new ApiError('unavailable', 'store_down', '');

beforeEach(() => {
  vi.useFakeTimers();
  tab = new Tab();
  vi.stubGlobal('document', tab);
  vi.stubGlobal('addEventListener', () => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('startPolling', () => {
  it('runs at once and again after each end', async () => {
    const run = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
    const { stop } = startPolling({ run, intervalMs: 1_000, onResult: () => {} });
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_400);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(run).toHaveBeenCalledTimes(2);
    stop();
  });

  it('rests while the tab is hidden and looks at once when it is shown', async () => {
    const run = vi.fn(async () => {});
    const { stop } = startPolling({ run, intervalMs: 1_000, onResult: () => {} });
    tab.show(false);
    await vi.advanceTimersByTimeAsync(60_000);
    const before = run.mock.calls.length;
    expect(before).toBeLessThanOrEqual(2);
    tab.show(true);
    expect(run).toHaveBeenCalledTimes(before + 1);
    stop();
  });

  it('waits longer after each failure, reports it, and reports the recovery', async () => {
    let failing = true;
    const run = vi.fn(async () => {
      if (failing) throw down;
    });
    const results: (ApiError | undefined)[] = [];
    const { stop } = startPolling({ run, intervalMs: 1_000, onResult: (error) => results.push(error) });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(run.mock.calls.length).toBeLessThan(7);
    expect(results.every((error) => error === down)).toBe(true);
    failing = false;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(results.at(-1)).toBeUndefined();
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
    const { stop, now } = startPolling({ run, intervalMs: 1_000, onResult });
    stop();
    now();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(1);
    expect(onResult).not.toHaveBeenCalled();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OWNER } from '../access/caller.js';
import { LeadlineError } from '../errors.js';
import type { Changed } from './feed.js';
import { StreamCounts, Streams } from './streams.js';

let told: ((changed: Changed) => void)[];
let fails: LeadlineError | undefined;
const feed = {
  async watch(listener: (changed: Changed) => void) {
    if (fails) throw fails;
    told.push(listener);
    return () => void told.splice(told.indexOf(listener), 1);
  },
};
let counts: StreamCounts;
let streams: Streams;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  fails = undefined;
  counts = new StreamCounts();
  streams = new Streams(feed, counts);
});
afterEach(() => {
  streams.close();
  vi.useRealTimers();
});

const open = async (sessionId = 's') =>
  (
    await streams.open({ ...OWNER, sessionId }, 'shop')
  ).getReader() as ReadableStreamDefaultReader<Uint8Array>;

/** Reads on and on, as a browser does. */
async function read(sessionId?: string) {
  const reader = await open(sessionId);
  const stream = { parts: [] as string[], isOver: false, cancel: () => reader.cancel() };
  const next = async (): Promise<void> => {
    const { done, value } = await reader.read();
    stream.isOver = done;
    if (done) return;
    stream.parts.push(new TextDecoder().decode(value));
    return next();
  };
  void next();
  await vi.advanceTimersByTimeAsync(0);
  return stream;
}

describe('Streams', () => {
  it('watch once for all of them, and only while there is one', async () => {
    const both = [await read(), await read()];
    expect([told.length, counts.open]).toEqual([1, 2]);
    for (const one of both) await one.cancel();
    await vi.advanceTimersByTimeAsync(0);
    expect([told.length, counts.open, vi.getTimerCount()]).toEqual([0, 0, 0]);
    await read();
    expect(told.length).toBe(1);
  });

  it('tell at once, then once a second', async () => {
    const stream = await read();
    const changed = () => stream.parts.filter((part) => part.startsWith('event: changed')).length;
    for (let ms = 0; ms < 5_000; ms += 10) {
      told[0]?.({ what: 'events', site: 'shop' });
      told[0]?.({ what: 'events', site: 'elsewhere' });
      await vi.advanceTimersByTimeAsync(10);
      if (ms === 100) expect(changed()).toBe(1);
    }
    expect(changed()).toBe(5);
  });

  it('are refused where nobody can tell what changes, and taken once somebody can', async () => {
    fails = new LeadlineError('store_down', '');
    await expect(open()).rejects.toMatchObject({ code: 'store_down' });
    expect([counts.open, vi.getTimerCount()]).toEqual([0, 0]);
    fails = undefined;
    expect((await read()).parts).toEqual([': open\n\n']);
  });

  it('keep proxies awake, end in time, and let go of who reads nothing', async () => {
    const [reading, stalled] = [await read(), await open()];
    await vi.advanceTimersByTimeAsync(30_000);
    expect(reading.parts.at(-1)).toBe(': alive\n\n');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(counts.open).toBe(1);
    expect(await stalled.read()).toMatchObject({ done: false });
    expect(await stalled.read()).toMatchObject({ done: true });
    expect(reading.isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(18 * 60_000);
    expect([reading.isOver, counts.open]).toEqual([true, 0]);
  });

  it('are so many and no more, in all and of a session', async () => {
    for (let session = 0; session < 100; session++)
      for (let n = 0; n < 20; n++) await streams.open({ ...OWNER, sessionId: `s${session}` }, 'shop');
    await expect(open('s1')).rejects.toMatchObject({ code: 'too_many_streams' });
    await expect(open('other')).rejects.toMatchObject({ code: 'streams_full' });
    streams.close();
    expect(counts.open).toBe(0);
    await expect(open('other')).rejects.toMatchObject({ code: 'starting' });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserBatch } from '../schemas/batch.js';
import type { Delivery } from './delivery.js';
import type { Storage } from './storage.js';

const DAY_MS = 864e5;
const kept = new Map<string, string>();
const storage: Storage = Object.assign(
  (key: string, value?: string | null) => {
    if (value) kept.set(key, value);
    if (value === null) kept.delete(key);
    return kept.get(key);
  },
  { keys: () => [...kept.keys()] },
);
const sent: BrowserBatch[] = [];
let answer: () => Response;
let allowed: boolean;
let delivery: Delivery;
let count = 0;

const event = (type: string, more = {}) => ({ id: `id-${count++}`, type, ts: Date.now() + count, ...more });
const types = () => sent.map(({ visitor, events }) => `${visitor}: ${events.map(({ type }) => type)}`);

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('navigator', { sendBeacon: () => true });
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return answer();
  });
  vi.resetModules();
  kept.clear();
  sent.length = 0;
  allowed = true;
  answer = () => new Response(null, { status: 202 });
  const { createDelivery } = await import('./delivery.js');
  delivery = createDelivery({
    endpoint: '/v1/events',
    storage,
    allowed: () => allowed,
    envelope: (visitor) => ({ site: 'demo', visitor, sent: Date.now() }),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('delivery', () => {
  it('puts neighbours into one batch, and takes leads along at once', async () => {
    delivery.add(event('page_view'), 'ada');
    delivery.add(event('form_submit'), 'ada', true);
    await vi.advanceTimersByTimeAsync(0);
    expect(types()).toEqual(['ada: page_view,form_submit']);
    expect(kept.size).toBe(0);
    await vi.advanceTimersByTimeAsync(DAY_MS);
    expect(sent).toHaveLength(1);
  });

  it('keeps events with their visitor', async () => {
    delivery.add(event('one'), 'ada');
    delivery.add(event('two'), 'bea');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(types().sort()).toEqual(['ada: one', 'bea: two']);
  });

  it('holds everything in memory until it is allowed', async () => {
    allowed = false;
    delivery.add(event('one'), 'ada', true);
    await vi.advanceTimersByTimeAsync(DAY_MS);
    expect([kept.size, sent.length]).toEqual([0, 0]);
    allowed = true;
    delivery.release();
    expect(kept.size).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(types()).toEqual(['ada: one']);
  });

  it.each([
    [200, 1],
    [400, 1],
    [403, 1],
    [413, 1],
    [408, 9],
    [429, 9],
    [500, 9],
    [503, 9],
  ])('after status %i makes %i tries, each later than the one before', async (status, tries) => {
    answer = () => new Response(null, { status });
    delivery.add(event('one'), 'ada');
    await vi.advanceTimersByTimeAsync(DAY_MS);
    expect(sent).toHaveLength(tries);
    expect(kept.size).toBe(tries === 1 ? 0 : 1);
    const gaps = sent.map(({ sent: at }, i) => at - (sent[i - 1]?.sent ?? at)).slice(1);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  });

  it('respects Retry-After even for leads', async () => {
    answer = () => new Response(null, { status: 503, headers: { 'retry-after': '60' } });
    delivery.add(event('one'), 'ada', true);
    await vi.advanceTimersByTimeAsync(10);
    answer = () => new Response(null, { status: 202 });
    delivery.add(event('two'), 'ada', true);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(types()).toEqual(['ada: one', 'ada: one,two']);
  });

  it('takes over what an earlier visit left, unless it is too old', async () => {
    const now = Date.now();
    kept.set(`1.${now - DAY_MS}.a.ada`, '{"id":"a","type":"kept"}');
    kept.set(`2.${now - 15 * DAY_MS}.b.ada`, '{"id":"b","type":"expired"}');
    kept.set('visitor', 'ada');
    delivery.release();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(types()).toEqual(['ada: kept']);
    expect([...kept.keys()]).toEqual(['visitor']);
  });

  it('when full drops the oldest, leads last', async () => {
    answer = () => new Response(null, { status: 503, headers: { 'retry-after': '60' } });
    delivery.add(event('form_submit'), 'ada', true);
    await vi.advanceTimersByTimeAsync(10);
    for (let n = 0; n < 400; n++) delivery.add(event('page_view', { n, text: 'x'.repeat(1_000) }), 'ada');
    const chars = [...kept.values()].join('').length;
    expect(chars).toBeGreaterThan(290_000);
    expect(chars).toBeLessThan(310_000);
    expect([...kept.values()].filter((json) => json.includes('form_submit'))).toHaveLength(1);
    expect([...kept.values()].at(-1)).toContain('"n":399');
  });

  it('forgets on request', async () => {
    delivery.add(event('one'), 'ada');
    delivery.clear();
    await vi.advanceTimersByTimeAsync(DAY_MS);
    expect(sent).toEqual([]);
  });
});

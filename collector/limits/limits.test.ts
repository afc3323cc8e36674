import { describe, expect, it } from 'vitest';
import { Limits } from './limits.js';

const usage = { address: '203.0.113.7', key: 'site demo', events: 100 };
const exceeds = async (limits: Limits, rest = {}) =>
  (await limits.take({ ...usage, ...rest })).exceeded?.policy;

describe('Limits', () => {
  it('tells both limits and what is left of them', async () => {
    const limits = new Limits({ address: 600, key: 1_200 });
    expect(await limits.take(usage)).toEqual({
      exceeded: undefined,
      headers: {
        'RateLimit-Policy': '"address";q=600;w=60;qu="events", "key";q=1200;w=60;qu="events"',
        RateLimit: '"address";r=500;t=10, "key";r=1100;t=5',
      },
    });
  });

  it('refuses by address before it counts for the key', async () => {
    const limits = new Limits({ address: 500, key: 1_200 });
    expect(await exceeds(limits, { events: 500 })).toBeUndefined();
    expect(await limits.take(usage)).toEqual({
      exceeded: { policy: 'address', retryAfterS: 12 },
      headers: { 'RateLimit-Policy': '"address";q=500;w=60;qu="events"', RateLimit: '"address";r=0;t=12' },
    });
    expect(await exceeds(limits, { address: '203.0.113.8', events: 500 })).toBeUndefined();
    expect(await exceeds(limits, { address: '203.0.113.9', events: 300 })).toBe('key');
  });

  it('counts a key over all addresses, and each key for itself', async () => {
    const limits = new Limits({ address: 500, key: 1_000 });
    for (const address of ['203.0.113.1', '203.0.113.2'])
      expect(await exceeds(limits, { address, events: 500 })).toBeUndefined();
    expect(await exceeds(limits, { address: '203.0.113.3', events: 1 })).toBe('key');
    expect(await exceeds(limits, { key: 'site shop' })).toBeUndefined();
  });

  it.each([undefined, '127.0.0.1', '::1'])('has no limit by address for %s', async (address) => {
    const limits = new Limits({ address: 500, key: 100_000 });
    for (let times = 0; times < 10; times++)
      expect(await exceeds(limits, { address, events: 500 })).toBeUndefined();
    expect((await limits.take({ ...usage, address })).headers['RateLimit-Policy']).toBe(
      '"key";q=100000;w=60;qu="events"',
    );
  });

  it('says nothing where there is no limit', async () => {
    const limits = new Limits({ address: 0, key: 0 });
    expect(await limits.take({ ...usage, events: 1e6 })).toEqual({ exceeded: undefined, headers: {} });
  });

  it('refuses what a shared limiter refuses', async () => {
    const full = { take: async () => ({ isAllowed: false, remaining: 0, resetS: 60 }) };
    expect(await new Limits({ address: 500, key: 1_000 }, { address: full }).take(usage)).toEqual({
      exceeded: { policy: 'address', retryAfterS: 60 },
      headers: { 'RateLimit-Policy': '"address";q=500;w=60;qu="events"', RateLimit: '"address";r=0;t=60' },
    });
  });
});

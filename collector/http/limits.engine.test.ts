import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode, KEY, OWN, SHOP, startApp, type TestApp } from './testing.js';

let running: TestApp;
beforeAll(async () => {
  running = await startApp({ eventsPerMinute: { address: 600, key: 1_200 } });
});
afterAll(() => running.stop());

let count = 0;
const batch = (events = 1, site = 'shop') => ({
  site,
  visitor: 'v1',
  sent: Date.now(),
  events: Array.from({ length: events }, () => ({ id: `l${++count}`, ts: Date.now(), type: 'page_view' })),
});
const from = (address: string) => ({ 'X-Test-Address': address });
const own = (events: number, address: string) =>
  running.post(batch(events, 'demo'), { Origin: OWN, ...from(address) });

describe('rate limits', () => {
  it('are told with each answer, to scripts of any page', async () => {
    const { status, headers } = await own(100, '203.0.113.1');
    expect(status).toBe(202);
    expect(headers.get('RateLimit-Policy')).toBe(
      '"address";q=600;w=60;qu="events", "key";q=1200;w=60;qu="events"',
    );
    expect(headers.get('RateLimit')).toBe('"address";r=500;t=10, "key";r=1100;t=5');
    expect(headers.get('Access-Control-Expose-Headers')).toBe('Retry-After, RateLimit, RateLimit-Policy');
  });

  it('refuse an address that sends too fast, say when to come back, and tell the owner', async () => {
    const begunAt = performance.now();
    expect((await running.post(batch(500), from('203.0.113.2'))).status).toBe(202);
    const refused = await running.post(batch(500), from('203.0.113.2'));
    // Of 600 a minute 400 are too many, and 10 flow back each second, also those of this test.
    const seconds = (performance.now() - begunAt) / 1_000;
    const retryAfter = Number(refused.headers.get('Retry-After'));
    expect(retryAfter).toBeLessThanOrEqual(40);
    expect(retryAfter).toBeGreaterThanOrEqual(40 - seconds);
    const told = /^"address";r=(\d+);t=(\d+)$/.exec(refused.headers.get('RateLimit') ?? '');
    const [left, resetS] = [Number(told?.[1]), Number(told?.[2])];
    expect(resetS).toBe(retryAfter);
    expect(left).toBeGreaterThanOrEqual(100);
    expect(left).toBeLessThanOrEqual(100 + 10 * seconds);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await errorCode(refused)).toBe('429 rate_limited');
    // Another visitor is none of it.
    expect((await running.post(batch(), from('203.0.113.3'))).status).toBe(202);
    await running.post(batch(), {}, '?ack=stored');
    const answer = await running.owner('/v1/query/rejected_events?site=shop');
    const { rows } = (await answer.json()) as { rows: Record<string, unknown>[] };
    expect(rows).toMatchObject([{ reason: 'rate_limited', count: 500, origin: '', type: '' }]);
  });

  it('are of the key alone for an API key, and of each key for itself', async () => {
    const headers = { Authorization: `Bearer ${KEY}`, ...from('203.0.113.4') };
    const post = (events: number) => running.post({ ...batch(events), visitor: 'server' }, headers);
    for (const events of [500, 500]) {
      const { headers, status } = await post(events);
      expect([status, headers.get('RateLimit-Policy')]).toEqual([202, '"key";q=1200;w=60;qu="events"']);
    }
    expect(await errorCode(await post(500))).toBe('429 rate_limited');
    expect((await running.post(batch(), from('203.0.113.5'))).status).toBe(202);
  });

  it('are used up by what is refused for another reason as by one event, and not the key’s', async () => {
    const address = from('203.0.113.6');
    for (let times = 0; times < 5; times++)
      expect((await running.post(batch(500), { Origin: 'https://evil.test', ...address })).status).toBe(403);
    // Also under keys that nobody has, of which anybody can send any.
    const stray = await running.post({ ...batch(500), site: 'nowhere' }, address);
    expect([stray.status, stray.headers.has('RateLimit-Policy')]).toEqual([404, true]);
    const { headers } = await running.post('not json', address);
    expect(headers.get('RateLimit-Policy')).toBe('"address";q=600;w=60;qu="events"');
    for (let times = 0; times < 700; times++) await running.post('not json', address);
    expect(await errorCode(await running.post(batch(), address))).toBe('429 rate_limited');
  });

  it('do not hold for this machine', async () => {
    const { headers } = await own(1, '127.0.0.1');
    expect(headers.get('RateLimit-Policy')).toBe('"key";q=1200;w=60;qu="events"');
  });
});

describe('packed bodies', () => {
  const send = (body: Buffer<ArrayBuffer>, encoding: string) =>
    running.app.request(`${OWN}/v1/events`, {
      method: 'POST',
      headers: { 'Content-Encoding': encoding, Origin: SHOP, 'Content-Type': 'text/plain' },
      body,
    });

  it('are read, by events and by records', async () => {
    const answer = await send(gzipSync(JSON.stringify(batch(2))), 'gzip');
    expect(await answer.json()).toEqual({ accepted: 2, rejected: [] });
    const put = await running.owner('/v1/entities/sites/packed', {
      method: 'PUT',
      headers: { 'Content-Encoding': 'gzip' },
      body: gzipSync(JSON.stringify({ name: 'Packed' })),
    });
    expect(await put.json()).toMatchObject({ id: 'packed', name: 'Packed' });
    expect((await send(Buffer.from(JSON.stringify(batch())), 'identity')).status).toBe(202);
  });

  it('are refused with clear codes', async () => {
    expect(await errorCode(await send(gzipSync(Buffer.alloc(2 ** 20 + 1, ' ')), 'gzip'))).toBe(
      '413 body_too_large',
    );
    expect(await errorCode(await send(Buffer.from(JSON.stringify(batch())), 'gzip'))).toBe(
      '400 body_not_readable',
    );
    const unknown = await send(Buffer.from('{}'), 'zstd');
    expect(unknown.headers.get('Accept-Encoding')).toBe('br, deflate, gzip');
    expect(await errorCode(unknown)).toBe('415 encoding_unsupported');
  });
});

describe('methods', () => {
  it.each([
    ['/v1/events', 'GET', 'OPTIONS, POST'],
    ['/v1/events', 'PUT', 'OPTIONS, POST'],
    ['/v1/query/leads', 'POST', 'GET, HEAD'],
    ['/v1/entities/sites', 'DELETE', 'GET, HEAD, POST'],
    ['/v1/entities/sites/demo', 'POST', 'DELETE, GET, HEAD, PUT'],
    ['/v1/entities/sites/demo/history', 'PUT', 'GET, HEAD'],
    ['/v1/session', 'PATCH', 'DELETE, GET, HEAD, POST'],
    ['/healthz', 'POST', 'GET, HEAD'],
    ['/readyz', 'DELETE', 'GET, HEAD'],
  ])('%s has no %s, and says what it has', async (path, method, allow) => {
    const headers = { Authorization: `Bearer ${KEY}`, Accept: 'text/html' };
    const response = await running.app.request(OWN + path, { method, headers });
    expect(response.headers.get('Allow')).toBe(allow);
    expect(await errorCode(response)).toBe('405 method_not_allowed');
  });

  it.each(['/v1/nothing', '/v1/events/x', '/v1/entities/a/b/c', '/nothing'])(
    '%s is not there',
    async (path) => {
      for (const method of ['GET', 'POST'])
        expect(await errorCode(await running.app.request(OWN + path, { method }))).toBe('404 not_found');
    },
  );
});

describe('the visitor’s cookie', () => {
  it('is renewed on the site’s own origin, where the site says so', async () => {
    const visitor = 'abcdefghij0123456789k';
    const value = `${visitor}.1795000000000`;
    const headers = { Cookie: `leadline_shop=${value}`, 'Sec-Fetch-Site': 'same-origin' };
    const post = () => running.post({ ...batch(), visitor }, headers);
    expect((await post()).headers.get('Set-Cookie')).toBeNull();
    const site = { name: 'Shop', origins: [SHOP], cookieDomain: 'shop.test' };
    await running.owner('/v1/entities/sites/shop', {
      method: 'PUT',
      headers: { 'If-Match': '*' },
      body: JSON.stringify(site),
    });
    const renewed = await post();
    expect(renewed.status).toBe(202);
    expect(renewed.headers.get('Set-Cookie')).toBe(
      `leadline_shop=${value}; Domain=shop.test; Path=/; Max-Age=34560000; SameSite=Lax; Secure`,
    );
  });
});

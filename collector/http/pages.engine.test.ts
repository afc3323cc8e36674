import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { drops } from '../pipeline/index.js';
import { errorCode, KEY, OWN, startApp, type TestApp } from './testing.js';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const get = async (path: string, headers = {}) => running.app.request(new URL(path, OWN).href, { headers });

describe('pages and files', () => {
  it('serves the parts of the script like the script', async () => {
    const whole = await get('/leadline.js');
    const part = await get('/leadline.leads.js');
    const shared = (response: Response) =>
      ['Access-Control-Allow-Origin', 'Cross-Origin-Resource-Policy', 'Content-Type', 'Cache-Control'].map(
        (name) => response.headers.get(name),
      );
    expect(await part.text()).toBe('/* a part of it */');
    expect(shared(part)).toEqual(shared(whole));
    const versioned = await get('/leadline.more.1a2b3c4d5e6f.js');
    expect(shared(versioned)).toEqual(shared(await get('/leadline.0123456789ab.js')));
    expect(versioned.headers.get('Cache-Control')).toContain('immutable');
  });

  it.each([
    ['/leadline.ffffffffffff.js', 'This version of the script is not here: use /leadline.js.'],
    ['/leadline.more.ffffffffffff.js', 'This version of the script is not here: use /leadline.more.js.'],
    ['/leadline.nothing.js', "There is no script /leadline.nothing.js: the tag's is /leadline.js."],
    ['/leadline.More.js', 'There is nothing at this address.'],
    ['/leadline.more.1a2b.js', 'There is nothing at this address.'],
    ['/leadline..js', 'There is nothing at this address.'],
  ])('says what to use instead of %s', async (path, message) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: { code: 'not_found', message } });
  });

  it('serves the script to every page of the world', async () => {
    const script = await get('/leadline.js');
    expect(await script.text()).toBe('/* the script */');
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=600, stale-while-revalidate=86400',
      'x-content-type-options': 'nosniff',
    });
    expect(script.headers.get('Content-Type')).toMatch(/javascript/);
    const revalidated = await get('/leadline.js', { 'If-None-Match': script.headers.get('ETag') });
    expect(revalidated.status).toBe(304);
    const versioned = await get('/leadline.0123456789ab.js');
    expect(versioned.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(await errorCode(await get('/leadline.ffffffffffff.js'))).toBe('404 not_found');
  });

  it('tells the present version of the script, each time anew and to its own pages only', async () => {
    const pin = await get('/leadline.json');
    expect(await pin.json()).toEqual({});
    expect(pin.headers.get('Content-Type')).toMatch(/json/);
    expect(pin.headers.get('Cache-Control')).toBe('no-cache');
    expect(pin.headers.has('Access-Control-Allow-Origin')).toBe(false);
  });

  it('serves the dashboards at every address of theirs, with a strict policy', async () => {
    for (const path of ['/', '/leads', '/persons/p_1?tab=timeline']) {
      const page = await get(path, { Accept: 'text/html,*/*' });
      expect(await page.text()).toContain('<title>Leadline</title>');
      expect(page.headers.get('Content-Security-Policy')).toMatch(
        /default-src 'none'; script-src 'self';.*base-uri 'none';.*frame-ancestors 'none'/,
      );
      expect(page.headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
      expect(page.headers.get('Cache-Control')).toBe('no-cache');
    }
    expect((await get('/app/main.abc.js')).headers.get('Cache-Control')).toContain('immutable');
  });

  it('serves the demo, whose forms lead back to it', async () => {
    expect(await (await get('/demo/')).text()).toContain('<title>Demo</title>');
    expect((await get('/demo')).headers.get('Location')).toBe('/demo/');
    const posted = await running.app.request(`${OWN}/demo/contact.html`, { method: 'POST', body: 'a=b' });
    expect([posted.status, posted.headers.get('Location')]).toEqual([303, '/demo/contact.html']);
  });

  it.each([
    '/nowhere',
    '/app/nothing.js',
    '/v1/nothing',
    '/demo/nothing',
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/.env',
  ])('has nothing at %s', async (path) => {
    const response = await get(path);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await errorCode(response)).toBe('404 not_found');
  });

  it.each([['POST', '/']])('knows no %s %s', async (method, path) =>
    expect(await errorCode(await running.app.request(`${OWN}${path}`, { method }))).toBe('404 not_found'),
  );

  it('lets no browser guess what an answer is, at any route', async () => {
    const { routes } = running.app;
    expect(routes.length).toBeGreaterThan(15);
    for (const { method, path } of routes) {
      if (method === 'ALL') continue;
      const address = `${OWN}${path.replace(/:script\{.*/, 'leadline.js').replace(/:\w+|\*/g, 'any')}`;
      for (const headers of [{}, { Authorization: `Bearer ${KEY}` }]) {
        const response = await running.app.request(address, { method, headers });
        expect([method, path, response.headers.get('X-Content-Type-Options')]).toEqual([
          method,
          path,
          'nosniff',
        ]);
      }
    }
  });

  it('answers any address, and never with a failure of ours', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }).map(encodeURIComponent0),
      fc.constantFrom(
        '%',
        '%00',
        '%ff',
        '%E0%A4%A',
        '..',
        'v1',
        'query',
        'entities',
        'sites',
        'app',
        'demo',
        'leadline.js',
        '\\',
        ';',
        '//',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 5 }),
        fc.constantFrom('text/html', '*/*'),
        async (parts, Accept) => {
          const response = await running.owner(`${OWN}/${parts.join('/')}`, { headers: { Accept } });
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Half characters have no encoding. */
const encodeURIComponent0 = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));

describe('health', () => {
  it('tells that the process answers, and what stands behind it', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    // What the tests before have sent may still be on its way.
    await vi.waitFor(async () => {
      const ready = await get('/readyz');
      expect(ready.headers.get('Cache-Control')).toBe('no-store');
      expect(await ready.json()).toEqual({
        status: 'ready',
        clickhouse: 'up',
        queue: { backlogBytes: 0, lagMs: 0 },
      });
    }, 60_000);
  });

  it('tells what became of the rows to this machine and to who may ask, and anybody else all the rest', async () => {
    const told = { writer: { insertedRows: expect.any(Number), failedInserts: 0 } };
    const local = await running.app.request('/readyz', { headers: { 'X-Test-Address': 'this machine' } });
    expect(await local.json()).toMatchObject(told);
    expect(await (await running.owner('/readyz')).json()).toMatchObject(told);
    const wrong = await running.app.request('/readyz', { headers: { Authorization: 'Bearer wrong' } });
    expect([wrong.status, Object.keys((await wrong.json()) as object)]).toEqual([
      200,
      ['status', 'clickhouse', 'queue'],
    ]);
  });
});

describe('metrics', () => {
  const metrics = (headers = {}) => running.app.request(`${OWN}/metrics`, { headers });

  it('are for this machine, and elsewhere for the bearer of a key', async () => {
    expect(await errorCode(await metrics())).toBe('401 sign_in_required');
    expect((await running.owner('/metrics')).status).toBe(200);
    const local = await metrics({ 'X-Test-Address': 'this machine' });
    expect(local.headers.get('Content-Type')).toContain('text/plain; version=0.0.4');
  });

  it('have a count for every step and reason from the start', async () => {
    const text = await (await running.owner('/metrics')).text();
    for (const { step, reason } of drops)
      expect(text).toContain(`leadline_events_dropped_total{step="${step}",reason="${reason}"} `);
  });

  it('count what is taken, dropped and refused', async () => {
    const before = await (await running.owner('/metrics')).text();
    const count = (text: string, series: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${series} `))
          ?.split(' ')[1] ?? 0,
      );
    const event = (id: string) => ({ id, type: 'page_view', ts: Date.now() });
    const events = [event('m1'), event('m2'), { ...event('m3'), ts: 1 }];
    await running.post({ site: 'shop', visitor: 'v', events });
    await running.post({ site: 'shop', visitor: 'v', events }, { Origin: 'https://other.test' });
    const after = await (await running.owner('/metrics')).text();
    const grown = (series: string) => count(after, series) - count(before, series);
    expect(grown('leadline_events_accepted_total{site="shop"}')).toBe(2);
    expect(grown('leadline_events_dropped_total{step="clock",reason="ts_out_of_range"}')).toBe(1);
    expect(grown('leadline_errors_total{code="origin_not_allowed"}')).toBe(1);
    expect(grown('leadline_ack_seconds_count')).toBe(1);
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorCode, KEY, OWN, SHOP, startApp, type TestApp } from './testing.js';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const request = async (path: string, init?: RequestInit) =>
  running.app.request(new URL(path, OWN).href, init);
const put = (path: string, body: unknown, headers = {}) =>
  running.owner(path, { method: 'PUT', body: JSON.stringify(body), headers });
const remove = (path: string) => running.owner(path, { method: 'DELETE', headers: { 'If-Match': '*' } });

describe('session', () => {
  const signIn = (key: unknown, headers = {}) =>
    request('/v1/session', { method: 'POST', body: JSON.stringify({ key }), headers });
  let cookie: string;
  beforeEach(async () => {
    [cookie = ''] = (await signIn(KEY)).headers.getSetCookie();
  });
  const session = () => cookie.split(';')[0] ?? '';

  it('signs in with a cookie that scripts and other sites cannot use', async () => {
    const response = await signIn(KEY);
    expect(response.status).toBe(204);
    expect(cookie).toMatch(
      /^__Host-leadline_session=\w{16}\.[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const signedIn = await request('/v1/session', { headers: { Cookie: session() } });
    expect(await signedIn.json()).toEqual({
      user: null,
      access: [{ site: '*', roles: ['owner'], people: 'all' }],
      sessionId: session().split('=')[1]?.split('.')[0],
    });
    expect(signedIn.headers.get('Cache-Control')).toBe('no-store');
    expect((await request('/v1/query/leads?site=shop', { headers: { Cookie: session() } })).status).toBe(200);
  });

  it('refuses a wrong key', async () => {
    for (const key of ['wrong', '', KEY.slice(0, -1), null, 7, [KEY]])
      expect(await errorCode(await signIn(key))).toBe('401 key_invalid');
    expect(await errorCode(await request('/v1/session', { method: 'POST', body: 'nonsense' }))).toBe(
      '400 body_not_json',
    );
    await signIn(KEY);
  });

  it('signs out, and a copy of the cookie is worth nothing', async () => {
    const response = await request('/v1/session', { method: 'DELETE', headers: { Cookie: session() } });
    expect(response.headers.get('Set-Cookie')).toMatch(/^__Host-leadline_session=; Max-Age=0; Path=\//);
    expect((await request('/v1/session', { headers: { Cookie: session() } })).status).toBe(401);
  });

  it('does not count from other sites', async () => {
    expect(await errorCode(await signIn(KEY, { 'Sec-Fetch-Site': 'cross-site' }))).toBe(
      '403 cross_site_request',
    );
    for (const Origin of [SHOP, 'http://t.example.com', `${OWN}:8443`, 'null']) {
      const init = { method: 'DELETE', headers: { Cookie: session(), Origin } };
      expect(await errorCode(await request('/v1/entities/sites/shop', init))).toBe('401 sign_in_required');
    }
    const own = { headers: { Cookie: session(), Origin: OWN } };
    expect((await request('/v1/entities/sites/shop', own)).status).toBe(200);
  });

  it('does not count when forged', async () => {
    const [name = '', value = ''] = session().split('=');
    const [id = '', secret = ''] = value.split('.');
    for (const forged of [
      '',
      '.',
      `${id}x.${secret}`,
      `${id}.`,
      `${id}.${secret}x`,
      `.${secret}`,
      'a'.repeat(9_000),
    ]) {
      const init = { headers: { Cookie: `${name}=${forged}` } };
      expect(await errorCode(await request('/v1/session', init))).toBe('401 sign_in_required');
    }
  });

  it('ends after a week without use, and after a month of it; a clock that jumps ends none', async () => {
    const isIn = async () =>
      (await request('/v1/session', { headers: { Cookie: session() } })).status === 200;
    const DAY = 86_400_000;
    const begun = Date.now();
    const at = async (days: number) => {
      vi.setSystemTime(begun + days * DAY);
      return isIn();
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      expect(await at(8)).toBe(false);
      expect(await at(-8)).toBe(true);
      for (const day of [6, 12, 18, 24, 29]) {
        expect([day, await at(day)]).toEqual([day, true]);
        await running.settled();
      }
      expect(await at(30)).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('pauses after many wrong keys, not after right ones', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
    for (let times = 0; times < 30; times++) {
      if (times % 10 === 9) await signIn(KEY);
      else expect((await signIn('wrong')).status).toBe(401);
    }
    for (let times = 0; times < 20; times++) await signIn('wrong');
    const paused = await signIn(KEY);
    expect(paused.headers.has('Retry-After')).toBe(true);
    expect(await errorCode(paused)).toBe('429 too_many_attempts');
    vi.setSystemTime(Date.now() + 61_000);
    expect((await signIn(KEY)).status).toBe(204);
    vi.useRealTimers();
  });
});

describe('the records of sites', () => {
  const data = { name: 'New', origins: ['https://new.test'], timeZone: 'Europe/Madrid', currency: 'EUR' };

  it('are put, listed, read, changed and deleted', async () => {
    const created = await put('/v1/entities/sites/new', {
      name: ' New ',
      origins: ['https://NEW.test/'],
      timeZone: 'Europe/Madrid',
    });
    expect(created.status).toBe(200);
    const record = (await created.json()) as { version: number };
    expect(record).toEqual({ ...data, id: 'new', version: 1 });
    expect(await (await running.owner('/v1/entities/sites/new')).json()).toEqual(record);
    const { rows } = (await (await running.owner('/v1/entities/sites')).json()) as { rows: { id: string }[] };
    expect(rows.map(({ id }) => id)).toEqual(['demo', 'new', 'shop']);
    const changes = await Promise.all(
      ['A', 'B', 'C'].map((name) => put('/v1/entities/sites/new', { ...data, name }, { 'If-Match': '*' })),
    );
    const versions = await Promise.all(
      changes.map(async (change) => ((await change.json()) as typeof record).version),
    );
    expect(versions.sort()).toEqual([2, 3, 4]);
    expect((await remove('/v1/entities/sites/new')).status).toBe(204);
    expect(await errorCode(await running.owner('/v1/entities/sites/new'))).toBe('404 entity_unknown');
    expect(await errorCode(await remove('/v1/entities/sites/new'))).toBe('404 entity_unknown');
  });

  it('count at once: a site takes events as soon as it is there', async () => {
    const batch = { site: 'fresh', visitor: 'v', events: [{ id: 'e', ts: Date.now(), type: 'x' }] };
    const origin = { Origin: 'https://new.test' };
    expect((await running.post(batch, origin)).status).toBe(404);
    await put('/v1/entities/sites/fresh', data);
    expect((await running.post(batch, origin)).status).toBe(202);
    await remove('/v1/entities/sites/fresh');
    expect((await running.post(batch, origin)).status).toBe(404);
  });

  it.each([
    [{}, 'name is missing.'],
    [{ name: '' }, 'name must not be empty.'],
    [{ name: 'x', origins: ['example.com'] }, /^origins\.0 must be an origin/],
    [{ name: 'x', timeZone: 'Mars' }, 'timeZone must be an IANA time zone such as Europe/Madrid.'],
    [{ name: 'x', colour: 'red' }, /colour/],
    [null, /must be an object/],
  ])('refuse %j', async (body, message) => {
    const response = await put('/v1/entities/sites/bad', body);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe('entity_invalid');
    expect(error.message).toMatch(message);
  });

  it.each([
    ['/v1/entities/planets', '404 entity_unknown'],
    ['/v1/entities/constructor', '404 entity_unknown'],
    ['/v1/entities/sites/nobody', '404 entity_unknown'],
    ['/v1/entities/sites/a%20b', '400 entity_invalid'],
    ["/v1/entities/sites/'%20OR%201", '400 entity_invalid'],
  ])('%s is %s', async (path, code) => expect(await errorCode(await running.owner(path))).toBe(code));

  it('are the owner’s', async () => {
    for (const path of [
      '/v1/entities/sites',
      '/v1/entities/sites/shop',
      '/v1/query/leads?site=shop',
      '/v1/session',
    ])
      expect(await errorCode(await request(path))).toBe('401 sign_in_required');
  });
});

describe('queries', () => {
  beforeAll(async () => {
    const events = ['=1+1', '+34', '@x', 'Ada "A", B'].map((name, at) => ({
      id: `csv${at}`,
      ts: Date.now() - at * 1000,
      type: 'form_submit',
      form: { fields: { name, email: `csv${at}@a.test` } },
    }));
    for (const [at, event] of events.entries())
      await running.post({ site: 'shop', visitor: `csv${at}`, events: [event] }, {}, '?ack=stored');
  });

  it('give rows, and a cursor while there is more', async () => {
    const first = await running.owner('/v1/query/leads?site=shop&limit=3');
    expect(first.headers.get('Cache-Control')).toBe('no-store');
    const { rows, meta } = (await first.json()) as { rows: { email: string }[]; meta: { cursor: string } };
    const rest = (await (
      await running.owner(`/v1/query/leads?site=shop&limit=3&cursor=${meta.cursor}`)
    ).json()) as { rows: typeof rows; meta: object };
    expect([...rows, ...rest.rows].map(({ email }) => email)).toEqual(
      [0, 1, 2, 3].map((at) => `csv${at}@a.test`),
    );
    expect(rest.meta).toEqual({});
  });

  it('give CSV in which no cell is a formula', async () => {
    const response = await running.owner('/v1/query/leads?site=shop', { headers: { Accept: 'text/csv' } });
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="leads.csv"');
    const [head = '', ...lines] = (await response.text()).trim().split('\n');
    expect(head).toMatch(/^person_id,email,name,phone,company,stage/);
    const cells = [
      "csv0@a.test,'=1+1,",
      "csv1@a.test,'+34,",
      "csv2@a.test,'@x,",
      'csv3@a.test,"Ada ""A"", B",',
    ];
    for (const [at, cell] of cells.entries()) expect(lines[at]).toContain(`,${cell}`);
  });

  it.each([
    ['/v1/query/nothing?site=shop', '404 query_unknown'],
    ['/v1/query/toString?site=shop', '404 query_unknown'],
    ['/v1/query/people_rows?site=shop', '404 query_unknown'],
    ['/v1/query/leads', '400 parameter_invalid'],
    ['/v1/query/leads?site=nowhere', '404 site_unknown'],
    ['/v1/query/leads?site=shop&limit=0', '400 parameter_invalid'],
    ['/v1/query/leads?site=shop&limit=1001', '400 parameter_invalid'],
    ['/v1/query/leads?site=shop&limit=1e2', '400 parameter_invalid'],
    ['/v1/query/leads?site=shop&cursor=nonsense', '400 parameter_invalid'],
    [`/v1/query/leads?site=shop&cursor=${btoa('[1e300,"x"]')}`, '400 parameter_invalid'],
    [`/v1/query/leads?site=shop&search=${'x'.repeat(201)}`, '400 parameter_invalid'],
    ['/v1/query/timeline?site=shop', '400 parameter_invalid'],
    ['/v1/query/person?site=shop&person=', '400 parameter_invalid'],
  ])('%s is %s', async (path, code) => expect(await errorCode(await running.owner(path))).toBe(code));

  it('answer hostile parameters, and never with a failure of ours', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom("' OR 1=1 --", '\\', '{site:String}', '\0', '%', '[]'),
    );
    const cursor = fc.oneof(
      hostile,
      fc
        .tuple(fc.oneof(fc.maxSafeInteger(), fc.double()), hostile)
        .map((pair) => Buffer.from(JSON.stringify(pair)).toString('base64url')),
    );
    const names = fc.constantFrom('leads', 'person', 'timeline', 'rejected_events');
    await fc.assert(
      fc.asyncProperty(
        names,
        hostile,
        hostile,
        fc.option(cursor, { nil: undefined }),
        async (name, search, person, at) => {
          const query = new URLSearchParams({
            site: 'shop',
            search,
            person,
            ...(at !== undefined && { cursor: at }),
          });
          const response = await running.owner(`/v1/query/${name}?${query}`);
          expect([200, 400]).toContain(response.status);
        },
      ),
      { numRuns: 60 },
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode, KEY, OWN, startApp, type TestApp } from './testing.js';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const as = (key: string, path: string, init: RequestInit = {}) =>
  running.app.request(OWN + path, {
    ...init,
    headers: { Authorization: `Bearer ${key}`, ...(init.headers as object) },
  });
const put = (key: string, path: string, body: unknown, headers = {}) =>
  as(key, `/v1/entities/${path}`, { method: 'PUT', body: JSON.stringify(body), headers });
const whatever = { 'If-Match': '*' };
const remove = (key: string, path: string) =>
  as(key, `/v1/entities/${path}`, { method: 'DELETE', headers: whatever });

interface Made {
  id: string;
  version: number;
  key: string;
}
let count = 0;
async function make(rest: object, by = KEY): Promise<Made> {
  const response = await put(by, `keys/key-${++count}`, { name: 'A key', ...rest });
  expect(response.status).toBe(200);
  return (await response.json()) as Made;
}
const code = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return answer.ok ? String(answer.status) : errorCode(answer);
};
const events = (site = 'shop') => ({
  method: 'POST',
  body: JSON.stringify({
    site,
    person: { email: 'ada@example.com' },
    events: [{ id: `k${++count}`, ts: Date.now(), type: 'conversion', value: 1 }],
  }),
});

describe('API keys', () => {
  it('are told once, when they are made, and listed without secret or digest', async () => {
    const made = await make({ scopes: ['queries:read', 'events:write'], sites: ['shop'] });
    expect(made).toEqual({
      id: made.id,
      name: 'A key',
      scopes: ['events:write', 'queries:read'],
      sites: ['shop'],
      madeBy: 'owner',
      version: expect.any(Number),
      key: expect.stringMatching(`^ll_${made.id}_[\\w-]{43}$`),
    });
    const { key, ...shown } = made;
    expect(await (await running.owner(`/v1/entities/keys/${made.id}`)).json()).toEqual(shown);
    const list = await (await running.owner('/v1/entities/keys')).text();
    expect(list).toContain(made.id);
    expect(list).not.toMatch(/digest/);
    expect(list).not.toContain(key.slice(-43));
    const [stored] = await running.test.select<{ hidden: string }>(
      `SELECT * FROM leadline.record_versions WHERE kind = 'keys' AND id = '${made.id}'`,
    );
    expect(Object.keys(JSON.parse(stored?.hidden ?? ''))).toEqual(['digest']);
    expect(JSON.stringify(stored)).not.toContain(key.slice(-43));
  });

  it('keep their secret when they are changed, and end when they are revoked', async () => {
    const { id, key } = await make({ scopes: ['queries:read'] });
    expect(await code(as(key, '/v1/query/leads?site=shop'))).toBe('200');
    const changed = await put(KEY, `keys/${id}`, { name: 'Other', scopes: ['events:write'] }, whatever);
    expect(await changed.json()).toMatchObject({
      id,
      name: 'Other',
      scopes: ['events:write'],
      madeBy: 'owner',
      version: 2,
    });
    expect(await code(as(key, '/v1/query/leads?site=shop'))).toBe('403 scope_missing');
    expect(await code(as(key, '/v1/events', events()))).toBe('202');
    expect((await remove(KEY, `keys/${id}`)).status).toBe(204);
    expect(await code(as(key, '/v1/events', events()))).toBe('401 key_invalid');
    const again = (await (await put(KEY, `keys/${id}`, { name: 'A', scopes: ['owner'] })).json()) as Made;
    expect(again.key).not.toBe(key);
    expect(await code(as(key, '/v1/events', events()))).toBe('401 key_invalid');
  });

  it.each([
    ['events:write', ['202', '403', '403', '403', '403', '403']],
    ['queries:read', ['403', '200', '403', '403', '403', '403']],
    ['entities:read', ['403', '403', '200', '403', '403', '403']],
    ['entities:write', ['403', '403', '403', '200', '403', '403']],
    ['owner', ['202', '200', '200', '200', '200', '200']],
  ])('with the scope %s may do that alone', async (scope, statuses) => {
    const { key } = await make({ scopes: [scope] });
    const answers = [
      await as(key, '/v1/events', events()),
      await as(key, '/v1/query/leads?site=shop'),
      await as(key, '/v1/entities/sites'),
      await put(key, 'sites/other', { name: 'Other' }, whatever),
      await as(key, '/v1/entities/keys'),
      await put(key, 'keys/made-by-a-key', { name: 'Made', scopes: ['owner'] }),
    ];
    expect(answers.map(({ status }) => String(status))).toEqual(statuses);
    for (const answer of answers.filter(({ status }) => status === 403))
      expect(await errorCode(answer)).toBe('403 scope_missing');
  });

  it('tell when they were last used', async () => {
    const { id, key } = await make({ role: 'viewer' });
    const before = Date.now();
    expect(await code(as(key, '/v1/entities/sites'))).toBe('200');
    await running.settled();
    const { lastUsedAt } = (await (await running.owner(`/v1/entities/keys/${id}`)).json()) as {
      lastUsedAt: number;
    };
    expect(lastUsedAt).toBeGreaterThanOrEqual(before);
    expect((await put(KEY, `keys/${id}`, { name: 'x', role: 'viewer', lastUsedAt }, whatever)).status).toBe(
      200,
    );
  });

  it('count until they expire', async () => {
    const { id, key } = await make({ role: 'viewer', expires: new Date(Date.now() + 60_000).toISOString() });
    expect(await code(as(key, '/v1/entities/sites'))).toBe('200');
    await put(KEY, `keys/${id}`, { name: 'x', role: 'viewer', expires: Date.now() - 1 }, whatever);
    expect(await code(as(key, '/v1/entities/sites'))).toBe('401 key_invalid');
  });

  it('name the scope that is missing', async () => {
    const { key } = await make({ scopes: ['events:write'] });
    const answer = (await (await as(key, '/v1/query/leads?site=shop')).json()) as {
      error: { message: string };
    };
    expect(answer.error.message).toContain('queries:read');
  });

  it('for some sites reach no others', async () => {
    const { key } = await make({ scopes: ['owner'], sites: ['shop'] });
    expect(await code(as(key, '/v1/events', events('shop')))).toBe('202');
    expect(await code(as(key, '/v1/query/leads?site=shop'))).toBe('200');
    const { rows } = (await (await as(key, '/v1/entities/sites')).json()) as { rows: { id: string }[] };
    expect(rows.map(({ id }) => id)).toEqual(['shop']);
    for (const site of ['demo', 'nowhere']) {
      expect(await code(as(key, '/v1/events', events(site)))).toBe('404 site_unknown');
      expect(await code(as(key, `/v1/query/leads?site=${site}`))).toBe('404 site_unknown');
      expect(await code(as(key, `/v1/entities/sites/${site}`))).toBe('404 entity_unknown');
      expect(await code(remove(key, `sites/${site}`))).toBe('404 entity_unknown');
      expect(await code(put(key, `sites/${site}`, { name: 'Mine' }))).toBe('403 role_missing');
    }
  });

  it('make no key that may do more than they', async () => {
    const all = await make({ scopes: ['owner'] });
    const demo = await make({ scopes: ['owner'], sites: ['demo'] });
    const { key } = await make({ scopes: ['owner'], sites: ['shop'] });
    const post = (body: object) =>
      as(key, '/v1/entities/keys', { method: 'POST', body: JSON.stringify({ name: 'More', ...body }) });
    const own = (await (await post({ scopes: ['owner'], sites: ['shop'] })).json()) as Made;
    expect(own.key).toBeTruthy();
    expect(
      (await put(key, `keys/${own.id}`, { name: 'Own', role: 'rep', sites: ['shop'] }, whatever)).status,
    ).toBe(200);
    const more = (sites?: string[]) => post({ scopes: ['owner'], sites });
    expect(await code(more())).toBe('403 role_missing');
    // Of a site that is not there, as of one that is not theirs.
    for (const site of ['demo', 'nowhere'])
      expect(await code(more(['shop', site]))).toBe('400 entity_invalid');
    // Of others' keys they do not even learn that there are some.
    for (const id of [all.id, demo.id, 'none-of-all'])
      for (const unseen of [
        put(key, `keys/${id}`, { name: 'Mine', scopes: ['owner'], sites: ['shop'] }),
        put(key, `keys/${id}`, { name: 'Mine', scopes: ['owner'], sites: ['shop'] }, { 'If-Match': '"1"' }),
        put(key, `keys/${id}`, { name: 'Mine', scopes: ['owner'], sites: ['shop'] }, whatever),
        as(key, `/v1/entities/keys/${id}`),
        remove(key, `keys/${id}`),
        as(key, `/v1/entities/keys/${id}/history`),
        as(key, `/v1/entities/keys/${id}/history?cursor=OTk5`),
      ])
        expect(await code(unseen)).toBe('404 entity_unknown');
    const { rows } = (await (await as(key, '/v1/entities/keys')).json()) as { rows: { sites: string[] }[] };
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ sites }) => sites.join()))).toEqual(new Set(['shop']));
  });

  it('are no session, and sign nobody in', async () => {
    const { key } = await make({ scopes: ['owner'] });
    const init = { method: 'POST', body: JSON.stringify({ key }) };
    expect(await code(running.app.request(`${OWN}/v1/session`, init))).toBe('401 key_invalid');
    const { key: writer } = await make({ scopes: ['events:write'] });
    expect(await (await as(writer, '/v1/session')).json()).toMatchObject({
      user: null,
      access: [{ site: '*', roles: ['events:write'] }],
    });
  });

  it.each([
    [{ name: 'x' }],
    [{ name: 'x', scopes: [] }],
    [{ name: 'x', scopes: ['everything'] }],
    [{ name: '', scopes: ['owner'] }],
    [{ name: 'x', scopes: ['owner'], sites: [] }],
    [{ name: 'x', scopes: ['owner'], sites: ['a b'] }],
    [{ name: 'x', scopes: ['owner'], sites: ['nowhere'] }],
    [{ name: 'x' }],
    [{ name: 'x', role: 'king' }],
    [{ name: 'x', role: 'rep', scopes: ['owner'] }],
    [{ name: 'x', role: 'rep', expires: 'tomorrow' }],
    [{ name: 'x', scopes: ['owner'], digest: 'A'.repeat(43) }],
    [{ name: 'x', scopes: ['owner'], key: 'll_x' }],
  ])('are not made of %j', async (body) => {
    expect(await code(put(KEY, 'keys/bad', body))).toBe('400 entity_invalid');
  });
});

describe('wrong keys', () => {
  const wrong = `ll_nobody_${'A'.repeat(43)}`;
  const ask = (key: string, address: string) =>
    code(as(key, '/v1/query/leads?site=shop', { headers: { 'X-Test-Address': address } }));

  it.each([
    ['of an API key', wrong, '203.0.113.1'],
    ['of the admin key', 'guess', '203.0.113.2'],
  ])('%s are held back, address by address', async (_, guess, address) => {
    const { key } = await make({ scopes: ['queries:read'] });
    for (let times = 0; times < 20; times++) expect(await ask(guess, address)).toBe('401 key_invalid');
    expect(await ask(guess, address)).toBe('429 too_many_attempts');
    expect(await ask(guess, '203.0.113.9')).toBe('401 key_invalid');
    // Whoever has a key is not locked out by others, not even by one behind the same address.
    expect(await ask(key, address)).toBe('200');
    expect(await ask(KEY, '203.0.113.9')).toBe('200');
    // The admin key of these tests is short enough to be guessed.
    expect(await ask(KEY, address)).toBe('429 too_many_attempts');
  });

  it('are not what a browser sends by itself to a site with a password', async () => {
    for (const Authorization of ['Basic YWRhOnB3', 'Negotiate abc', 'Digest username="ada"']) {
      const batch = {
        site: 'shop',
        visitor: 'v1',
        events: [{ id: `b${++count}`, ts: Date.now(), type: 'x' }],
      };
      expect((await running.post(batch, { Authorization })).status).toBe(202);
      const init = { headers: { Authorization } };
      expect(await code(running.app.request(`${OWN}/v1/query/leads?site=shop`, init))).toBe(
        '401 sign_in_required',
      );
    }
  });
});

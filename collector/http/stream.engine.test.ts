import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../store/testing.js';
import { errorCode, OWN, startApp, type TestApp } from './testing.js';
import { type Ask, keyOf, userOf } from './testing_users.js';

let running: TestApp;
let owner: Ask;
beforeAll(async () => {
  running = await startApp();
  owner = (await userOf(running, 'olga', [{ site: '*', roles: ['owner'], people: 'all' }])).ask;
});
afterAll(() => running?.stop());

interface Told {
  queries: string[];
  kinds: string[];
}

/** What a stream has said so far, as a browser reads it. */
async function reading(ask: Ask, site = 'shop') {
  const response = await ask(`/v1/stream?site=${site}`);
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/event-stream']);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const stream = { text: '', isOver: false, close: () => reader.cancel() };
  const read = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      stream.text += new TextDecoder().decode(part.value);
    stream.isOver = true;
  };
  read().catch(() => undefined);
  const messages = () =>
    [...stream.text.matchAll(/^event: changed\ndata: (.*)\n$/gm)].map(
      ([, data = '']) => JSON.parse(data) as Told,
    );
  const told = () => ({
    queries: [...new Set(messages().flatMap(({ queries }) => queries))].sort(),
    kinds: [...new Set(messages().flatMap(({ kinds }) => kinds))].sort(),
  });
  return Object.assign(stream, { messages, told });
}

let count = 0;
const lead = (site: string) => {
  const email = `lead-${++count}@people.example`;
  const event = { id: `s${count}`, ts: Date.now(), type: 'lead_entered', email };
  return running.send({ site, person: { email }, events: [event] });
};

describe('GET /v1/stream', () => {
  it('says which queries and kinds have changed, and nothing of what has', async () => {
    const stream = await reading(owner);
    await lead('shop');
    // What lists read is made once the events are stored.
    const all = ['leads', 'person', 'timeline'];
    await until(() => all.every((query) => stream.told().queries.includes(query)));
    await owner('/v1/entities/products?site=shop', { method: 'POST', body: '{"name":"Mug"}' });
    await until(() => stream.told().kinds.includes('products'));
    expect(stream.text).not.toMatch(/people\.example|p_|Mug|lead-/);
    await stream.close();
  });

  it('tells nobody of what is not theirs: other sites, other roles', async () => {
    const access = [{ site: 'shop', roles: ['rep' as const], people: 'own' as const }];
    const rep = await reading((await userOf(running, 'rita', access)).ask);
    const all = await reading(owner);
    await lead('demo');
    await owner('/v1/entities/keys', { method: 'POST', body: '{"name":"Shop","scopes":["owner"]}' });
    await lead('shop');
    await until(() => all.told().queries.includes('audit') && all.told().kinds.includes('keys'));
    await until(() => rep.told().queries.includes('leads'));
    expect(rep.told().queries).not.toContain('audit');
    expect(rep.told().kinds).toEqual([]);
    for (const stream of [rep, all]) await stream.close();
  });

  it('gathers what happens within a second', async () => {
    const stream = await reading(owner, 'demo');
    const since = performance.now();
    for (let n = 0; n < 10; n++) await lead('demo');
    await until(() => stream.messages().length > 0);
    expect(stream.messages().length).toBeLessThanOrEqual(2 + (performance.now() - since) / 1_000);
    await stream.close();
  });

  it('keeps one message for who does not read', async () => {
    const response = await owner('/v1/stream?site=demo');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const other = await reading(owner, 'demo');
    await lead('demo');
    await until(() => other.messages().length > 0);
    await owner('/v1/entities/products?site=demo', { method: 'POST', body: '{"name":"Cup"}' });
    await until(() => other.told().kinds.includes('products'));
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toBe(': open\n\n');
    expect(await read()).toMatch(
      /^event: changed\ndata: \{"queries":\[.*"leads".*"kinds":\[.*"products".*\n\n$/,
    );
    await Promise.all([reader.cancel(), other.close()]);
  });

  it('ends with the session, with what somebody may do, and with the site', async () => {
    const access = [{ site: 'shop', roles: ['viewer' as const], people: 'all' as const }];
    const { ask, id } = await userOf(running, 'vera', access);
    const first = await reading(ask);
    const user = await (await owner(`/v1/entities/users/${id}`)).json();
    const { name, email } = user as { name: string; email: string };
    const body = JSON.stringify({
      name,
      email,
      access: [{ site: 'shop', roles: ['marketer'], people: 'all' }],
    });
    const headers = { 'If-Match': '*' };
    expect((await owner(`/v1/entities/users/${id}`, { method: 'PUT', body, headers })).status).toBe(200);
    await until(() => first.isOver);
    const second = await reading(ask);
    const others = await reading(owner);
    await ask('/v1/session', { method: 'DELETE' });
    await until(() => second.isOver);
    expect(await errorCode(await ask('/v1/stream?site=shop'))).toBe('401 sign_in_required');

    await owner('/v1/entities/sites/gone', { method: 'PUT', body: '{"name":"Gone","origins":[]}' });
    const third = await reading(owner, 'gone');
    await owner('/v1/entities/sites/gone', { method: 'DELETE', headers });
    await until(() => third.isOver);
    expect(others.isOver).toBe(false);
    await others.close();
  });

  it('is for sessions, at their sites, and so many of each', async () => {
    const key = await keyOf(running, { role: 'owner' });
    for (const ask of [key, running.owner, (path: string) => running.app.request(OWN + path)])
      expect(await errorCode(await ask('/v1/stream?site=shop'))).toBe('401 sign_in_required');
    const { ask } = await userOf(running, 'tess', [{ site: 'shop', roles: ['viewer'], people: 'all' }]);
    for (const [query, code] of [
      ['', '400 parameter_invalid'],
      ['?site=shop&since=1', '400 parameter_invalid'],
      ['?site=demo', '404 site_unknown'],
      ['?site=nowhere', '404 site_unknown'],
    ])
      expect(await errorCode(await ask(`/v1/stream${query}`))).toBe(code);
    const head = await ask('/v1/stream?site=shop', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, null]);
    const open = [];
    for (let n = 0; n < 20; n++) open.push(await reading(ask));
    const refused = await ask('/v1/stream?site=shop');
    expect(refused.headers.has('Retry-After')).toBe(true);
    expect(await errorCode(refused)).toBe('429 too_many_streams');
    const gauge = async () =>
      /^leadline_streams_open (\d+)$/m.exec(await (await running.owner('/metrics')).text())?.[1];
    expect(await gauge()).toBe('20');
    for (const stream of open) await stream.close();
    expect(await gauge()).toBe('0');
  });
});

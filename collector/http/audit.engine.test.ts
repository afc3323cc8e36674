// What the audit has of what people do, over the whole app.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { entityKinds } from '../../schemas/entities.js';
import { Records } from '../records/records.js';
import { KEY, OWN, startApp, type TestApp } from './testing.js';
import { type Ask, accept, invite, PASSWORD, userOf } from './testing_users.js';

interface Row {
  audit_id: string;
  ts: number;
  by: string;
  by_name: string;
  action: string;
  target: string;
  subject: string;
  version: number;
  fields: string[];
  code: string;
  count: number;
  session_id: string;
  country: string;
  before: object;
  after: object;
  asked: object;
}

let running: TestApp;
let ada: { id: string; ask: Ask };
let bob: { id: string; ask: Ask };
beforeAll(async () => {
  running = await startApp();
  ada = await userOf(running, 'Ada', [{ site: '*', roles: ['owner'], people: 'all' }]);
  bob = await userOf(running, 'Bob', [{ site: 'shop', roles: ['viewer'], people: 'all' }]);
  await running.send({
    site: 'shop',
    person: { email: 'eve@people.example' },
    events: [{ id: 'e1', ts: Date.now(), type: 'lead_entered', email: 'eve@people.example' }],
  });
});
afterAll(() => running.stop());

const rows = async (query: string, site = 'shop'): Promise<Row[]> =>
  ((await (await running.owner(`/v1/query/audit?site=${site}&${query}`)).json()) as { rows: Row[] }).rows;
/** Rows come behind the answer, as events do. */
const until = (ask: () => Promise<Row[]>, isThere: (rows: Row[]) => boolean) =>
  vi.waitFor(
    async () => {
      const all = await ask();
      if (isThere(all)) return all;
      throw new Error(`not there yet: ${JSON.stringify(all, null, 1)}`);
    },
    { timeout: 120_000, interval: 25 },
  );
const found = (query: string, isThere: (rows: Row[]) => boolean = (all) => all.length > 0) =>
  until(() => rows(query), isThere);
const put = (ask: Ask, path: string, body: unknown) =>
  ask(`/v1/entities/${path}`, { method: 'PUT', headers: { 'If-Match': '*' }, body: JSON.stringify(body) });

describe('the audit has', () => {
  it('every change, with what was and what is', async () => {
    await put(ada.ask, 'products/mug?site=shop', { name: 'Mug', price: 12 });
    await put(ada.ask, 'products/mug?site=shop', { name: 'Mug', price: 13 });
    await ada.ask('/v1/entities/products/mug?site=shop', { method: 'DELETE', headers: { 'If-Match': '*' } });
    const [deleted, changed, created] = await found(
      'target=products&subject=mug',
      ({ length }) => length === 3,
    );
    const common = { by: `user:${ada.id}`, by_name: 'Ada', session_id: expect.stringMatching(/^\w{16}$/) };
    expect(created).toMatchObject({
      ...common,
      action: 'created',
      version: 1,
      before: {},
      after: { price: 12 },
    });
    expect(changed).toMatchObject({
      ...common,
      action: 'changed',
      version: 2,
      fields: ['price'],
      before: { price: 12 },
      after: { price: 13 },
    });
    expect(deleted).toMatchObject({ ...common, action: 'deleted', version: 3, after: {} });
  });

  it('what a collector that was killed had changed, once it starts again', async () => {
    const place = { kind: entityKinds.products, site: 'shop', id: 'unnoted' };
    const records = new Records(running.test.connect({ database: 'leadline' }));
    for (const name of ['First', 'Second'])
      await records.put(place, { name }, { by: `user:${ada.id}`, expected: 'any' });
    // Nobody was told.
    expect(await rows('subject=unnoted')).toEqual([]);
    const starts = [
      await running.noteMissing(Date.now() + 60_000),
      await running.noteMissing(Date.now() + 60_000),
    ];
    expect(starts[0]).toBeGreaterThanOrEqual(2);
    const noted = await found('subject=unnoted', ({ length }) => length >= 2);
    expect(noted.map(({ action, by_name, version, after }) => [action, by_name, version, after])).toEqual([
      ['changed', 'Ada', 2, { name: 'Second' }],
      ['created', 'Ada', 1, { name: 'First' }],
    ]);
    expect(await running.noteMissing(Date.now() + 60_000)).toBe(0);
  });

  it('no secret: neither of a password nor of a key or an invitation', async () => {
    const { token } = await invite(running, { user: bob.id });
    const { key } = (await (
      await running.owner('/v1/entities/keys', {
        method: 'POST',
        body: JSON.stringify({ name: 'Secret key', role: 'viewer' }),
      })
    ).json()) as { key: string };
    await accept(running, { token, password: 'another fine password' });
    bob = { id: bob.id, ask: bob.ask };
    const [changed] = await found(`target=users&subject=${bob.id}&action=changed`);
    expect(changed?.fields).toEqual(['epoch', 'password']);
    await found('target=keys&action=created');
    const stored = await running.test.select<object>('SELECT * FROM leadline.audit_values');
    const text = JSON.stringify([await rows('limit=1000'), stored]);
    for (const secret of [PASSWORD, 'another fine password', 'scrypt', key.slice(-43), token.slice(-43), KEY])
      expect(text).not.toContain(secret);
  });

  it('who looked at whom, once in a while, and who took it away as a file', async () => {
    for (let times = 0; times < 3; times++)
      await ada.ask('/v1/query/leads?site=shop&search=eve@people.example');
    await ada.ask('/v1/query/person?site=shop&person=p_0123456789012345678901');
    await ada.ask('/v1/query/person?site=shop&person=eve@people.example');
    await ada.ask('/v1/entities/somebody_born_1970');
    await ada.ask('/v1/query/leads?site=shop', { headers: { Accept: 'text/csv' } });
    await ada.ask('/v1/query/rejected_events?site=shop');
    await ada.ask('/v1/entities/users');
    const seen = await found(`by=user:${ada.id}&action=viewed&action=exported`, ({ length }) => length >= 5);
    expect(
      seen.map(({ action, target, subject, asked }) => [action, target, subject, asked]).reverse(),
    ).toEqual([
      ['viewed', 'leads', '', { search: 'eve@people.example' }],
      ['viewed', 'person', 'p_0123456789012345678901', {}],
      ['viewed', 'person', '', { person: 'eve@people.example' }],
      ['exported', 'leads', '', {}],
      ['viewed', 'users', '', expect.anything()],
    ]);
    // What was asked may be somebody's name: it stands where erasure reaches it.
    const [row] = await running.test.select<{ text: string }>(
      `SELECT toJSONString(groupArray(tuple(*))) AS text FROM leadline.audit`,
    );
    expect(row?.text).not.toMatch(/eve@people.example|born/);
  });

  it('nothing of sites that somebody may not see, in what became of a record that was theirs', async () => {
    const owner: Ask = (path, init) => running.owner(path, init);
    const { id, email } = await userOf(running, 'mover', [
      { site: 'demo', roles: ['service'], people: 'all' },
    ]);
    const { ask } = await userOf(running, 'shop-owner', [{ site: 'shop', roles: ['owner'], people: 'all' }]);
    await put(owner, `users/${id}`, { email, name: 'Mover', access: [{ site: 'shop', roles: ['viewer'] }] });
    await put(owner, `users/${id}`, { email, name: 'Moved', access: [{ site: 'shop', roles: ['viewer'] }] });
    await ask('/metrics?site=demo');
    const own = await until(
      async () =>
        ((await (await ask(`/v1/query/audit?site=shop&subject=${id}`)).json()) as { rows: Row[] }).rows,
      (all) => all.some(({ fields }) => fields.join() === 'name'),
    );
    expect(own).toHaveLength(1);
    expect(JSON.stringify(own)).not.toContain('demo');
    await found('action=refused&target=metrics');
    // Told to who may see all of it, and not as of a site that they had no business with.
    const ofDemo = await running.test.select(
      "SELECT 1 FROM leadline.audit WHERE site = 'demo' AND target = 'metrics'",
    );
    expect(ofDemo).toEqual([]);
  });

  it('who signed in and out, and who was refused', async () => {
    const headers = { 'X-Test-Address': '192.0.2.44' };
    const signIn = (password: string) =>
      running.app.request(`${OWN}/v1/session`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ email: 'Ada@team.example', password }),
      });
    await signIn('not the password');
    await signIn(PASSWORD);
    const { ask } = await userOf(running, 'Carl', [{ site: 'shop', roles: ['viewer'], people: 'all' }]);
    await put(ask, 'products/mug?site=shop', { name: 'Mine' });
    await ask('/v1/query/leads?site=demo');
    await running.app.request(`${OWN}/v1/query/leads?site=shop`, {
      headers: { Authorization: 'Bearer wrong' },
    });
    await ask('/v1/session', { method: 'DELETE' });
    const [refused] = await found('action=sign_in_refused');
    // Whoever guesses is not whom they guess.
    expect(refused).toMatchObject({ by: '', code: 'credentials_wrong', country: 'ES' });
    const [signedIn] = await found(`action=signed_in&by=user:${ada.id}`);
    expect(signedIn).toMatchObject({ country: 'ES', target: 'sessions' });
    const isCarl = ({ by_name }: Row) => by_name === 'Carl';
    await found('action=signed_out&target=sessions', (out) => out.some(isCarl));
    const isHere = ({ by_name, target }: Row) => by_name === 'Carl' || target === 'leads';
    const all = (await found('action=refused', (some) => some.filter(isHere).length >= 3)).filter(isHere);
    expect(all.map(({ by_name, target, code }) => [by_name, target, code]).sort()).toEqual([
      ['', 'leads', 'key_invalid'],
      ['Carl', 'leads', 'site_unknown'],
      ['Carl', 'products', 'role_missing'],
    ]);
    // A site that they may not see tells nothing of it to its owner either.
    expect(await rows('action=refused&target=leads', 'demo')).toEqual(
      await rows('action=refused&target=leads'),
    );
    const [row] = await running.test.select<{ text: string }>(
      `SELECT toJSONString(groupArray(tuple(*))) AS text FROM leadline.audit`,
    );
    expect(row?.text).not.toContain('192.0.2.44');
  });

  it('what a user sends of people', async () => {
    const { ask, id } = await userOf(running, 'Fay', [{ site: 'shop', roles: ['rep'], people: 'all' }]);
    const event = {
      id: 'c1',
      ts: Date.now(),
      type: 'contact_logged',
      channel: 'call',
      notes: 'private words',
    };
    const sent = await ask('/v1/events', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ site: 'shop', person: { email: 'eve@people.example' }, events: [event] }),
    });
    expect(sent.status).toBe(202);
    const [row] = await found(`target=events&by=user:${id}`);
    expect(row).toMatchObject({
      action: 'created',
      after: { accepted: 1 },
      session_id: expect.stringMatching(/./),
    });
  });

  it('nothing of other sites for whoever owns some', async () => {
    const { ask } = await userOf(running, 'Dora', [{ site: 'demo', roles: ['owner'], people: 'all' }]);
    await put(ask, 'products/chair?site=demo', { name: 'Chair' });
    const own = await until(
      async () => ((await (await ask('/v1/query/audit?site=demo')).json()) as { rows: Row[] }).rows,
      (all) => all.some(({ subject }) => subject === 'chair'),
    );
    expect(own.map(({ target }) => target)).not.toContain('sessions');
    expect(JSON.stringify(own)).not.toContain('mug');
  });
});

import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { defineKind } from '../../schemas/entities/kind.js';
import { entityKinds } from '../../schemas/entities.js';
import { KEY, OWN, startApp, type TestApp } from '../http/testing.js';
import { startProxy, type TestProxy } from '../store/proxy.js';
import { type Ask, recordsContract } from './contract.js';
import { Records } from './records.js';
import { makeViews } from './views.js';

const access = { read: ['owner', 'entities:read'], write: ['owner', 'entities:write'] } as const;
const notes = defineKind({
  kind: 'notes',
  scope: 'site',
  access,
  fields: {
    title: v.string(),
    product: v.optional(v.string()),
    products: v.optional(v.array(v.string())),
    person: v.optional(v.string()),
    text: v.optional(v.string()),
  },
  search: ['title'],
  references: {
    product: { kind: 'products' },
    products: { kind: 'products' },
    person: { kind: 'persons', mayDangle: true },
  },
  hidden: { secret: v.optional(v.string()) },
});
const teams = defineKind({
  kind: 'teams',
  scope: 'instance',
  access,
  fields: { name: v.string(), sites: v.optional(v.array(v.string())) },
  sitesOf: (_id, { sites }) => sites ?? [],
});
const kinds = { ...entityKinds, notes, teams };

const bearer = { Authorization: `Bearer ${KEY}` };
const asOwner =
  (app: TestApp['app']): Ask =>
  async (path, init) =>
    app.request(OWN + path, { ...init, headers: { ...bearer, ...(init?.headers as object) } });

recordsContract('records of two collectors', 20, async () => {
  const running = await startApp();
  const collectors = [running.app, await running.another()].map(asOwner);
  return { collectors, close: () => running.stop() };
});

describe('records', () => {
  let running: TestApp;
  let proxy: TestProxy;
  /** A collector that reaches ClickHouse through the proxy. */
  let far: Ask;
  let owner: Ask;
  beforeAll(async () => {
    running = await startApp({ kinds });
    await makeViews(running.test.connect({ database: 'leadline' }), [notes, teams]);
    proxy = await startProxy(running.test.url);
    far = asOwner(await running.another(proxy.url));
    owner = asOwner(running.app);
  });
  afterEach(() => proxy.set('pass'));
  afterAll(async () => {
    await proxy?.close();
    await running?.stop();
  });

  const put = (path: string, body: unknown, ifMatch = '*', ask = owner) =>
    ask(`/v1/entities/${path}`, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { 'If-Match': ifMatch },
    });
  const code = async (response: Response | Promise<Response>) => {
    const answer = await response;
    if (answer.ok) return String(answer.status);
    return `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`;
  };
  const ids = async (path: string, ask = owner) => {
    const { rows } = (await (await ask(`/v1/entities/${path}`)).json()) as { rows: { id: string }[] };
    return rows.map(({ id }) => id);
  };
  const key = async (id: string, sites: string[]): Promise<Ask> => {
    const made = await put(`keys/${id}`, { name: id, scopes: ['entities:read', 'entities:write'], sites });
    const Authorization = `Bearer ${((await made.json()) as { key: string }).key}`;
    return async (path, init) =>
      running.app.request(OWN + path, {
        ...init,
        headers: { Authorization, ...(init?.headers as object) },
      });
  };

  it('refer to what is there, and are found by it', async () => {
    for (const id of ['a', 'b']) await put(`products/${id}?site=shop`, { name: id });
    await put('products/elsewhere?site=demo', { name: 'x' });
    expect(await code(put('notes/1?site=shop', { title: 'x', product: 'a', person: 'p_1' }))).toBe('200');
    expect(await code(put('notes/2?site=shop', { title: 'y', products: ['b', 'a'] }))).toBe('200');
    expect(await ids('notes?site=shop&product=a')).toEqual(['1']);
    expect(await ids('notes?site=shop&products=a')).toEqual(['2']);
    expect(await ids('notes?site=shop&products=b&person=p_1')).toEqual([]);
    expect(await ids('notes?site=shop&person=p_1')).toEqual(['1']);
    const refused = await put('notes/3?site=shop', { title: 'x', products: ['a', 'elsewhere'] });
    expect(await refused.json()).toMatchObject({
      error: {
        code: 'entity_invalid',
        details: [{ path: 'products.1', rule: 'reference', limit: 'products' }],
      },
    });
    await put('notes/1?site=shop', { title: 'x', product: 'b' });
    expect(await ids('notes?site=shop&product=a')).toEqual([]);
    await owner('/v1/entities/notes/1?site=shop', { method: 'DELETE', headers: { 'If-Match': '*' } });
    expect(await ids('notes?site=shop&product=b')).toEqual([]);
  });

  it('are their site’s', async () => {
    const shop = await key('shop-alone', ['shop']);
    await put('products/mine?site=shop', { name: 'Mine' });
    expect(await code(shop('/v1/entities/products/mine?site=demo'))).toBe('404 site_unknown');
    expect(await code(owner('/v1/entities/products/mine?site=demo'))).toBe('404 entity_unknown');
    expect(await code(put('products/x?site=demo', { name: 'x' }, '*', shop))).toBe('404 site_unknown');
    const changed = await put('products/mine?site=shop', { name: 'Yours' }, '"1"', shop);
    expect(changed.status).toBe(200);
    const { rows } = (await (await owner('/v1/entities/products/mine/history?site=shop')).json()) as {
      rows: { by: string }[];
    };
    expect(rows.map(({ by }) => by)).toEqual(['key:shop-alone', 'owner']);
  });

  it('of the instance are narrowed to a site, and to the sites of a key, page by page', async () => {
    const shop = await key('narrow', ['shop']);
    await put('teams/all', { name: 'All' });
    for (const id of ['s1', 's2', 's3']) await put(`teams/${id}`, { name: id, sites: ['shop'] });
    await put('teams/both', { name: 'Both', sites: ['shop', 'demo'] });
    await put('teams/demo', { name: 'Demo', sites: ['demo'] });
    expect(await ids('teams?site=shop')).toEqual(['all', 'both', 's1', 's2', 's3']);
    expect(await ids('teams', shop)).toEqual(['s1', 's2', 's3']);
    expect(await ids('teams?limit=2', shop)).toEqual(['s1', 's2']);
    for (const id of ['all', 'both', 'demo'])
      for (const path of [`teams/${id}`, `teams/${id}/history`])
        expect(await code(shop(`/v1/entities/${path}`))).toBe('404 entity_unknown');
    expect(await code(put('teams/s1', { name: 'x', sites: ['demo'] }, '*', shop))).toBe('403 role_missing');
    expect(await code(owner('/v1/entities/teams/demo?site=shop'))).toBe('404 entity_unknown');
  });

  it('count their versions whatever the clock says', async () => {
    const path = 'products/clock?site=shop';
    await put(path, { name: 'today' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 });
    try {
      expect(await (await put(path, { name: 'yesterday' }, '"1"')).json()).toMatchObject({ version: 2 });
    } finally {
      vi.useRealTimers();
    }
    expect(await (await owner(`/v1/entities/${path}`)).json()).toMatchObject({
      name: 'yesterday',
      version: 2,
    });
  });

  it.each(['cut', 'torn', 'failed'] as const)(
    'are changed once where the answer was lost: %s',
    async (mode) => {
      const path = `products/${mode}?site=shop`;
      await put(path, { name: 'before' });
      await far(`/v1/entities/${path}`);
      const store = running.test.connect({ database: 'leadline', url: proxy.url });
      store.insert = async (...row) => {
        proxy.set(mode);
        // On a connection of its own: one that was just broken would not bring the row there at all.
        const fresh = running.test.connect({ database: 'leadline', url: proxy.url });
        await fresh.insert(...row).finally(() => proxy.set('pass'));
      };
      const place = { kind: entityKinds.products, site: 'shop', id: mode };
      const { record } = await new Records(store).put(place, { name: 'after' }, { by: 'owner', expected: 1 });
      expect(record.version).toBe(2);
      expect(await (await owner(`/v1/entities/${path}`)).json()).toMatchObject({ name: 'after', version: 2 });
    },
  );

  it('are not changed while ClickHouse is away', async () => {
    await put('products/away?site=shop', { name: 'x' });
    await far('/v1/entities/products/away?site=shop');
    proxy.set('refuse');
    expect(await code(put('products/away?site=shop', { name: 'y' }, '"1"', far))).toBe('503 store_down');
    expect(await code(far('/v1/entities/products?site=shop'))).toBe('503 store_down');
    proxy.set('pass');
    expect(await code(put('products/away?site=shop', { name: 'y' }, '"1"', far))).toBe('200');
  });

  it('are the same for everybody should two rows of a version exist', async () => {
    const row = { site: 'shop', kind: 'products', id: 'twice', version: 1, at: '2026-11-29 12:00:00.000' };
    for (const name of ['a', 'b'])
      await running.test
        .connect({ database: 'leadline' })
        .insert(
          'record_versions',
          [JSON.stringify({ ...row, data: `{"name":"${name}"}`, write_id: name })],
          name,
        );
    expect(await (await owner('/v1/entities/products/twice?site=shop')).json()).toMatchObject({ name: 'a' });
    expect(await ids('products?site=shop&limit=1000')).toContain('twice');
    const [viewed] = await running.test.select(
      "SELECT name FROM leadline.products WHERE site = 'shop' AND id = 'twice'",
    );
    expect(viewed).toEqual({ name: 'a' });
  });

  it('end a page early that would be too long to send', async () => {
    const text = 'x'.repeat(200_000);
    for (let at = 10; at < 60; at++) await put(`notes/large-${at}?site=demo`, { title: 'large', text });
    const first = await owner('/v1/entities/notes?site=demo&search=large');
    const { rows, meta } = (await first.json()) as { rows: unknown[]; meta: { cursor: string } };
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.length).toBeLessThan(50);
    const rest = await ids(`notes?site=demo&search=large&cursor=${meta.cursor}`);
    expect(rows.length + rest.length).toBe(50);
  });

  describe('have a view for SQL', () => {
    it('of those in force, typed, exact in money, without what is hidden', async () => {
      await put('products/v1?site=shop', { name: 'old' });
      await put('products/v1?site=shop', { name: 'Mug', price: '0.30', url: 'https://shop.test/' });
      await put('products/v2?site=shop', { name: 'Tea', price: 1e-7 });
      await put('products/v3?site=shop', { name: 'Gone' });
      await owner('/v1/entities/products/v3?site=shop', { method: 'DELETE', headers: { 'If-Match': '*' } });
      const viewed = await running.test.select(
        `SELECT id, version, updated_by, name, toString(price) AS price, currency
         FROM leadline.products WHERE site = 'shop' AND id LIKE 'v_' ORDER BY id`,
      );
      expect(viewed).toEqual([
        { id: 'v1', version: 2, updated_by: 'owner', name: 'Mug', price: '0.3', currency: '' },
        { id: 'v2', version: 1, updated_by: 'owner', name: 'Tea', price: '0.0000001', currency: '' },
      ]);
      const columns = await running.test.select<{ table: string; name: string; type: string }>(
        `SELECT table, name, type FROM system.columns WHERE database = 'leadline' AND table IN ('notes', 'keys', 'products')`,
      );
      const of = (table: string) =>
        Object.fromEntries(
          columns.filter((one) => one.table === table).map(({ name, type }) => [name, type]),
        );
      expect(of('notes')).toMatchObject({
        site: expect.anything(),
        title: 'String',
        products: 'Array(String)',
      });
      expect(of('products')).toMatchObject({ price: 'Nullable(Decimal(38, 15))' });
      for (const { name } of columns) expect(['hidden', 'digest', 'secret']).not.toContain(name);
    });

    it('that reads one record by its key', async () => {
      const rows = Array.from({ length: 20_000 }, (_, at) =>
        JSON.stringify({ site: 'big', kind: 'products', id: `p${at}`, version: 1, data: '{"name":"x"}' }),
      );
      await running.test.connect({ database: 'leadline' }).insert('record_versions', rows, 'big');
      const plan = await running.test.select<{ explain: string }>(
        `EXPLAIN indexes = 1 SELECT name FROM leadline.products WHERE site = 'big' AND id = 'p77'`,
      );
      const [, read, all] =
        /Granules: (\d+)\/(\d+)/.exec(plan.map(({ explain }) => explain).join('\n')) ?? [];
      expect(Number(all)).toBeGreaterThan(18);
      expect(Number(read)).toBeLessThan(Number(all) / 3);
    });

    it('that is left alone, made anew, and never put in the place of the owner’s', async () => {
      const store = running.test.connect({ database: 'leadline' });
      const uuids = () => running.test.select("SELECT name, uuid FROM system.tables WHERE engine = 'View'");
      const before = await uuids();
      await Promise.all([makeViews(store), makeViews(store), makeViews(store)]);
      expect(await uuids()).toEqual(before);
      const other = { ...notes, fields: { title: v.string(), due: v.optional(v.number()) } };
      await Promise.all([makeViews(store, [other]), makeViews(store, [other])]);
      await running.test.select('SELECT title, due FROM leadline.notes');
      await store.command('CREATE TABLE mine (a Int8) ENGINE = MergeTree ORDER BY a');
      await expect(makeViews(store, [{ ...notes, kind: 'mine' }])).rejects.toThrow(/"mine".*rename it/);
    });
  });
});

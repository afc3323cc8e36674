// A data folder as version 0.1 left it, with migrations up to 8 and rows as it wrote them.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys as keysKind } from '../../schemas/entities/keys.js';
import { sites as sitesKind } from '../../schemas/entities/sites.js';
import { migrations } from '../../schemas/gen/migrations.js';
import { openParts } from '../assemble.js';
import { prepare } from '../prepare.js';
import { migrate } from '../store/migrate.js';
import { silent, startStore, type TestStore } from '../store/testing.js';

const secret = 'S'.repeat(43);
const digest = createHash('sha256').update(secret).digest('base64url');
const at = '2026-11-01 08:00:00.123';
const demo = { name: 'Demo', origins: ['self'], timeZone: 'UTC', currency: 'EUR' };
const shop = {
  name: 'Şık "Mağaza" \\ / IŞIK\n',
  origins: ['https://www.shop.test', 'https://*.shop.example'],
  timeZone: 'Europe/Istanbul',
  currency: 'TRY',
  country: 'TR',
  scrubParameters: ['member'],
};
const key = { name: 'Shop backend', scopes: ['events:write'], sites: ['shop'] };

const old = (kind: string, id: string, version: number, data: object, deleted = false) =>
  JSON.stringify({
    site: '',
    kind,
    id,
    version,
    updated_at: at,
    deleted,
    data: JSON.stringify(data),
  });
const rows = [
  old('sites', 'demo', 0, demo),
  old('sites', 'demo', 1_793_000_000_000, { ...demo, name: 'Mine' }),
  old('sites', 'shop', 1_793_000_000_001, { ...shop, name: 'Before' }),
  old('sites', 'shop', 1_793_000_000_002, shop),
  old('sites', 'gone', 1_793_000_000_003, demo),
  old('sites', 'gone', 1_793_000_000_004, demo, true),
  old('keys', 'shop-backend', 1_793_000_000_005, { ...key, digest }),
  old('keys', 'all', 1_793_000_000_006, { name: 'All', scopes: ['owner'], digest }),
  old('keys', 'revoked', 1_793_000_000_007, { ...key, digest }, true),
];

let test: TestStore;
beforeAll(async () => {
  test = await startStore(false);
  const store = await test.newDatabase();
  await migrate(
    store,
    migrations.filter(({ version }) => version <= 8),
  );
  for (const row of rows) await store.command(`INSERT INTO entities FORMAT JSONEachRow ${row}`);
});
afterAll(() => test.stop());

const nowhere = () => ({ load: async () => undefined, save: async () => undefined });

async function start() {
  const store = test.connect({ database: 'database_1' });
  const parts = openParts(store, nowhere, silent);
  await prepare(test.loginOf({ database: 'database_1' }), parts);
  return parts;
}
const stored = () => test.select('SELECT * FROM database_1.record_versions ORDER BY kind, id, version');

describe('records of before there were versions', () => {
  it('are as they were: sites, keys and what was deleted', async () => {
    const { records, sites, keys } = await start();
    expect(await sites.get('demo')).toMatchObject({ name: 'Mine', origins: ['self'] });
    expect(await sites.get('shop')).toEqual({ ...shop, name: shop.name.trim(), id: 'shop' });
    await expect(sites.get('gone')).rejects.toMatchObject({ code: 'site_unknown' });
    const place = { kind: sitesKind, site: '', id: 'shop' };
    expect(await records.get(place)).toMatchObject({ data: shop, version: 1, by: '', sites: ['shop'] });
    expect((await records.get(place)).at).toBe(Date.parse('2026-11-01T08:00:00.123Z'));
    await expect(records.get({ ...place, id: 'gone' })).rejects.toThrow(/deleted/);

    const access = [{ site: 'shop', grants: ['events:write'], people: 'all' }];
    const caller = { keyId: 'shop-backend', access };
    expect(await keys.callerOf(`ll_shop-backend_${secret}`)).toMatchObject(caller);
    expect(await keys.callerOf(`ll_all_${secret}`)).toMatchObject({
      access: [{ site: '*', grants: ['owner'] }],
    });
    expect(await keys.callerOf(`ll_revoked_${secret}`)).toBeUndefined();
    const stands = await records.get({ kind: keysKind, site: '', id: 'shop-backend' });
    expect([stands.data, stands.hidden, stands.sites]).toEqual([key, { digest }, ['shop']]);
  });

  it('are found, and changed on top', async () => {
    const { records, keys } = await start();
    const found = await records.page(sitesKind, '', { search: 'sik magaza isik', limit: 10 });
    expect(found.records.map(({ id }) => id)).toEqual(['shop']);
    const change = { by: 'owner', expected: 1 };
    const place = { kind: keysKind, site: '', id: 'shop-backend' };
    const { record, once } = await records.put(place, { ...key, name: 'Other' }, change);
    expect([record.version, once]).toEqual([2, {}]);
    expect(await keys.callerOf(`ll_shop-backend_${secret}`)).toMatchObject({ keyId: 'shop-backend' });
  });

  it('are moved once, however often', async () => {
    await start();
    const before = await stored();
    const moving = migrations.find(({ name }) => name === '0010_records');
    for (const statement of moving?.statements ?? [])
      await test.connect({ database: 'database_1' }).command(statement);
    await Promise.all([start(), start()]);
    expect(await stored()).toEqual(before);
  });
});

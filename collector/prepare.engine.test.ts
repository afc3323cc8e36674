import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Keys } from './access/keys.js';
import { ConfigError } from './config.js';
import { prepare } from './prepare.js';
import { Entities } from './records/records.js';
import { Sites } from './records/sites.js';
import { silent, startStore, type TestStore } from './store/testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore(false);
});
afterAll(() => test.stop());

function prepareWith(options: { url?: string; isReader?: boolean } = {}) {
  const store = test.connect({ database: 'leadline', ...options });
  const entities = new Entities(store);
  const nowhere = { load: async () => undefined, save: async () => undefined };
  const sites = new Sites(entities, nowhere, silent);
  const keys = new Keys(entities, nowhere, silent);
  const config = { url: options.url ?? test.url, database: 'leadline', username: 'somebody', password: '' };
  const prepared = prepare(config, { server: test.connect(options), store, entities, sites, keys });
  return { prepared, entities, sites };
}

describe('prepare', () => {
  it('makes database, tables and demo site, and leaves them alone the next time', async () => {
    const first = prepareWith();
    expect(await first.prepared).toContain('0002_events');
    expect(await first.sites.get('demo')).toMatchObject({ name: 'Demo', origins: ['self'] });
    await first.entities.put('sites', 'demo', { name: 'Mine' });
    const second = prepareWith();
    expect(await second.prepared).toEqual([]);
    expect(await second.sites.get('demo')).toMatchObject({ name: 'Mine', origins: [] });
  });

  it('does not bring a deleted demo site back', async () => {
    const { prepared, entities } = prepareWith();
    await prepared;
    await entities.delete('sites', await entities.get('sites', 'demo'));
    const again = prepareWith();
    await again.prepared;
    await expect(again.sites.get('demo')).rejects.toMatchObject({ code: 'site_unknown' });
  });

  it('says what to do about a user who may not', async () => {
    const { prepared } = prepareWith({ isReader: true });
    await expect(prepared).rejects.toBeInstanceOf(ConfigError);
    await expect(prepared).rejects.toThrow(
      /refuses to prepare the database leadline for user somebody: check CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and the user's grants/,
    );
  });

  it('says that nobody answers', async () => {
    const { prepared } = prepareWith({ url: 'http://127.0.0.1:1' });
    await expect(prepared).rejects.toMatchObject({ code: 'store_down' });
  });
});

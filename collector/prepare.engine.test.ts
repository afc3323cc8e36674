import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys as keysKind } from '../schemas/entities/keys.js';
import { sites } from '../schemas/entities/sites.js';
import { openParts } from './assemble.js';
import { ConfigError } from './config.js';
import { prepare } from './prepare.js';
import { silent, startStore, type TestStore } from './store/testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore(false);
});
afterAll(() => test.stop());

function prepareWith({ url, isReader = false }: { url?: string; isReader?: boolean } = {}) {
  const parts = openParts(
    test.connect({ database: 'leadline', isReader, ...(url && { url }) }),
    nowhere,
    silent,
  );
  const login = { ...test.loginOf({ database: 'leadline', isReader }), ...(url && { url }) };
  return { prepared: prepare(login, parts), ...parts };
}

const demo = { kind: sites, site: '', id: 'demo' };

const nowhere = () => ({ load: async () => undefined, save: async () => undefined });

describe('prepare', () => {
  it('makes database, tables and demo site, and leaves them alone the next time', async () => {
    const first = prepareWith();
    expect(await first.prepared).toContain('0002_events');
    expect(await first.sites.get('demo')).toMatchObject({ name: 'Demo', origins: ['self'] });
    await first.records.put(demo, { name: 'Mine' }, { by: 'owner', expected: 1 });
    const second = prepareWith();
    expect(await second.prepared).toEqual([]);
    expect(await second.sites.get('demo')).toMatchObject({ name: 'Mine', origins: [] });
  });

  it('does not bring a deleted demo site back', async () => {
    const { prepared, records } = prepareWith();
    await prepared;
    await records.delete(demo, { by: 'owner', expected: 'any' });
    const again = prepareWith();
    await again.prepared;
    await expect(again.sites.get('demo')).rejects.toMatchObject({ code: 'site_unknown' });
  });

  it('lets nobody read records from tables that are not filled yet', async () => {
    const { prepared, records, keys } = prepareWith();
    const missing = { code: 'starting', isRetryable: true };
    await expect(records.get({ kind: keysKind, site: '', id: 'k' })).rejects.toMatchObject(missing);
    // Nothing is known of keys then, and no key is told that it is revoked.
    await expect(keys.callerOf(`ll_k_${'x'.repeat(43)}`)).rejects.toMatchObject({ isRetryable: true });
    await prepared;
    await expect(records.get({ kind: keysKind, site: '', id: 'k' })).rejects.toMatchObject({
      code: 'entity_unknown',
    });
    expect(await keys.callerOf(`ll_k_${'x'.repeat(43)}`)).toBeUndefined();
  });

  it('says what to do about a user who may not', async () => {
    const { prepared } = prepareWith({ isReader: true });
    await expect(prepared).rejects.toBeInstanceOf(ConfigError);
    await expect(prepared).rejects.toThrow(
      /refuses to prepare the database leadline for user reader: check CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and the user's grants/,
    );
  });

  it('says that nobody answers', async () => {
    const { prepared } = prepareWith({ url: 'http://127.0.0.1:1' });
    await expect(prepared).rejects.toMatchObject({ code: 'store_down' });
  });
});

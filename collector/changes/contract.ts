import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { products } from '../../schemas/entities/products.js';
import { users } from '../../schemas/entities/users.js';
import { Versions } from '../records/versions.js';
import { eventRow, startStore, type TestStore, until } from '../store/testing.js';
import { clickhouseTime } from '../store/time.js';
import type { Changed, ChangeFeed } from './feed.js';

/** What a feed of changes promises, over the real engine. */
export function changesContract(name: string, open: (test: TestStore) => ChangeFeed): void {
  describe(name, () => {
    let test: TestStore;
    let feed: ChangeFeed;
    beforeAll(async () => {
      test = await startStore();
      feed = open(test);
    });
    afterAll(() => test?.stop());

    let count = 0;
    const insert = (site: string, ...more: string[]) =>
      test.insert([site, ...more].map((site) => eventRow(`e${++count}`, { site })));
    const watching = async () => {
      const told: Changed[] = [];
      const stop = await feed.watch((changed) => told.push(changed));
      const has = (what: string, site?: string) => told.some((one) => one.what === what && one.site === site);
      return { told, has, stop };
    };

    it('tells at which sites a table has come further, from now on and until it is stopped', async () => {
      await insert('earlier');
      const [first, second] = [await watching(), await watching()];
      await insert('a', 'a', 'b');
      await until(() => first.has('events', 'a') && first.has('events', 'b') && second.has('events', 'b'));
      second.stop();
      await insert('later');
      await until(() => first.has('events', 'later'));
      expect(first.has('events', 'earlier')).toBe(false);
      expect(second.has('events', 'later')).toBe(false);
      first.stop();
    });

    it('says nothing of the tables that have not', async () => {
      const { told, has, stop } = await watching();
      await test.store.command('OPTIMIZE TABLE events FINAL');
      const row = { site: 'a', rejected_id: 'r', ts: clickhouseTime(Date.now()), reason: 'event_invalid' };
      await test.insert([{ table: 'rejected_events', json: JSON.stringify(row) }]);
      await until(() => has('rejected_events', 'a'));
      expect(new Set(told.map(({ what }) => what))).toEqual(new Set(['rejected_events']));
      stop();
    });

    it('tells of records their kind and which; those of the instance at no site, which is every site', async () => {
      const { told, has, stop } = await watching();
      const versions = new Versions(test.store);
      const next = {
        version: 1,
        at: Date.now(),
        by: 'owner',
        deleted: false,
        data: {},
        hidden: {},
        sites: ['a'],
      };
      await versions.append({ kind: products, site: 'a', id: 'mug' }, next);
      await versions.append({ kind: users, site: '', id: 'ada' }, next);
      await until(() => has('products', 'a') && has('users'));
      expect(told).toContainEqual({ what: 'products', site: 'a', id: 'mug' });
      expect(told).toContainEqual({ what: 'users', site: undefined, id: 'ada' });
      expect(has('record_versions', 'a') && has('record_versions')).toBe(true);
      stop();
    });
  });
}

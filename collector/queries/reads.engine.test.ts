// A stream tells of a query when a table has changed that it reads: a table that it does not name would never be told.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../store/store.js';
import { startStore, type TestStore } from '../store/testing.js';
import { queryNames, queryOf, runNamed, tablesOf } from './run.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test?.stop());

it.each(queryNames)('%s reads no other tables than it names', async (name) => {
  const read = new Set<string>();
  const noted = ({ tables }: { tables: readonly string[] }) => {
    for (const table of tables) read.add(table);
  };
  const recording: Pick<Store, 'query' | 'page'> = {
    query(statement, params) {
      noted(statement);
      return test.store.query(statement, params);
    },
    page(statement, params) {
      noted(statement);
      return test.store.page(statement, params);
    },
  };
  const own = Object.keys(queryOf(name).parameters ?? {})
    .filter((parameter) => ['person', 'event'].includes(parameter))
    .map((parameter) => [parameter, 'p_nobody']);
  await runNamed(recording as Store, name, new URLSearchParams([['site', 'demo'], ...own]));
  expect(read.size).toBeGreaterThan(0);
  expect([...read].filter((table) => !tablesOf(name).includes(table))).toEqual([]);
});

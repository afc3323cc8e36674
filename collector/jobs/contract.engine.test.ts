import { createClient } from '@clickhouse/client-web';
import { afterAll, beforeAll } from 'vitest';
import { jobs as jobsStatement } from '../../schemas/gen/queries/jobs.js';
import type { ClickHouseConfig } from '../config.js';
import { clientOptions } from '../store/client_options.js';
import { migrate } from '../store/migrate.js';
import { openStore } from '../store/open.js';
import { startProxy, type TestProxy } from '../store/proxy.js';
import { Store } from '../store/store.js';
import { startStore, type TestStore } from '../store/testing.js';
import { jobsContract, type OpenJobs } from './contract.js';
import { Jobs } from './jobs.js';

let test: TestStore;
let proxy: TestProxy;
let databases = 0;
beforeAll(async () => {
  test = await startStore(false);
  proxy = await startProxy(test.url);
});
afterAll(async () => {
  await proxy.close();
  await test.stop();
});

/** Fresh tables, reached through the proxy. */
const over = (connect: (clickhouse: ClickHouseConfig) => Store) => async (): Promise<OpenJobs> => {
  const own = await test.newDatabase();
  await migrate(own);
  const database = `database_${++databases}`;
  proxy.set('pass');
  const store = connect({ ...test.loginOf({ database }), url: proxy.url });
  return {
    collector: (options) => new Jobs({ ...options, store }),
    rows: (site) => own.query(jobsStatement, { site, within: [] }),
    away: (isAway) => proxy.set(isAway ? 'refuse' : 'pass'),
    merge: () => own.command('OPTIMIZE TABLE jobs FINAL'),
    close: () => store.close(),
  };
};

jobsContract('jobs, over the client for Node', over(openStore));
jobsContract(
  'jobs, over the client for the web',
  over((clickhouse) => new Store(createClient(clientOptions(clickhouse)))),
);

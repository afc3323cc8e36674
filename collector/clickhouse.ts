import { type ClickHouseConfig, ConfigError } from './config.js';
import type { Entities } from './entities.js';
import { LeadlineError } from './errors.js';
import { demoSite, type Sites } from './sites.js';
import { migrate } from './store/migrate.js';
import type { Store } from './store/store.js';

/** What works on one ClickHouse. */
export interface Parts {
  /** On the database `default`, where another one can be made. */
  server: Store;
  store: Store;
  entities: Entities;
  sites: Sites;
}

/**
 * Makes a ClickHouse ready for use: the database, the tables, the demo site. Safe to repeat.
 *
 * @throws ConfigError when it refuses us, LeadlineError `store_down` when it does not answer
 */
export async function prepare(
  { url, database, username }: ClickHouseConfig,
  { server, store, entities, sites }: Parts,
): Promise<string[]> {
  try {
    await server.command(`CREATE DATABASE IF NOT EXISTS ${database}`);
    const applied = await migrate(store);
    await entities.seed('sites', 'demo', demoSite);
    await sites.refresh();
    return applied;
  } catch (error) {
    if (!(error instanceof LeadlineError)) throw error;
    if (error.code !== 'query_failed') throw error;
    throw new ConfigError(
      `ClickHouse${url ? ` at ${new URL(url).host}` : ''} refuses to prepare the database ${database} for user ${username}: ` +
        `check CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and the user's grants. ${error.message}`,
      { cause: error },
    );
  }
}

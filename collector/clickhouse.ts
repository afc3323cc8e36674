import { type ClickHouseConfig, ConfigError } from './config.js';
import type { Entities } from './entities.js';
import { LeadlineError } from './errors.js';
import type { Log } from './log.js';
import { demoSite, type Sites } from './sites.js';
import { migrate } from './store/migrate.js';
import type { Store } from './store/store.js';

/** How often a ClickHouse that is away is asked again. */
const PREPARE_RETRY_MS = 2_000;

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

/**
 * Prepares ClickHouse and calls `then`. With the sites of an earlier start at hand, events can be taken while it is
 * away: in that case this resolves at once and goes on trying.
 *
 * @throws ConfigError when nothing is known yet and ClickHouse does not answer
 */
export async function prepareNowOrLater(
  clickhouse: ClickHouseConfig,
  parts: Parts,
  log: Log,
  stopping: AbortSignal,
  then: () => void,
): Promise<void> {
  const begin = async () => {
    const applied = await prepare(clickhouse, parts);
    if (applied.length > 0) console.log(`Tables made or changed: ${applied.join(', ')}.`);
    if (!stopping.aborted) then();
  };
  try {
    await begin();
  } catch (error) {
    if (!(error instanceof LeadlineError)) throw error;
    await parts.sites.refresh().catch(() => {
      throw unreachable(clickhouse.url);
    });
    log('warn', 'ClickHouse does not answer: events are queued until it does', { error: error.message });
    const retry = async () => {
      try {
        await begin();
      } catch (error) {
        if (stopping.aborted) return;
        log('warn', 'ClickHouse is still not ready', { error: String(error) });
        setTimeout(retry, PREPARE_RETRY_MS).unref();
      }
    };
    setTimeout(retry, PREPARE_RETRY_MS).unref();
  }
}

/** For a start that nothing can be done without ClickHouse. */
export const unreachable = (url: string | undefined) =>
  new ConfigError(
    url
      ? `ClickHouse at ${new URL(url).host} does not answer: start it or correct CLICKHOUSE_URL; without CLICKHOUSE_URL, Leadline brings its own.`
      : 'The embedded ClickHouse does not answer: see what it says above, and start again.',
  );

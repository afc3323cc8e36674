import { sites as sitesKind } from '../schemas/entities/sites.js';
import { openParts } from './assemble.js';
import { type ClickHouseConfig, ConfigError } from './config.js';
import { LeadlineError } from './errors.js';
import type { Log } from './log.js';
import { demoSite } from './records/sites.js';
import { makeViews } from './records/views.js';
import type { Parts } from './services.js';
import { migrate } from './store/migrate.js';
import { openStore } from './store/open.js';

/** How often a ClickHouse that is away is asked again. */
const PREPARE_RETRY_MS = 2_000;
/** A cloud service that sleeps takes half a minute to wake; the user should know what is waited for. */
const SLOW_MS = 1_000;

/**
 * Makes a ClickHouse ready for use: the database, the tables and views, the demo site. Safe to repeat.
 *
 * @throws ConfigError when it refuses us, LeadlineError `store_down` when it does not answer
 */
export async function prepare(
  clickhouse: ClickHouseConfig,
  { store, records, sites, keys }: Parts,
): Promise<string[]> {
  const { url, database, username } = clickhouse;
  const server = openStore({ ...clickhouse, database: 'default' });
  records.hold();
  try {
    await server.command(`CREATE DATABASE IF NOT EXISTS ${database}`);
    const applied = await migrate(store);
    await makeViews(store);
    records.release();
    await records.seed({ kind: sitesKind, site: '', id: 'demo' }, demoSite);
    await Promise.all([sites.refresh(), keys.refresh()]);
    return applied;
  } catch (error) {
    if (!(error instanceof LeadlineError)) throw error;
    if (error.code === 'store_foreign') throw new ConfigError(error.message);
    if (error.code !== 'query_failed') throw error;
    throw new ConfigError(
      `ClickHouse${hostOf({ url })} refuses to prepare the database ${database} for user ${username}: ` +
        `check CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and the user's grants. ${error.message}`,
      { cause: error },
    );
  } finally {
    await server.close();
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
  then: (applied: readonly string[]) => void,
): Promise<void> {
  const begin = async () => {
    const applied = await prepare(clickhouse, parts);
    if (applied.length > 0) console.log(`Tables made or changed: ${applied.join(', ')}.`);
    if (!stopping.aborted) then(applied);
  };
  const slow = setTimeout(() => console.log(`Waiting for ClickHouse${hostOf(clickhouse)} …`), SLOW_MS);
  try {
    await begin().finally(() => clearTimeout(slow));
  } catch (error) {
    if (stopping.aborted) return;
    if (!(error instanceof LeadlineError)) throw error;
    if (!(await parts.sites.recall())) throw unreachable(clickhouse.url);
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

/**
 * Makes the tables of a server, for a collector that cannot do it itself (a Worker).
 *
 * @throws ConfigError when the server does not answer or refuses
 * @returns the names of the migrations applied now
 */
export async function makeTables(clickhouse: ClickHouseConfig, log: Log): Promise<string[]> {
  const parts = inMemory(clickhouse, log);
  try {
    return await prepare(clickhouse, parts);
  } catch (error) {
    throw error instanceof LeadlineError ? unreachable(clickhouse.url) : error;
  } finally {
    await parts.store.close();
  }
}

/** Parts that keep nothing of what they know. */
export const inMemory = (clickhouse: ClickHouseConfig, log: Log): Parts =>
  openParts(openStore(clickhouse), () => nowhere, log);

const nowhere = { load: async () => undefined, save: async () => undefined };

/** For a start that nothing can be done without ClickHouse. */
const unreachable = (url: string | undefined) =>
  new ConfigError(
    url
      ? `ClickHouse${hostOf({ url })} does not answer: start it or correct CLICKHOUSE_URL; without CLICKHOUSE_URL, Leadline brings its own.`
      : 'The embedded ClickHouse does not answer: see what it says above, and start again.',
  );

const hostOf = ({ url }: Pick<ClickHouseConfig, 'url'>) => (url ? ` at ${new URL(url).host}` : '');

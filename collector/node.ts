/** The entry for one machine: reads the environment, puts the parts together, stops them in order. */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.js';
import { Auth } from './auth.js';
import { prepare } from './clickhouse.js';
import { ConfigError, readConfig, unknownVariables } from './config.js';
import { EngineError, startEngine } from './engine/supervisor.js';
import { Entities } from './entities.js';
import { fileAssets } from './files.js';
import { keptSecret, openDataFolder, siteSnapshot } from './instance.js';
import { listen, starting } from './listen.js';
import { lockFolder } from './lock.js';
import { log } from './log.js';
import { ownOrigins } from './origins.js';
import { DiskQueue } from './queue/disk.js';
import { Sites } from './sites.js';
import { MigrationError } from './store/migrate.js';
import { Store } from './store/store.js';
import { startWriter } from './writer.js';

const dist = fileURLToPath(new URL('.', import.meta.url));

/** How often a ClickHouse that is away is asked again. */
const PREPARE_RETRY_MS = 2_000;
/** Requests under way at a stop get this long to end. */
const GRACE_MS = 5_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  for (const name of unknownVariables(process.env))
    console.warn(`leadline: ${name} is not a variable of Leadline and is ignored.`);
  const data = resolve(config.dataDir);
  await openDataFolder(data);
  const lock = await lockFolder(data);

  let handle = starting;
  const http = createServer(getRequestListener((request, env) => handle(request, env)));
  const port = await listen(http, config);
  const queue = await DiskQueue.open(resolve(data, 'queue'));
  const secret = config.secret ?? (await keptSecret(data, 'secret')).value;
  const adminKey = config.adminKey
    ? { value: config.adminKey, isNew: false }
    : await keptSecret(data, 'admin-key');

  const clickhouse = { ...config.clickhouse };
  const engine = clickhouse.url ? undefined : await embedded(data);
  if (engine) Object.assign(clickhouse, engine.login);
  // What fails is logged here, once, and without the client's stack traces.
  const options = { ...clickhouse, url: clickhouse.url ?? '', log: { level: ClickHouseLogLevel.OFF } };
  const open = (database: string) => new Store(createClient({ ...options, database }));
  const server = open('default');
  const store = open(clickhouse.database);
  const entities = new Entities(store);
  const sites = new Sites(entities, siteSnapshot(data), log);
  const origins = ownOrigins({ ...config, port });
  const address = origins[0] ?? '';

  let writer: ReturnType<typeof startWriter> | undefined;
  let stopped = false;
  const begin = async () => {
    const applied = await prepare(config.clickhouse, { server, store, entities, sites });
    if (applied.length > 0) console.log(`Tables made or changed: ${applied.join(', ')}.`);
    if (!stopped) writer = startWriter(queue, store, log);
  };
  try {
    await begin();
  } catch (error) {
    if (error instanceof ConfigError || error instanceof MigrationError) throw error;
    // With the sites of an earlier start at hand, events can be taken until ClickHouse is back.
    const known = await sites.refresh().then(
      () => true,
      () => false,
    );
    if (!known) throw unreachable(config.clickhouse.url);
    log('warn', 'ClickHouse does not answer: events are queued until it does', { error: String(error) });
    const retry = () => begin().catch(() => stopped || setTimeout(retry, PREPARE_RETRY_MS).unref());
    setTimeout(retry, PREPARE_RETRY_MS).unref();
  }

  const auth = new Auth(adminKey.value, secret, () => origins);
  const app = createApp({
    auth,
    sites,
    entities,
    store,
    queue,
    secret,
    ownOrigins: () => origins,
    assets: fileAssets(resolve(dist, 'public')),
    log,
  });
  handle = app.fetch;

  const stop = async () => {
    if (stopped) process.exit(1);
    stopped = true;
    console.log('Stopping …');
    http.close();
    http.closeIdleConnections();
    setTimeout(() => http.closeAllConnections(), GRACE_MS).unref();
    await new Promise((done) => http.once('close', done));
    await queue.close();
    await writer?.stop();
    await Promise.all([store.close(), server.close()]);
    await engine?.stop();
    await lock.release();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const signIn = adminKey.isNew
    ? `${address}/#key=${adminKey.value}`
    : config.adminKey
      ? 'with your LEADLINE_ADMIN_KEY'
      : `with the key in ${resolve(data, 'admin-key')}`;
  console.log(
    [
      `Leadline is running (process ${process.pid}). Stop it with Ctrl-C.`,
      `  Demo site   ${address}/demo/`,
      `  Dashboards  ${address}/`,
      `  Sign in     ${signIn}`,
      `  Data        ${data}`,
      ...(engine
        ? [`  ClickHouse  ${clickhouse.url}, user reader, password in ${resolve(data, 'clickhouse-reader')}`]
        : []),
    ].join('\n'),
  );
}

/** Starts the engine in the data folder; any ClickHouse client may read from it with the kept password. */
async function embedded(data: string) {
  const writerPassword = crypto.randomUUID();
  const reader = await keptSecret(data, 'clickhouse-reader');
  const engine = await startEngine({
    entry: resolve(dist, 'engine.js'),
    dataDir: resolve(data, 'clickhouse'),
    writerPassword,
    readerPassword: reader.value,
    log,
  });
  return {
    login: { url: engine.url, username: 'leadline', password: writerPassword },
    stop: () => engine.stop(),
  };
}

const unreachable = (url = '') =>
  new ConfigError(
    `ClickHouse at ${URL.canParse(url) ? new URL(url).host : url} does not answer: start it or correct CLICKHOUSE_URL; without CLICKHOUSE_URL, Leadline brings its own.`,
  );

main().catch((error: unknown) => {
  const isExpected =
    error instanceof ConfigError || error instanceof EngineError || error instanceof MigrationError;
  console.error(isExpected ? `leadline: ${error.message}` : error);
  process.exit(1);
});

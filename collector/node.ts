/** The entry for one machine: reads the environment, puts the parts together, stops them in order. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { Context } from 'hono';
import { collectDefaultMetrics } from 'prom-client';
import { ownOrigins } from '../schemas/entities/allowed_origin.js';
import { asksForPeople } from '../schemas/read_models.js';
import { assemble, openParts } from './assemble.js';
import { tablesThatMatter } from './changes/audience.js';
import { OwnInserts } from './changes/own_inserts.js';
import { PolledChanges } from './changes/polled.js';
import { type ClickHouseConfig, ConfigError, readConfig, warningsOf } from './config.js';
import { EngineError, startEngine } from './engine/supervisor.js';
import { nameOf } from './errors.js';
import { nodeEvents } from './http/node_events.js';
import { starting } from './http/starting.js';
import { readingHere } from './intake/intake.js';
import { ReadingThread } from './intake/reading_thread.js';
import { JobTimer } from './jobs/timer.js';
import { Limits } from './limits/limits.js';
import { clientAddresses } from './location/address.js';
import { listDates } from './location/list_dates.js';
import { OfflineLocations, packagedLists } from './location/offline.js';
import { log } from './log.js';
import { boundConnections, patience } from './machine/connections.js';
import { fileAssets } from './machine/files.js';
import { fileSnapshot, keptPort, keptSecret, openDataFolder } from './machine/instance.js';
import { listen } from './machine/listen.js';
import { lockFolder } from './machine/lock.js';
import { damagedIn, diskOf } from './machine/machine.js';
import { packing } from './machine/packing.js';
import { keepScripts, withKeptScripts } from './machine/scripts.js';
import { makeTables, prepareNowOrLater } from './prepare.js';
import { DiskQueue } from './queue/disk.js';
import { noStats, startWriter, type Writer } from './queue/writer.js';
import { rebuild } from './rebuild.js';
import type { Sites } from './records/sites.js';
import { MigrationError } from './store/migrate.js';
import { openStore } from './store/open.js';

const dist = fileURLToPath(new URL('.', import.meta.url));

/** How often the sites are looked after; they are read anew when they are due. */
const SITES_MS = 5_000;
/** Requests under way at a stop get this long to end. */
const GRACE_MS = 5_000;
/** How often connections that have become idle are closed at a stop. */
const CLOSE_IDLE_MS = 50;
/** A second Ctrl-C ends it at once; npm passes on the first one that the terminal has already sent here. */
const IMPATIENT_MS = 1_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (process.argv[2] === 'migrate') return migrateServer(config.clickhouse);
  const isRebuild = process.argv[2] === 'rebuild';
  if (isRebuild && config.clickhouse.url) return rebuild(config.clickhouse, log, console.log);
  for (const warning of warningsOf(process.env)) console.warn(`leadline: ${warning}`);
  const data = resolve(config.dataDir);
  await openDataFolder(data);
  const lock = await lockFolder(data);
  if (isRebuild) return rebuildIn(data, lock);

  let handle: RequestListener = getRequestListener(starting);
  const http = createServer(patience, (request, response) => handle(request, response));
  boundConnections(http);
  const port = await listen(http, config);
  const queue = await DiskQueue.open(resolve(data, 'queue'), { bytesMax: config.queueBytesMax });
  const secret = config.secret ?? (await keptSecret(data, 'secret')).value;
  const adminKey = config.adminKey
    ? { value: config.adminKey, isNew: false }
    : await keptSecret(data, 'admin-key');

  const clickhouse = { ...config.clickhouse };
  const engine = clickhouse.url ? undefined : await embedded(data);
  if (engine) Object.assign(clickhouse, engine.login);
  const parts = openParts(openStore(clickhouse), (kind) => fileSnapshot(data, kind), log);
  const { sites, keys, store, people, uses } = parts;
  const origins = ownOrigins({ ...config, port });
  const address = origins[0] ?? '';

  let writer: Writer | undefined;
  const stopping = new AbortController();
  // With the sites of an earlier start at hand, events are taken at once, whatever ClickHouse is doing.
  const [isKnown] = await Promise.all([sites.recall(), keys.recall()]);
  let areThere = (_applied: readonly string[]) => {};
  const tables = new Promise<readonly string[]>((resolve) => (areThere = resolve));
  const prepared = prepareNowOrLater(clickhouse, parts, log, stopping.signal, (applied) => {
    writer = startWriter(queue, { store, models: people }, log);
    areThere(applied);
  });
  if (isKnown) prepared.catch(fail);
  else await prepared;

  const [files, scripts] = [resolve(dist, 'public'), resolve(data, 'scripts')];
  await keepScripts(files, scripts).catch((error: Error) => {
    log('warn', 'pinned versions of the script were not kept for after an upgrade', { error: error.message });
  });
  const clientAddress = clientAddresses(config.trustedProxies);
  const addressOf = ({ socket, headers }: IncomingMessage) =>
    clientAddress(socket.remoteAddress ?? '', {
      forwardedFor: headers['x-forwarded-for']?.toString(),
      forwarded: headers.forwarded,
    });
  const locations = new OfflineLocations(packagedLists(resolve(dist, 'networks.bin')), log);
  const locate = (request: IncomingMessage) => locations.of(addressOf(request));
  const reading = startReading({ secret, ownOrigins: origins }, sites);
  const { app, audit, jobs, intake, streams, metrics, answerError } = assemble(parts, {
    adminKey: adminKey.value,
    secret,
    ownOrigins: origins,
    queue,
    // The engine is in a folder that this process alone has: what an earlier one had in hand is nobody's.
    ...(engine && { holder: 'the only one' }),
    writer: { stats: () => writer?.stats() ?? noStats() },
    machine: {
      platform: 'node',
      node: process.versions.node,
      queueBytesMax: config.queueBytesMax,
      engine: engine?.process,
      disk: () => diskOf(data),
      damaged: () => damagedIn(queue.folder),
      lists: listDates,
    },
    limits: new Limits(config.eventsPerMinute),
    read: reading.read,
    packing,
    changes: engine ? new OwnInserts(store) : new PolledChanges(store, tablesThatMatter, log),
    assets: withKeptScripts(fileAssets(files), scripts),
    log,
    addressOf: (c) => addressOf(c.env.incoming),
    locate: (c) => locate(c.env.incoming),
    isLocal: (c) => isLoopback(c.env.incoming.socket.remoteAddress) && !isForwarded(c),
  });
  const timer = new JobTimer(jobs);
  tables.then(async (applied) => {
    timer.begin();
    if (!asksForPeople(applied)) return;
    for (const { id } of sites.list())
      await jobs
        .start('fill_people', { site: id, id: '' })
        .catch((error) => log('warn', 'people are not made anew', { site: id, error: nameOf(error) }));
  });
  collectDefaultMetrics({ register: metrics.registry });
  handle = nodeEvents({ intake, addressOf, locate, answerError, others: getRequestListener(app.fetch) });

  let stoppedAt = 0;
  const stop = async () => {
    if (stopping.signal.aborted) {
      if (Date.now() - stoppedAt > IMPATIENT_MS) process.exit(1);
      return;
    }
    stoppedAt = Date.now();
    stopping.abort();
    console.log('Stopping …');
    streams().close();
    await closeServer(http);
    await reading.close();
    await timer.stop();
    await audit.flush().catch(() => undefined);
    await uses.settled();
    await queue.close();
    await writer?.stop();
    await store.close();
    await engine?.stop();
    await lock.release();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  // A file, or a pipe into one, is read by others than whoever sits at a terminal, and kept.
  const isSeen = Boolean(process.stdout.isTTY);
  const signIn =
    adminKey.isNew && isSeen
      ? `${address}/#key=${adminKey.value}`
      : config.adminKey
        ? 'with your LEADLINE_ADMIN_KEY'
        : `with the key in ${resolve(data, 'admin-key')}`;
  const login = `database ${clickhouse.database}, user reader, password in ${resolve(data, 'clickhouse-reader')}`;
  const greeting = [
    `Leadline is running (process ${process.pid}). Stop it with Ctrl-C.`,
    `  Demo site   ${address}/demo/`,
    `  Dashboards  ${address}/`,
    `  Sign in     ${signIn}`,
    `  Data        ${data}`,
    `  ClickHouse  ${engine ? `${clickhouse.url}, ${login}` : new URL(clickhouse.url ?? '').host}`,
  ];
  console.log(greeting.join('\n'));
}

/** A proxy says for whom it asks; without a proxy nobody else has an address of this machine. */
const isForwarded = (c: Context) => Boolean(c.req.header('X-Forwarded-For') ?? c.req.header('Forwarded'));
const isLoopback = (address = '') => /^(::1|(::ffff:)?127\.)/.test(address);

/** On one core a second thread would only add to the work. */
function startReading(data: { secret: string; ownOrigins: readonly string[] }, sites: Sites) {
  if (availableParallelism() === 1) {
    const read = readingHere({ ...data, site: (id) => sites.known(id) });
    return { read, close: async () => undefined };
  }
  const thread = new ReadingThread(resolve(dist, 'intake.js'), data, log);
  sites.watch((list) => thread.update(list));
  // Batches are read over there, so that none of them asks here whether the sites are due to be read anew.
  setInterval(() => sites.known(''), SITES_MS).unref();
  return thread;
}

/** Takes no new connections, and lets the requests under way end. */
async function closeServer(http: Server): Promise<void> {
  const closed = once(http, 'close');
  http.close();
  // A busy connection would otherwise be kept for the next request, and the next.
  http.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  const closing = setInterval(() => http.closeIdleConnections(), CLOSE_IDLE_MS);
  setTimeout(() => http.closeAllConnections(), GRACE_MS).unref();
  await closed;
  clearInterval(closing);
}

/** `npm run migrate`. */
async function migrateServer(clickhouse: ClickHouseConfig): Promise<void> {
  if (!clickhouse.url)
    throw new ConfigError('CLICKHOUSE_URL is not set: set it to the server whose tables to make.');
  const applied = await makeTables(clickhouse, log);
  console.log(
    applied.length > 0 ? `Tables made or changed: ${applied.join(', ')}.` : 'The tables are up to date.',
  );
}

/**
 * Starts the engine in the data folder. Any ClickHouse client may read from it with the kept password, at the address
 * that it had before wherever that is still free.
 */
async function embedded(data: string) {
  const writerPassword = crypto.randomUUID();
  const reader = await keptSecret(data, 'clickhouse-reader');
  const port = await keptPort(data, 'clickhouse-port');
  const engine = await startEngine({
    entry: resolve(dist, 'engine.js'),
    dataDir: resolve(data, 'clickhouse'),
    writerPassword,
    readerPassword: reader.value,
    port,
    log,
  });
  return {
    login: { url: engine.url, username: 'leadline', password: writerPassword },
    process: engine,
    stop: () => engine.stop(),
  };
}

/** What `npm run rebuild` does: nothing else works on the data folder meanwhile. */
async function rebuildIn(data: string, lock: { release(): Promise<void> }): Promise<void> {
  const { clickhouse } = readConfig(process.env);
  const engine = await embedded(data);
  await rebuild({ ...clickhouse, ...engine.login }, log, console.log);
  await engine.stop();
  await lock.release();
  process.exit(0);
}

function fail(error: unknown): void {
  const isExpected =
    error instanceof ConfigError || error instanceof EngineError || error instanceof MigrationError;
  console.error(isExpected ? `leadline: ${error.message}` : error);
  process.exit(1);
}

main().catch(fail);

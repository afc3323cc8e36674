/**
 * `npm run dev:worker`: the built Worker in workerd on this machine, with everything it is bound to. What it stores
 * goes when it stops.
 *
 *   npm run dev:worker                                                  over an embedded ClickHouse
 *   npm run dev:worker -- --clickhouse http://user:password@host:8123   over your own, database `leadline`
 */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Miniflare } from 'miniflare';
import { type ClickHouseConfig, ConfigError } from './config.js';
import { EngineError, startEngine } from './engine/supervisor.js';
import { log } from './log.js';
import { makeTables } from './prepare.js';
import { MigrationError } from './store/migrate.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const HOST = '127.0.0.1';
const PORT = 8787;
/** As wrangler.toml has it. */
const CRON_MS = 60_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface WorkerOptions {
  /** Where the Worker is reached: its LEADLINE_PUBLIC_URL, and the origin of its own pages. */
  publicUrl: string;
  adminKey: string;
  clickhouse: ClickHouseConfig;
  /** Listen here; without it the Worker is reached by `dispatchFetch` alone. */
  port?: number;
}

/**
 * Starts `dist/worker.js` in workerd, with the bindings of `wrangler.toml`; the tables must be there
 * ({@link makeTables}). End it with `dispose()`.
 *
 * @example
 * const worker = await startWorker({ publicUrl: 'https://leadline.test', adminKey, clickhouse });
 * const response = await worker.dispatchFetch('https://leadline.test/healthz');
 */
export async function startWorker({
  publicUrl,
  adminKey,
  clickhouse,
  port,
}: WorkerOptions): Promise<Miniflare> {
  const worker = new Miniflare({
    ...(port === undefined ? {} : { host: HOST, port }),
    modules: true,
    script: await readFile(join(dist, 'worker.js'), 'utf8'),
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['nodejs_compat'],
    bindings: {
      LEADLINE_PUBLIC_URL: publicUrl,
      LEADLINE_SECRET: 'a secret of this machine alone',
      LEADLINE_ADMIN_KEY: adminKey,
      CLICKHOUSE_URL: clickhouse.url ?? '',
      CLICKHOUSE_USER: clickhouse.username,
      CLICKHOUSE_PASSWORD: clickhouse.password,
      CLICKHOUSE_DATABASE: clickhouse.database,
    },
    kvNamespaces: ['CONFIG'],
    ratelimits: {
      LIMIT_ADDRESS: { simple: { limit: 6_000, period: 60 } },
      LIMIT_KEY: { simple: { limit: 6_000_000, period: 60 } },
    },
    queueProducers: { QUEUE: 'leadline-events' },
    // Sooner than in wrangler.toml, whose second is there to make large inserts.
    queueConsumers: { 'leadline-events': { maxBatchSize: 10, maxBatchTimeout: 0.1 } },
    assets: {
      directory: join(dist, 'public'),
      binding: 'ASSETS',
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
    },
  });
  await worker.ready;
  return worker;
}

async function main(): Promise<void> {
  const { clickhouse: address } = parseArgs({ options: { clickhouse: { type: 'string' } } }).values;
  const adminKey = process.env.LEADLINE_ADMIN_KEY || crypto.randomUUID();
  const { login, stop: stopClickHouse } = address ? given(address) : await embedded();
  let worker: Miniflare | undefined;
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    await worker?.dispose();
    await stopClickHouse();
    process.exit(code);
  };
  const onSignal = () => stop(0);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    await makeTables(login, log);
    const port = await freePort(PORT);
    const publicUrl = `http://${HOST}:${port}`;
    worker = await startWorker({ publicUrl, adminKey, clickhouse: login, port });
    await beCron(worker);
    // Miniflare's own handlers end this process at once, with the engine and its folder still there.
    for (const signal of SIGNALS) {
      for (const listener of process.listeners(signal)) {
        if (listener !== onSignal) process.off(signal, listener);
      }
    }
    console.log(
      [
        'The Worker is running in workerd. Stop it with Ctrl-C.',
        `  Demo site   ${publicUrl}/demo/`,
        `  Dashboards  ${publicUrl}/`,
        // Nobody keeps what a terminal shows.
        ...(process.stdout.isTTY
          ? [`  Sign in     ${publicUrl}/#key=${adminKey}`, `  Admin key   ${adminKey}`]
          : ['  Sign in     with your LEADLINE_ADMIN_KEY']),
        `  ClickHouse  ${login.url}, database ${login.database}${address ? '' : ', gone when this stops'}`,
      ].join('\n'),
    );
  } catch (error) {
    explain(error);
    await stop(1);
  }
}

/** Miniflare has triggers, and nobody who pulls them. */
async function beCron(worker: Miniflare): Promise<void> {
  const fetcher = await worker.getWorker();
  setInterval(() => fetcher.scheduled({ cron: '* * * * *' }).catch(() => undefined), CRON_MS).unref();
}

/** @throws ConfigError for an address that cannot be meant */
function given(address: string): { login: ClickHouseConfig; stop: () => Promise<void> } {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError(
      '--clickhouse needs the HTTP address of a ClickHouse server: http://user:password@host:8123.',
    );
  }
  const [username, password] = [url.username || 'default', url.password].map(decodeURIComponent);
  const login = { url: url.origin, username: username ?? '', password: password ?? '', database: 'leadline' };
  return { login, stop: async () => undefined };
}

/** An engine in a folder of its own, which goes with it. */
async function embedded(): Promise<{ login: ClickHouseConfig; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'leadline-worker-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 10 });
  const password = crypto.randomUUID();
  try {
    const engine = await startEngine({
      entry: join(dist, 'engine.js'),
      dataDir: join(folder, 'clickhouse'),
      writerPassword: password,
      readerPassword: crypto.randomUUID(),
      log,
    });
    return {
      login: { url: engine.url, username: 'leadline', password, database: 'leadline' },
      stop: async () => {
        await engine.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The wanted port, else one that the system has free. */
async function freePort(wanted: number): Promise<number> {
  const server = createServer().listen(wanted, HOST);
  try {
    await once(server, 'listening');
  } catch {
    return freePort(0);
  }
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function explain(error: unknown): void {
  const expected = [ConfigError, EngineError, MigrationError];
  const isExpected = error instanceof Error && expected.some((kind) => error instanceof kind);
  console.error(isExpected ? `leadline: ${error.message}` : error);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    explain(error);
    process.exitCode = 1;
  });
}

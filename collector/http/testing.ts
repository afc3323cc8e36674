// For tests: the whole app over real parts, asked with `app.request()`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import type { Kind } from '../../schemas/entities/kind.js';
import { sites as sitesKind } from '../../schemas/entities/sites.js';
import { entityKinds } from '../../schemas/entities.js';
import { assemble, openParts } from '../assemble.js';
import { OwnInserts } from '../changes/own_inserts.js';
import type { EventsPerMinute } from '../config.js';
import { Limits } from '../limits/limits.js';
import { NOWHERE } from '../location/location.js';
import { fileAssets } from '../machine/files.js';
import { fileSnapshot } from '../machine/instance.js';
import { damagedIn, diskOf } from '../machine/machine.js';
import { packing } from '../machine/packing.js';
import { prepare } from '../prepare.js';
import { DiskQueue, type DiskQueueOptions } from '../queue/disk.js';
import { startWriter } from '../queue/writer.js';
import { silent, startStore, type TestStore, temporaryFolder } from '../store/testing.js';

export const KEY = 'the-admin-key';
export const OWN = 'https://t.example.com';
export const SHOP = 'https://www.shop.test';

/** Where every test address is. */
export const MADRID = { country: 'ES', region: 'Madrid', asn: 3352, network: 'Telefonica de Espana' };

export interface TestApp {
  app: Hono;
  test: TestStore;
  queue: DiskQueue;
  /** Another collector over the same ClickHouse, reached at another address where one is given. */
  another(url?: string): Promise<Hono>;
  /** As the owner, by key. */
  owner(path: string, init?: RequestInit): Promise<Response>;
  /** A batch as a page of the shop sends it. */
  post(batch: unknown, headers?: Record<string, string>, query?: string): Promise<Response>;
  /** A batch as a server sends it, and queries see it. */
  send(batch: object): Promise<void>;
  /** By a clock that says so. */
  noteMissing(now: number): Promise<number>;
  /** Does what is due in the background, as the timer does. */
  runJobs(): Promise<void>;
  /** What requests have left to be done behind them is done. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** An instance with the sites `demo` (its own pages) and `shop` (`SHOP` and all hosts below `shop.example`). */
export async function startApp({
  eventsPerMinute = { address: 0, key: 0 },
  kinds = entityKinds,
  ...options
}: DiskQueueOptions & {
  eventsPerMinute?: EventsPerMinute;
  kinds?: Readonly<Record<string, Kind>>;
} = {}): Promise<TestApp> {
  const test = await startStore(false);
  const folder = temporaryFolder();
  const queue = await DiskQueue.open(join(folder.path, 'queue'), { lingerMs: 5, ...options });
  const assetFolder = join(folder.path, 'public');
  for (const [name, text] of Object.entries({
    'index.html': '<!doctype html><title>Leadline</title>',
    'leadline.js': '/* the script */',
    'leadline.0123456789ab.js': '/* the script */',
    'leadline.json': '{}',
    'leadline.leads.js': '/* a part of it */',
    'leadline.more.1a2b3c4d5e6f.js': '/* a part of it */',
    'app/main.abc.js': '/* the app */',
    'demo/index.html': '<!doctype html><title>Demo</title>',
  })) {
    mkdirSync(join(assetFolder, name, '..'), { recursive: true });
    writeFileSync(join(assetFolder, name), text);
  }
  const store = test.connect({ database: 'leadline' });
  const parts = openParts(store, (kind) => fileSnapshot(folder.path, kind), silent, kinds);
  await prepare(test.loginOf({ database: 'leadline' }), parts);
  const origins = ['https://*.shop.example', SHOP];
  const shop = { kind: sitesKind, site: '', id: 'shop' };
  await parts.records.put(shop, { name: 'Shop', origins }, { by: 'leadline' });
  const writer = startWriter(queue, { store, models: parts.people }, silent);
  const platform = {
    adminKey: KEY,
    secret: 'the-instance-secret',
    ownOrigins: [OWN],
    queue,
    writer,
    machine: {
      platform: 'node' as const,
      queueBytesMax: queue.options.bytesMax,
      engine: { restarts: { count: 0, lastAt: undefined } },
      disk: () => diskOf(folder.path),
      damaged: () => damagedIn(queue.folder),
      lists: async () => [],
    },
    limits: new Limits(eventsPerMinute),
    packing,
    changes: new OwnInserts(store),
    assets: fileAssets(assetFolder),
    log: silent,
    addressOf: (c: Context) => c.req.header('X-Test-Address') ?? '',
    locate: (c: Context) => (c.req.header('X-Test-Address') ? MADRID : NOWHERE),
    isLocal: (c: Context) => c.req.header('X-Test-Address') === 'this machine',
  };
  const { app, noteMissing, jobs, streams } = assemble(parts, platform);
  return {
    app,
    test,
    queue,
    async another(url) {
      const other = test.connect({ database: 'leadline', ...(url && { url }) });
      const nowhere = () => ({ load: async () => undefined, save: async () => undefined });
      return assemble(openParts(other, nowhere, silent, kinds), platform).app;
    },
    owner: async (path, init) =>
      app.request(path, {
        ...init,
        headers: { Authorization: `Bearer ${KEY}`, ...(init?.headers as object) },
      }),
    post: async (batch, headers, query = '') =>
      app.request(`${OWN}/v1/events${query}`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', Origin: SHOP, ...headers },
        body: typeof batch === 'string' ? batch : JSON.stringify(batch),
      }),
    async send(batch) {
      const response = await app.request(`${OWN}/v1/events?ack=stored`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(batch),
      });
      if (response.status !== 202) throw new Error(await response.text());
    },
    noteMissing,
    runJobs: () => jobs.runDue(),
    settled: () => parts.uses.settled(),
    async stop() {
      streams().close();
      await parts.uses.settled();
      await queue.close();
      await writer.stop();
      await test.stop();
      folder.remove();
    },
  };
}

export const errorCode = async (response: Response) => {
  const body = (await response.json()) as { error: { code: string; message: string } };
  return `${response.status} ${body.error.code}`;
};

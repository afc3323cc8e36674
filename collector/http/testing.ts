// For tests: the whole app over real parts, asked with `app.request()`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { Auth } from '../access/auth.js';
import { Keys } from '../access/keys.js';
import { createApp } from '../app.js';
import type { EventsPerMinute } from '../config.js';
import { errorAnswers } from '../errors.js';
import { createIntake, readerOf } from '../intake/intake.js';
import { Limits } from '../limits/limits.js';
import { NOWHERE } from '../location/location.js';
import { fileAssets } from '../machine/files.js';
import { fileSnapshot } from '../machine/instance.js';
import { Metrics } from '../metrics.js';
import { prepare } from '../prepare.js';
import { DiskQueue, type DiskQueueOptions } from '../queue/disk.js';
import { startWriter } from '../queue/writer.js';
import { Entities } from '../records/records.js';
import { Sites } from '../records/sites.js';
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
  /** As the owner, by key. */
  owner(path: string, init?: RequestInit): Promise<Response>;
  /** A batch as a page of the shop sends it. */
  post(batch: unknown, headers?: Record<string, string>, query?: string): Promise<Response>;
  stop(): Promise<void>;
}

/** An instance with the sites `demo` (its own pages) and `shop` (`SHOP` and all hosts below `shop.example`). */
export async function startApp({
  eventsPerMinute = { address: 0, key: 0 },
  ...options
}: DiskQueueOptions & { eventsPerMinute?: EventsPerMinute } = {}): Promise<TestApp> {
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
  const entities = new Entities(store);
  const sites = new Sites(entities, fileSnapshot(folder.path, 'sites'), silent);
  const keys = new Keys(entities, fileSnapshot(folder.path, 'keys'), silent);
  const clickhouse = { url: test.url, username: 'leadline', password: '', database: 'leadline' };
  await prepare(clickhouse, { server: test.store, store, entities, sites, keys });
  const origins = ['https://*.shop.example', SHOP];
  await entities.put('sites', 'shop', { name: 'Shop', origins });
  await sites.refresh();
  const writer = startWriter(queue, store, silent);
  const instance = {
    site: (id: string) => sites.known(id),
    ownOrigins: [OWN],
    secret: 'the-instance-secret',
  };
  const addressOf = (c: Context) => c.req.header('X-Test-Address') ?? '';
  const limits = new Limits(eventsPerMinute);
  const metrics = new Metrics();
  const app = createApp({
    auth: new Auth(KEY, 'the-instance-secret', keys, () => [OWN], addressOf),
    addressOf,
    sites,
    keys,
    entities,
    store,
    queue,
    writer,
    intake: createIntake({ sites, queue, limits, metrics, reader: readerOf(instance) }),
    assets: fileAssets(assetFolder),
    metrics,
    answerError: errorAnswers(silent, metrics),
    log: silent,
    isLocal: (c) => c.req.header('X-Test-Address') === 'this machine',
    locate: (c) => (c.req.header('X-Test-Address') ? MADRID : NOWHERE),
  });
  return {
    app,
    test,
    queue,
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
    async stop() {
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

import { afterAll, beforeAll } from 'vitest';
import { targetOf } from '../people/testing.js';
import { migrate } from '../store/migrate.js';
import { startProxy, type TestProxy } from '../store/proxy.js';
import type { Store } from '../store/store.js';
import { silent, startStore, type TestStore, temporaryFolder } from '../store/testing.js';
import { CloudflareQueue, consume, type Message } from './cloudflare.js';
import { type OpenQueue, queueContract } from './contract.js';
import { DiskQueue } from './disk.js';
import { startWriter } from './writer.js';

let test: TestStore;
let proxy: TestProxy;
let store: Store;
let databases = 0;
beforeAll(async () => {
  test = await startStore(false);
  proxy = await startProxy(test.url);
});
afterAll(async () => {
  await proxy.close();
  await test.stop();
});

/** Fresh tables for each test, reached through the proxy. */
async function freshStore(): Promise<Omit<OpenQueue, 'queue' | 'tellsBacklog' | 'close'>> {
  await migrate(await test.newDatabase());
  const database = `database_${++databases}`;
  proxy.set('pass');
  store = test.connect({ url: proxy.url, database });
  return {
    async stored() {
      const rows = await test.select<{ event_id: string }>(
        `SELECT event_id FROM ${database}.events FINAL ORDER BY event_id`,
      );
      return rows.map(({ event_id }) => event_id);
    },
    async refused() {
      const rows = await test.select<{ refused: string }>(
        `SELECT concat(event_id, ' ', reason) AS refused FROM ${database}.rejected_events FINAL`,
      );
      return rows.map(({ refused }) => refused);
    },
    away: (isAway) => proxy.set(isAway ? 'refuse' : 'pass'),
  };
}

queueContract('DiskQueue', async () => {
  const fresh = await freshStore();
  const folder = temporaryFolder();
  const queue = await DiskQueue.open(folder.path, { lingerMs: 20, storeTimeoutMs: 500 });
  const writer = startWriter(queue, targetOf(store), silent);
  return {
    ...fresh,
    queue,
    tellsBacklog: true,
    async close() {
      await queue.close();
      await writer.stop();
      folder.remove();
    },
  };
});

/** A FIFO in place of Cloudflare's: durable for as long as the test runs, and delivering everything twice. */
queueContract('CloudflareQueue', async () => {
  const fresh = await freshStore();
  const messages: Message[] = [];
  let isOpen = true;
  let wake = () => {};
  const consuming = (async () => {
    while (isOpen) {
      const message = messages.shift();
      if (!message) await new Promise<void>((done) => (wake = done));
      else {
        const deliver = (bodies: Message[]) =>
          consume(
            targetOf(store),
            bodies.map((body) => ({ body })),
            silent,
          );
        try {
          await deliver([message]);
          await deliver([message, ...messages]);
        } catch {
          await new Promise((done) => setTimeout(done, 20));
          messages.unshift(message);
        }
      }
    }
  })();
  const binding = {
    async send(message: Message) {
      messages.push(structuredClone(message));
      wake();
      return undefined as never;
    },
  };
  return {
    ...fresh,
    queue: new CloudflareQueue(binding, targetOf(store)),
    tellsBacklog: false,
    async close() {
      isOpen = false;
      wake();
      await consuming;
    },
  };
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeTables } from '../../collector/clickhouse.js';
import { startWorker } from '../../collector/dev_worker.js';
import { startEngine } from '../../collector/engine/supervisor.js';
import { adminKey } from '../instance.js';
import { collectorContract } from './contract.js';

const origin = 'https://leadline.test';

collectorContract('The collector in workerd', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leadline-worker-'));
  const engine = await startEngine({
    entry: resolve('dist/engine.js'),
    dataDir: join(folder, 'clickhouse'),
    writerPassword: 'writer',
    readerPassword: 'reader',
  });
  const clickhouse = { url: engine.url, username: 'leadline', password: 'writer', database: 'leadline' };
  await makeTables(clickhouse, () => undefined);
  const worker = await startWorker({ publicUrl: origin, adminKey, clickhouse });
  return {
    origin,
    adminKey,
    fetch: async (path, init, country) => {
      const cf = country ? { cf: { country } } : {};
      const request = { redirect: 'manual', ...init, ...cf };
      return (await worker.dispatchFetch(origin + path, request as object)) as unknown as Response;
    },
    async close() {
      await worker.dispose();
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
});

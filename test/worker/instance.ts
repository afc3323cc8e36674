import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Miniflare } from 'miniflare';
import { startWorker } from '../../collector/dev_worker.js';
import { startEngine } from '../../collector/engine/supervisor.js';
import { makeTables } from '../../collector/prepare.js';
import { adminKey } from '../instance.js';

export interface WorkerInstance {
  origin: string;
  worker: Miniflare;
  close(): Promise<void>;
}

/** The real Worker from `dist/` in workerd, with a queue, KV and limits of its own, and a ClickHouse of this machine. */
export async function startWorkerInstance(): Promise<WorkerInstance> {
  const origin = 'https://leadline.test';
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
    worker,
    async close() {
      await worker.dispose();
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

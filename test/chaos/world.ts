import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@clickhouse/client';
import { type Engine, startEngine } from '../../collector/engine/supervisor.js';
import { startProxy, type TestProxy } from '../../collector/store/proxy.js';
import { type Instance, startInstance } from '../instance.js';
import { Ledger } from './senders.js';

/** Small, so that it is spent within seconds. */
const QUEUE_BYTES = 16 * 2 ** 20;
/**
 * No file may be larger than 3 MB (in blocks of 1 KB): the kernel cuts writes short there and then refuses them, as a
 * full disk does, and a segment would be 15 MB.
 */
const FILE_LIMIT = '-f 3000';
const inFolder = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** A collector, the ClickHouse that it writes to, and what may go wrong between them. */
export class World {
  readonly ledger = new Ledger();
  /** How wrong the collector's clock is: ahead, so that its first jump sets it back. */
  clockMs = 5 * 3_600_000;
  #instance: Instance | undefined;
  #port = '0';

  private constructor(
    private readonly folder: string,
    readonly engine: Engine,
    readonly proxy: TestProxy,
  ) {}

  static async open(): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'leadline-chaos-'));
    const engine = await startEngine({
      entry: inFolder('../../dist/engine.js'),
      dataDir: join(folder, 'clickhouse'),
      writerPassword: 'chaos',
      readerPassword: 'chaos-reader',
    });
    const world = new World(folder, engine, await startProxy(engine.url));
    await world.start();
    return world;
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get child(): ChildProcess {
    return this.#running.child;
  }

  get #running(): Instance {
    if (!this.#instance) throw new Error('the collector is not running');
    return this.#instance;
  }

  /** At the same address each time. */
  async start(): Promise<void> {
    this.#instance = await startInstance({
      dataDir: this.dataDir,
      ulimit: FILE_LIMIT,
      preload: inFolder('clock.mjs'),
      env: {
        LEADLINE_PORT: this.#port,
        LEADLINE_QUEUE_BYTES: String(QUEUE_BYTES),
        CLICKHOUSE_URL: this.proxy.url,
        CLICKHOUSE_USER: 'leadline',
        CLICKHOUSE_PASSWORD: 'chaos',
        CHAOS_CLOCK_MS: String(this.clockMs),
      },
    });
    this.#port = new URL(this.#instance.url).port;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await (signal === 'SIGTERM' ? this.#running.stop() : this.#running.kill());
  }

  /** Bytes that wait for ClickHouse; undefined where nobody answers. */
  async backlogBytes(): Promise<number | undefined> {
    const ready = await this.#running
      .get<{ queue: { backlogBytes: number } }>('/readyz')
      .catch(() => undefined);
    return ready?.queue.backlogBytes;
  }

  /** What the collector said last, for when it went wrong. */
  output(): string {
    return this.#instance?.output().split('\n').slice(-20).join('\n') ?? '';
  }

  async select<Row>(sql: string): Promise<Row[]> {
    const client = createClient({
      url: this.engine.url,
      username: 'reader',
      password: 'chaos-reader',
      database: 'leadline',
    });
    try {
      return await (await client.query({ query: sql, format: 'JSONEachRow' })).json<Row>();
    } finally {
      await client.close();
    }
  }

  async close(): Promise<void> {
    await this.#instance?.kill();
    await this.proxy.close();
    await this.engine.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

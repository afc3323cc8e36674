// For tests: an engine in a folder of its own, and clients for it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ClickHouseClient, type ClickHouseClientConfigOptions, createClient } from '@clickhouse/client';
import { type Engine, type EngineOptions, startEngine } from './supervisor.js';

export const ENTRY = resolve('dist/engine.js');

export const PASSWORDS = { writerPassword: 'write-secret', readerPassword: 'read-secret' };

const OFF = 127;

export interface Fixture {
  engine: Engine;
  dataDir: string;
  /** As the owner. */
  client: ClickHouseClient;
  /** As the read-only user. */
  reader: ClickHouseClient;
  connect(options?: ClickHouseClientConfigOptions): ClickHouseClient;
  /** Stops the engine and removes its folder. */
  close(): Promise<void>;
  /** Raw HTTP, as the owner unless told otherwise. */
  http(
    query: string,
    init?: RequestInit & { search?: Record<string, string>; user?: string },
  ): Promise<Response>;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'leadline-engine-'));
}

export async function startFixture(options: Partial<EngineOptions> = {}): Promise<Fixture> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const engine = await startEngine({ entry: ENTRY, dataDir, ...PASSWORDS, ...options });
  const clients: ClickHouseClient[] = [];
  const connect = (config: ClickHouseClientConfigOptions = {}) => {
    const client = createClient({
      url: engine.url,
      username: 'leadline',
      password: PASSWORDS.writerPassword,
      log: { level: OFF },
      ...config,
    });
    clients.push(client);
    return client;
  };
  return {
    engine,
    dataDir,
    client: connect(),
    reader: connect({ username: 'reader', password: PASSWORDS.readerPassword }),
    connect,
    http(query, { search = {}, user = 'leadline', ...init } = {}) {
      const password = user === 'leadline' ? PASSWORDS.writerPassword : PASSWORDS.readerPassword;
      return fetch(`${engine.url}/?${new URLSearchParams({ user, password, ...search })}`, {
        method: 'POST',
        body: query,
        ...init,
      });
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()));
      await engine.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits for a condition, not for a time. */
export async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function rows<Row>(
  client: ClickHouseClient,
  query: string,
  query_params?: Record<string, unknown>,
): Promise<Row[]> {
  const result = await client.query({ query, format: 'JSONEachRow', ...(query_params && { query_params }) });
  return result.json<Row>();
}

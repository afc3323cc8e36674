// For tests: the real engine in a folder of its own, with the tables in place.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createClient } from '@clickhouse/client';
import type { TableRows } from '../../schemas/gen/tables.js';
import type { ClickHouseConfig } from '../config.js';
import { startEngine } from '../engine/supervisor.js';
import type { Log } from '../log.js';
import { targetOf } from '../people/testing.js';
import { makeViews } from '../records/views.js';
import { clientOptions } from './client_options.js';
import { migrate } from './migrate.js';
import { openStore } from './open.js';
import type { Row } from './row.js';
import type { Store } from './store.js';

export const silent: Log = () => undefined;

export interface TestStore {
  url: string;
  /** How the product's user, or the reader, gets to a database of this engine. */
  loginOf(options?: { database?: string; isReader?: boolean }): ClickHouseConfig & { url: string };
  store: Store;
  /** Another store: over another address (a proxy's), or on a database of its own. */
  connect(options?: { url?: string; database?: string; timeoutMs?: number; isReader?: boolean }): Store;
  /** An empty database, without any tables. */
  newDatabase(): Promise<Store>;
  /** Inserts rows as the writer does, and brings the read models up to date. */
  insert(rows: Row[]): Promise<void>;
  /** Any SELECT. */
  select<Result = Record<string, unknown>>(sql: string): Promise<Result[]>;
  stop(): Promise<void>;
}

/** @param isMigrated false: without any tables */
export async function startStore(isMigrated = true): Promise<TestStore> {
  const dataDir = temporaryFolder();
  const password = 'secret';
  const engine = await startEngine({
    entry: resolve('dist/engine.js'),
    dataDir: dataDir.path,
    writerPassword: password,
    readerPassword: 'reader',
  });
  const loginOf: TestStore['loginOf'] = ({ database = 'default', isReader = false } = {}) => ({
    url: engine.url,
    username: isReader ? 'reader' : 'leadline',
    password: isReader ? 'reader' : password,
    database,
  });
  const client = createClient(clientOptions(loginOf()));
  const opened: Store[] = [];
  const connect: TestStore['connect'] = ({ url = engine.url, timeoutMs, ...who } = {}) => {
    const store = openStore(
      { ...loginOf(who), url },
      timeoutMs === undefined ? {} : { request_timeout: timeoutMs },
    );
    opened.push(store);
    return store;
  };
  const store = connect();
  if (isMigrated) {
    await migrate(store);
    await makeViews(store);
  }
  let databases = 0;
  let inserts = 0;
  return {
    url: engine.url,
    loginOf,
    store,
    connect,
    async newDatabase() {
      const database = `database_${++databases}`;
      await store.command(`CREATE DATABASE ${database}`);
      return connect({ database });
    },
    async insert(rows) {
      const token = `test-${++inserts}`;
      const tables = new Map(
        [...new Set(rows.map(({ table }) => table))].map((table) => [
          table,
          rows.filter((row) => row.table === table).map(({ json }) => json),
        ]),
      );
      for (const [table, lines] of tables) await store.insert(table, lines, token);
      await targetOf(store).models.refresh([tables]);
    },
    async select<Result>(query: string) {
      const result = await client.query({
        query,
        format: 'JSONEachRow',
        clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
      });
      return result.json<Result>();
    },
    async stop() {
      await Promise.all([client.close(), ...opened.map((one) => one.close())]);
      await engine.stop();
      dataDir.remove();
    },
  };
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'leadline-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Waits for a condition, not for a time. */
export async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${condition}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** The row of an event that stands for nothing else. */
export function eventRow(event_id: string, rest: Partial<TableRows['events']> = {}): Row {
  const row = {
    site: 'demo',
    subject_id: 'v1',
    visitor_id: 'v1',
    event_id,
    type: 'x',
    ts: '2026-10-14 12:00:00.000',
  };
  return { table: 'events', json: JSON.stringify({ ...row, received_at: row.ts, ...rest }) };
}

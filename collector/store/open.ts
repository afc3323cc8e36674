import { createClient } from '@clickhouse/client';
import type { ClickHouseConfig } from '../config.js';
import { clientOptions } from './client_options.js';
import { Store } from './store.js';
import { streamRows } from './stream.js';

/** A ClickHouse over the official client for Node. Nothing is asked of it yet. */
export function openStore(clickhouse: ClickHouseConfig, options: { request_timeout?: number } = {}): Store {
  const client = createClient({ ...clientOptions(clickhouse), ...options });
  return new Store(client, streamRows(client));
}

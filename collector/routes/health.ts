import { Hono } from 'hono';
import type { Services } from '../app.js';
import { NOSNIFF } from './answer.js';

const NOT_CACHED = { 'Cache-Control': 'no-store', ...NOSNIFF };

/**
 * `GET /healthz`: the process answers. `GET /readyz`: it takes events, with the queue's backlog, what became of the rows
 * that left it, and whether ClickHouse is there. ClickHouse being away is no reason to send visitors elsewhere: events wait in the queue.
 */
export function healthRoutes({ queue, writer, store }: Services): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }, 200, NOT_CACHED));
  app.get('/readyz', async (c) => {
    const clickhouse = (await store.isUp()) ? 'up' : 'down';
    const state = { status: 'ready', clickhouse, queue: queue.status(), writer: writer?.stats() };
    return c.json(state, 200, NOT_CACHED);
  });
  return app;
}

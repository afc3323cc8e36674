import { Hono } from 'hono';
import { routes } from '../../schemas/routes.js';
import { requireEverywhere } from '../access/caller.js';
import type { Services } from '../services.js';
import { NOSNIFF } from './answer.js';

const yes = () => true;
const no = () => false;

const NOT_CACHED = { 'Cache-Control': 'no-store', ...NOSNIFF };

/**
 * `GET /healthz`: the process answers. `GET /readyz`: it takes events (503 where its disk budget is
 * spent), with the queue's backlog, and whether ClickHouse is there. Its being away is no reason to send visitors elsewhere: events wait in the queue. What became of the rows that
 * left the queue is told to whom `GET /metrics` tells it; anybody else, also with a wrong key, hears the rest.
 */
export function healthRoutes({ auth, isLocal, queue, writer, store }: Services): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }, 200, NOT_CACHED));
  app.get('/readyz', async (c) => {
    const clickhouse = (await store.isUp()) ? 'up' : 'down';
    const isTrusted =
      isLocal(c) ||
      (await auth
        .caller(c)
        .then((caller) => requireEverywhere(caller, routes['GET /metrics'].access))
        .then(yes, no));
    const { isFull, ...waiting } = queue.status();
    const state = { status: isFull ? 'full' : 'ready', clickhouse, queue: waiting };
    const answer = isTrusted ? { ...state, writer: writer?.stats() } : state;
    return c.json(answer, isFull ? 503 : 200, NOT_CACHED);
  });
  return app;
}

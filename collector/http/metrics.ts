import { Hono } from 'hono';
import { routes } from '../../schemas/routes.js';
import { requireEverywhere } from '../access/caller.js';
import type { Services } from '../services.js';
import { NOSNIFF } from './answer.js';

/**
 * `GET /metrics`: the collector's figures as Prometheus reads them. This machine may read them as they are; from
 * elsewhere they need an API key ("authorization" in Prometheus' scrape config), since they tell how busy a site is. A
 * Worker tells those of the isolate that answers.
 *
 * Errors: 401 sign_in_required, key_invalid; 403 role_missing, scope_missing; 429 too_many_attempts.
 */
export function metricsRoutes({ auth, metrics, isLocal }: Services): Hono {
  const app = new Hono();
  app.get('/metrics', async (c) => {
    if (!isLocal(c)) requireEverywhere(await auth.caller(c), routes['GET /metrics'].access);
    const { registry } = metrics;
    return c.body(await registry.metrics(), 200, {
      'Content-Type': registry.contentType,
      'Cache-Control': 'no-store',
      ...NOSNIFF,
    });
  });
  return app;
}

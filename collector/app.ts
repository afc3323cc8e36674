import { Hono } from 'hono';
import type { Auth } from './auth.js';
import type { Entities } from './entities.js';
import { LeadlineError } from './errors.js';
import type { Log } from './log.js';
import type { Queue } from './queue/queue.js';
import { assetRoutes } from './routes/assets.js';
import { entityRoutes } from './routes/entities.js';
import { eventRoutes } from './routes/events.js';
import { healthRoutes } from './routes/health.js';
import { queryRoutes } from './routes/query.js';
import { sessionRoutes } from './routes/session.js';
import type { Sites } from './sites.js';
import type { Store } from './store/store.js';

/** What the routes stand on; the two entries, `node.ts` and `worker.ts`, each put it together. */
export interface Services {
  auth: Auth;
  sites: Sites;
  entities: Entities;
  store: Store;
  queue: Queue;
  secret: string;
  /** The origins of this instance's own pages. */
  ownOrigins: () => readonly string[];
  /** The file of `dist/public` that a request asks for. */
  assets: (request: Request) => Promise<Response | undefined>;
  log: Log;
}

export function createApp(services: Services): Hono {
  const app = new Hono();
  app.use('*', async (c, next) => {
    await next();
    c.res.headers.set('X-Content-Type-Options', 'nosniff');
  });
  for (const routes of [eventRoutes, queryRoutes, entityRoutes, sessionRoutes, healthRoutes, assetRoutes]) {
    app.route('/', routes(services));
  }
  app.notFound(() => new LeadlineError('not_found', 'There is nothing at this address.').toResponse());
  app.onError((error) => {
    if (error instanceof LeadlineError) {
      if (error.status >= 500)
        services.log('error', error.message, { code: error.code, cause: String(error.cause ?? '') });
      return error.toResponse();
    }
    services.log('error', 'unexpected error', { error: String(error), stack: error.stack });
    return new LeadlineError(
      'internal',
      'Something went wrong here: try again, and see the log if it persists.',
    ).toResponse();
  });
  return app;
}

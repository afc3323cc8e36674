import { type Context, Hono } from 'hono';
import type { Auth } from './access/auth.js';
import type { Keys } from './access/keys.js';
import type { Assets } from './assets.js';
import type { AnswerError } from './errors.js';
import { assetRoutes, pageAt } from './http/assets.js';
import { entityRoutes } from './http/entities.js';
import { eventRoutes } from './http/events.js';
import { healthRoutes } from './http/health.js';
import { refusalOf } from './http/methods.js';
import { metricsRoutes } from './http/metrics.js';
import { queryRoutes } from './http/query.js';
import { sessionRoutes } from './http/session.js';
import type { Intake } from './intake/intake.js';
import type { Location } from './location/location.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { Queue } from './queue/queue.js';
import type { Writer } from './queue/writer.js';
import type { Entities } from './records/records.js';
import type { Sites } from './records/sites.js';
import type { Store } from './store/store.js';

/** What the routes stand on; the two entries, `node.ts` and `worker.ts`, each put it together. */
export interface Services {
  auth: Auth;
  sites: Sites;
  keys: Keys;
  entities: Entities;
  store: Store;
  queue: Queue;
  /** What became of the queue's rows; absent where somebody else brings them to ClickHouse. */
  writer?: Pick<Writer, 'stats'>;
  intake: Intake;
  assets: Assets;
  metrics: Metrics;
  answerError: AnswerError;
  /** Whether a request comes from this very machine, and not through it. */
  isLocal: (c: Context) => boolean;
  /** Where the browser of a request is. */
  locate: (c: Context) => Location | Promise<Location>;
  /** Who a request comes from, as far as the network says. */
  addressOf: (c: Context) => string;
  log: Log;
}

export function createApp(services: Services): Hono {
  const app = new Hono();
  for (const routes of [
    eventRoutes,
    queryRoutes,
    entityRoutes,
    sessionRoutes,
    healthRoutes,
    metricsRoutes,
    assetRoutes,
  ]) {
    app.route('/', routes(services));
  }
  const refusal = refusalOf(app);
  // What no route takes may be a page.
  app.notFound(async (c) => (await pageAt(c, services.assets)) ?? services.answerError(refusal(c.req.path)));
  app.onError((error) => services.answerError(error));
  return app;
}

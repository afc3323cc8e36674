import { Hono } from 'hono';
import { knownCaller } from './access/auth.js';
import { noteRefusal } from './access/request_audit.js';
import { accountRoutes } from './http/accounts.js';
import { assetRoutes, pageAt } from './http/assets.js';
import { entityRoutes } from './http/entities.js';
import { eventRoutes } from './http/events.js';
import { feedbackRoutes } from './http/feedback.js';
import { healthRoutes } from './http/health.js';
import { importRoutes } from './http/imports.js';
import { jobRoutes } from './http/jobs.js';
import { linkHtmlRoutes } from './http/link_html.js';
import { linkRecipientRoutes } from './http/link_recipients.js';
import { linkRoutes } from './http/links.js';
import { refusalOf } from './http/methods.js';
import { metricsRoutes } from './http/metrics.js';
import { openapiRoutes } from './http/openapi.js';
import { personRoutes } from './http/persons.js';
import { productRoutes } from './http/products.js';
import { queryRoutes } from './http/query.js';
import { sessionRoutes } from './http/session.js';
import { siteRoutes } from './http/sites.js';
import { streamRoutes } from './http/stream.js';
import { systemRoutes } from './http/system.js';
import type { Services } from './services.js';

export function createApp(services: Services): Hono {
  const app = new Hono();
  if (services.packing)
    for (const path of ['/v1/query/*', '/v1/entities/*', '/openapi.json']) app.use(path, services.packing);
  for (const routes of [
    eventRoutes,
    queryRoutes,
    entityRoutes,
    personRoutes,
    importRoutes,
    productRoutes,
    feedbackRoutes,
    linkRoutes,
    linkHtmlRoutes,
    linkRecipientRoutes,
    sessionRoutes,
    accountRoutes,
    streamRoutes,
    siteRoutes,
    systemRoutes,
    jobRoutes,
    healthRoutes,
    metricsRoutes,
    openapiRoutes,
    assetRoutes,
  ]) {
    app.route('/', routes(services));
  }
  const refusal = refusalOf(app);
  // What no route takes may be a page.
  app.notFound(async (c) => (await pageAt(c, services.assets)) ?? services.answerError(refusal(c.req.path)));
  app.onError(async (error, c) => {
    await noteRefusal(services.audit, error, {
      path: c.req.path,
      site: c.req.query('site'),
      isSite: (id) => services.sites.known(id) !== undefined,
      caller: knownCaller(c),
      address: services.addressOf(c),
    });
    return services.answerError(error);
  });
  return app;
}

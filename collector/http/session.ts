import { Hono } from 'hono';
import { LeadlineError } from '../errors.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { readJson } from './body.js';

/**
 * `POST /v1/session {key}` signs a browser in with the admin key, `GET` tells whether it is, `DELETE` signs it out.
 *
 * Errors: 401 key_invalid, sign_in_required; 403 cross_site_request, scope_missing; 429 too_many_attempts.
 */
export function sessionRoutes({ auth }: Services): Hono {
  const app = new Hono();

  app.use('/v1/session', nosniff);
  app.use('/v1/session', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if (c.req.header('Sec-Fetch-Site') === 'cross-site') {
      throw new LeadlineError('cross_site_request', 'Sign in and out from the dashboards themselves.');
    }
    return next();
  });

  app.get('/v1/session', async (c) => {
    await auth.require(c, 'owner');
    return c.json({ role: 'owner' });
  });

  app.post('/v1/session', async (c) => {
    const body = (await readJson(c, 4_096)) as { key?: unknown } | null;
    auth.requireAdminKey(c, body?.key);
    auth.signIn(c);
    return c.body(null, 204);
  });

  app.delete('/v1/session', (c) => {
    auth.signOut(c);
    return c.body(null, 204);
  });

  return app;
}

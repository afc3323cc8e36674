import { Hono } from 'hono';
import { isSomebodyAt } from '../access/caller.js';
import { LeadlineError } from '../errors.js';
import { siteUnknown } from '../records/sites.js';
import type { Services } from '../services.js';
import { NOSNIFF } from './answer.js';
import { parametersOf, wrong } from './parameters.js';

const HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  // nginx would gather what comes until it has a page of it.
  'X-Accel-Buffering': 'no',
  ...NOSNIFF,
};

/**
 * `GET /v1/stream?site=…`: server-sent events that say what has changed at a site, `changed` with
 * `{queries: [names], kinds: [names]}`: of what who is signed in may ask and read there, and never what it is now. At most
 * one a second. It ends when it is a quarter of an hour old, and when something about the user, the session or the site
 * has changed: the browser opens another.
 *
 * Errors: 400 parameter_invalid; 401 sign_in_required, also for keys; 404 site_unknown; 429 too_many_streams;
 * 503 streams_full, starting, store_down.
 */
export function streamRoutes({ auth, sites, streams }: Services): Hono {
  const app = new Hono();
  app.get('/v1/stream', async (c) => {
    const { sessionId, ...caller } = await auth.caller(c);
    if (sessionId === undefined)
      throw new LeadlineError(
        'sign_in_required',
        'Streams are for browsers that are signed in: a program asks again when it needs to know.',
      );
    const site = parametersOf(c, ['site']).get('site');
    if (site === undefined) throw wrong('site', 'missing', 'site is missing: of which site?');
    if (!isSomebodyAt(caller, site)) throw siteUnknown(site);
    await sites.get(site);
    // HEAD asks for what stands above it; nobody would read the rest.
    if (c.req.method === 'HEAD') return c.body(null, 200, HEADERS);
    return c.body(await streams().open({ ...caller, sessionId }, site), 200, HEADERS);
  });
  return app;
}

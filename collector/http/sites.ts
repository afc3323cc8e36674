import { type Context, Hono } from 'hono';
import { arrivals } from '../../schemas/gen/queries/arrivals.js';
import { refusedLately } from '../../schemas/gen/queries/refused_lately.js';
import type { Arrival, Installation } from '../../schemas/installation.js';
import type { RejectReason } from '../../schemas/reasons.js';
import { EVERY_SITE } from '../../schemas/roles.js';
import { routes } from '../../schemas/routes.js';
import { isLetIn, requireAt } from '../access/caller.js';
import { identitySecret } from '../identity/identity_secret.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { parametersOf } from './parameters.js';

const DAY_MS = 86_400_000;

const ofOrigin = 'origin_not_allowed' satisfies RejectReason;

/**
 * - `GET /v1/sites/<id>/identity`: `{secret, revision}`, what the site's servers sign identities with (`docs/identity.md`)
 * - `GET /v1/sites/<id>/installation`: what reached the collector of the site (`schemas/installation.ts`)
 *
 * Errors: 400 parameter_invalid; 401 sign_in_required, key_invalid; 403 role_missing, scope_missing; 404 site_unknown;
 * 429 too_many_attempts; 503 store_down.
 */
export function siteRoutes({ auth, audit, sites, sightings, store, secret }: Services): Hono {
  const app = new Hono();

  app.use('/v1/sites/*', nosniff, (c, next) => {
    c.header('Cache-Control', 'no-store');
    return next();
  });

  app.get('/v1/sites/:site/identity', async (c) => {
    const { caller, site } = await allowed(c, 'GET /v1/sites/:site/identity');
    const { by, sessionId, address, country } = caller;
    await audit.note({
      by,
      action: 'viewed',
      site: site.id,
      target: 'sites/identity',
      ...(sessionId !== undefined && { sessionId }),
      ...(address !== undefined && { address }),
      ...(country !== undefined && { country }),
    });
    return c.json({ secret: identitySecret(secret, site), revision: site.identityRevision ?? 1 });
  });

  app.get('/v1/sites/:site/installation', async (c) => {
    const { caller, site } = await allowed(c, 'GET /v1/sites/:site/installation');
    const since = Date.now() - DAY_MS;
    const [arrived, refused] = await Promise.all([
      store.query(arrivals, { site: site.id }),
      store.query(refusedLately, { site: site.id, since }),
    ]);
    const found = Object.fromEntries(arrived.map((row) => [`${row.which} ${row.type}`, arrivalOf(row)]));
    return c.json({
      firstView: found['first page_view'],
      lastView: found['last page_view'],
      firstForm: found['first form_submit'],
      lastForm: found['last form_submit'],
      ...sightings.of(site.id, isLetIn(caller, ['owner'], EVERY_SITE)),
      refused: refused.map((one) => ({ ...one, ...waiting(site.id, one) })),
    } satisfies Record<keyof Installation, unknown>);
  });

  /** In how many browsers what was refused waits, as far as it is known. */
  function waiting(site: string, { reason, origin }: { reason: string; origin: string }) {
    const visitors = reason === ofOrigin ? sightings.waitingAt(site, origin) : undefined;
    return visitors === undefined ? {} : { visitors };
  }

  /** Who asks, and of which site; refuses whoever may not. */
  async function allowed(c: Context, route: keyof typeof routes & `${string}/:site/${string}`) {
    parametersOf(c, []);
    const caller = await auth.caller(c);
    const id = c.req.param('site') ?? '';
    requireAt(caller, routes[route].access, id);
    return { caller, site: await sites.get(id) };
  }

  return app;
}

/** What an address has after `?` or `#` may be somebody's, and says nothing of where the tag is. */
function arrivalOf({ at, url }: { at: number; url: string }): Arrival {
  if (!URL.canParse(url)) return { at, origin: '' };
  const { origin, pathname } = new URL(url);
  return { at, url: origin + pathname, origin };
}

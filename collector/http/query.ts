import { stringify } from 'csv-stringify/sync';
import { Hono } from 'hono';
import { requireSite } from '../access/caller.js';
import { runNamed } from '../queries/named.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';

/**
 * `GET /v1/query/<name>?site=…`: a named query, `{rows, meta}`; with `Accept: text/csv` a CSV file of the rows.
 * `meta.cursor` is there while there is more.
 *
 * Errors: 400 parameter_invalid; 401 sign_in_required, key_invalid; 403 scope_missing, site_not_allowed;
 * 404 query_unknown, site_unknown; 429 too_many_attempts; 500 query_failed; 503 store_down.
 */
export function queryRoutes({ auth, sites, store }: Services): Hono {
  const app = new Hono();

  app.use('/v1/query/*', nosniff);
  app.get('/v1/query/:name', async (c) => {
    const caller = await auth.require(c, 'queries:read');
    const parameters = c.req.query();
    if (parameters.site) {
      requireSite(caller, parameters.site);
      await sites.get(parameters.site);
    }
    const name = c.req.param('name');
    const { rows, cursor } = await runNamed(store, name, parameters);
    c.header('Cache-Control', 'no-store');
    if (!c.req.header('Accept')?.includes('text/csv'))
      return c.json({ rows, meta: cursor ? { cursor } : {} });
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="${name}.csv"`);
    // A cell that begins like a formula must stay text in a spreadsheet.
    return c.body(stringify(rows, { header: true, escape_formulas: true }));
  });

  return app;
}

import { Hono } from 'hono';
import { requireAt } from '../access/caller.js';
import { LeadlineError } from '../errors.js';
import { askerOf } from '../queries/asker.js';
import { csvOf } from '../queries/csv.js';
import { queryOf, runNamed, streamNamed } from '../queries/run.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { streamText } from './stream_text.js';
import { tagged } from './tagged.js';

/**
 * `GET /v1/query/<name>?site=…`: a named query, `{rows, meta}`; with `Accept: text/csv` a CSV file of all rows, however
 * many. `meta.cursor` is there while there is more, `meta.back` where it can be read the other way, too, `meta.total` where counting is cheap. 304 where `If-None-Match` names its
 * `ETag`.
 *
 * Errors: 400 parameter_invalid; 401 sign_in_required, key_invalid; 403 role_missing, scope_missing;
 * 404 query_unknown, site_unknown; 429 too_many_attempts; 500 query_failed, query_too_long; 503 store_down.
 */
export function queryRoutes({ auth, audit, sites, store, answerError }: Services): Hono {
  const app = new Hono();

  app.use('/v1/query/*', nosniff);
  app.get('/v1/query/:name', async (c) => {
    const caller = await auth.caller(c);
    const name = c.req.param('name');
    const query = queryOf(name);
    const input = new URL(c.req.url).searchParams;
    const id = input.get('site');
    if (!id) {
      throw new LeadlineError('parameter_invalid', `Query ${name}: site is missing.`, {
        details: [{ path: 'site', rule: 'missing' }],
      });
    }
    requireAt(caller, query.access, id);
    const site = await sites.get(id);
    const asker = askerOf(caller, name, query, id, audit);
    c.header('Cache-Control', 'no-store');
    if (c.req.header('Accept')?.includes('text/csv')) {
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="${name}.csv"`);
      const { signal } = c.req.raw;
      const text = csvOf(query, streamNamed(store, name, input, { site, signal, asker }), site);
      // HEAD asks for what stands above the rows.
      if (c.req.method === 'HEAD') return c.body(null);
      return c.body(await streamText(c, text, answerError));
    }
    const { rows, ...meta } = await runNamed(store, name, input, { site, asker });
    return tagged(c, { rows, meta });
  });

  return app;
}

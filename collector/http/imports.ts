import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { languages } from '../../schemas/entities/access.js';
import { encodings } from '../../schemas/entities/import_words.js';
import { importActions, importOrder } from '../../schemas/imports.js';
import type { RouteName } from '../../schemas/routes.js';
import { LeadlineError } from '../errors.js';
import { detailsOf, explain } from '../explain.js';
import { failedRows } from '../imports/failed.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { askedOfSite } from './asked_of_site.js';
import { readBody, readJson } from './body.js';
import { chosen, limitOf, wrong } from './parameters.js';

/** 100,000 rows have half of it. */
const FILE_BYTES_MAX = 50 * 1024 * 1024;
const BODY_BYTES_MAX = 256 * 1024;

/**
 * Imports of people out of files of CSV.
 *
 * - `POST /v1/imports?site=&name=&encoding=&header=yes|no` takes a file; what is left out is found out. 201 with the import
 *   (`schemas/imports.ts`): its columns with samples, each with the field that it seems to be. Nothing is told of anybody yet
 * - `GET /v1/imports/<id>?site=`: the same, as it stands; of an undone one beside `{people}`, who is there all the same
 * - `POST /v1/imports/<id>/preview?site=` `{mapping, matchBy}`: has it worked out what becomes of each row. 202
 * - `GET /v1/imports/<id>/rows?site=&action=&after=&limit=`: what becomes of rows, with what stands in them: `{rows}`
 * - `POST /v1/imports/<id>/run?site=`: does what the preview says. 202
 * - `GET /v1/imports/<id>/failed?site=&language=en|es|tr`: CSV of the rows that are skipped, each with the reason
 * - `POST /v1/imports/<id>/undo?site=`: what it told counts no more. 202
 *
 * Errors: 400 parameter_invalid, import_invalid, entity_invalid, body_incomplete, body_not_json, body_not_readable;
 * 401 sign_in_required, key_invalid; 403 role_missing, scope_missing, person_not_yours (for whoever sees their own people
 * alone); 404 entity_unknown, site_unknown; 409 import_state; 413 body_too_large; 415 encoding_unsupported;
 * 429 too_many_attempts; 503 busy, store_down.
 */
export function importRoutes(services: Services): Hono {
  const { imports } = services;
  const app = new Hono();

  app.use('/v1/imports/*', nosniff, (c, next) => {
    c.header('Cache-Control', 'no-store');
    return next();
  });

  app.post('/v1/imports', async (c) => {
    const { site, parameters, who } = await asked(c, 'POST /v1/imports', ['name', 'encoding', 'header']);
    const encoding = chosen(parameters, 'encoding', encodings);
    const header = chosen(parameters, 'header', ['yes', 'no']);
    const name = (parameters.get('name') ?? 'people.csv').slice(0, 200);
    const bytes = await readBody(c, FILE_BYTES_MAX);
    const how = { name, ...(encoding && { encoding }), ...(header && { hasHeader: header === 'yes' }) };
    return c.json(await imports.send(site, bytes, how, who), 201);
  });

  app.get('/v1/imports/:id', async (c) => {
    const { site, note } = await asked(c, 'GET /v1/imports/:id');
    const id = c.req.param('id');
    const found = await imports.get(site, id);
    const people = await imports.kept(site, id);
    await note({
      action: 'viewed',
      target: 'imports',
      subject: id,
      persons: people.map((one) => one.person_id),
    });
    return c.json({ ...found, people: people.map(({ total: _, ...one }) => one) });
  });

  app.post('/v1/imports/:id/preview', async (c) => {
    const { site, who } = await asked(c, 'POST /v1/imports/:id/preview');
    const input = v.safeParse(importOrder, await readJson(c, BODY_BYTES_MAX));
    if (!input.success)
      throw new LeadlineError('entity_invalid', `The body is not valid: ${explain(input.issues)}.`, {
        details: detailsOf(input.issues),
      });
    await imports.preview(site, c.req.param('id'), input.output, who);
    return c.json({}, 202);
  });

  app.get('/v1/imports/:id/rows', async (c) => {
    const { site, parameters, note } = await asked(c, 'GET /v1/imports/:id/rows', [
      'action',
      'after',
      'limit',
    ]);
    const id = c.req.param('id');
    const action = chosen(parameters, 'action', importActions);
    const after = Number(parameters.get('after') ?? 0);
    if (!Number.isInteger(after) || after < 0)
      throw wrong('after', 'format', 'after must be the number of a row.');
    const rows = await imports.rows(site, id, {
      ...{ after, most: limitOf(parameters), ...(action && { actions: [action] }) },
    });
    await note({ action: 'viewed', target: 'imports', subject: id });
    return c.json({ rows });
  });

  app.get('/v1/imports/:id/failed', async (c) => {
    const { site, parameters, note } = await asked(c, 'GET /v1/imports/:id/failed', ['language']);
    const id = c.req.param('id');
    const language = chosen(parameters, 'language', languages) ?? 'en';
    const text = await failedRows(imports, site, id, language);
    await note({ action: 'exported', target: 'imports', subject: id });
    return c.body(text, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="failed-${id}.csv"`,
    });
  });

  app.post('/v1/imports/:id/run', async (c) => {
    const { site, who } = await asked(c, 'POST /v1/imports/:id/run');
    await imports.run(site, c.req.param('id'), who);
    return c.json({}, 202);
  });

  app.post('/v1/imports/:id/undo', async (c) => {
    const { site, who } = await asked(c, 'POST /v1/imports/:id/undo');
    await imports.undo(site, c.req.param('id'), who);
    return c.json({}, 202);
  });

  /** Of rows somebody may be anybody's, and of somebody new nobody has charge yet. */
  async function asked(c: Context, route: RouteName, more: readonly string[] = []) {
    const found = await askedOfSite(c, route, services, more);
    if (found.owners.length > 0)
      throw new LeadlineError(
        'person_not_yours',
        'Whoever imports tells of anybody, and you see your own people alone: ask somebody who sees all.',
      );
    return found;
  }

  return app;
}

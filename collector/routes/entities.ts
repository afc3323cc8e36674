import { type Context, Hono } from 'hono';
import { type EntityKind, entitySchemas } from '../../schemas/entities.js';
import type { Services } from '../app.js';
import type { EntityRecord } from '../entities.js';
import { LeadlineError } from '../errors.js';
import { nosniff } from './answer.js';
import { readJson } from './body.js';

const BODY_BYTES_MAX = 256 * 1024;

/**
 * `GET /v1/entities/<kind>`, `GET|PUT|DELETE /v1/entities/<kind>/<id>`: the records that people edit, each with its
 * `id` and `version` beside its own fields.
 *
 * Errors: 400 entity_invalid, body_not_json; 401 sign_in_required, key_invalid; 404 entity_unknown; 503 store_down.
 */
export function entityRoutes({ auth, entities, sites }: Services): Hono {
  const app = new Hono();

  app.use('/v1/entities/*', nosniff);
  app.use('/v1/entities/*', (c, next) => {
    auth.requireOwner(c);
    c.header('Cache-Control', 'no-store');
    return next();
  });

  app.get('/v1/entities/:kind', async (c) => {
    const records = await entities.list(kindOf(c));
    return c.json({ rows: records.map(flat), meta: {} });
  });

  app.get('/v1/entities/:kind/:id', async (c) => c.json(flat(await entities.get(kindOf(c), idOf(c)))));

  app.put('/v1/entities/:kind/:id', async (c) => {
    const record = await entities.put(kindOf(c), idOf(c), await readJson(c, BODY_BYTES_MAX));
    await sites.refreshChanged();
    return c.json(flat(record));
  });

  app.delete('/v1/entities/:kind/:id', async (c) => {
    await entities.delete(kindOf(c), idOf(c));
    await sites.refreshChanged();
    return c.body(null, 204);
  });

  return app;
}

const flat = ({ id, version, data }: EntityRecord) => ({ ...data, id, version });

function kindOf(c: Context): EntityKind {
  const kind = c.req.param('kind') ?? '';
  if (Object.hasOwn(entitySchemas, kind)) return kind as EntityKind;
  throw new LeadlineError(
    'entity_unknown',
    `There are no records "${kind}": only ${Object.keys(entitySchemas).join(', ')}.`,
  );
}

function idOf(c: Context): string {
  const id = c.req.param('id') ?? '';
  if (/^[\w.-]{1,64}$/.test(id)) return id;
  throw new LeadlineError('entity_invalid', 'An id is 1 to 64 of A-Z a-z 0-9 _ . and -.');
}

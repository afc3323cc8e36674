import { type Context, Hono } from 'hono';
import { type EntityKind, entitySchemas } from '../../schemas/entities.js';
import { type Caller, mayTouch, requireScope, requireTouch } from '../access/caller.js';
import { LeadlineError, nameOf } from '../errors.js';
import type { EntityRecord } from '../records/records.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { readJson } from './body.js';

const BODY_BYTES_MAX = 256 * 1024;

/**
 * `GET /v1/entities/<kind>`, `GET|PUT|DELETE /v1/entities/<kind>/<id>`: the records that people edit, each with its
 * `id` and `version` beside its own fields. A key that is limited to some sites sees and changes what is theirs. The
 * answer to the PUT that makes an API key (`keys`) has the whole key as `key`, this once.
 *
 * Errors: 400 entity_invalid, body_not_json, body_not_readable; 401 sign_in_required, key_invalid; 403 scope_missing,
 * site_not_allowed; 404 entity_unknown; 413 body_too_large; 415 encoding_unsupported; 429 too_many_attempts;
 * 503 store_down.
 */
export function entityRoutes({ auth, entities, sites, keys, log }: Services): Hono {
  const app = new Hono();

  app.use('/v1/entities/*', nosniff);
  app.use('/v1/entities/*', (c, next) => {
    c.header('Cache-Control', 'no-store');
    return next();
  });

  app.get('/v1/entities/:kind', async (c) => {
    const { kind, caller } = await allowed(c, 'entities:read');
    const records = await entities.list(kind);
    return c.json({ rows: records.filter((record) => mayTouch(caller, kind, record)).map(flat), meta: {} });
  });

  app.get('/v1/entities/:kind/:id', async (c) => {
    const { kind, caller } = await allowed(c, 'entities:read');
    const record = await entities.get(kind, idOf(c));
    requireTouch(caller, kind, record);
    return c.json(flat(record));
  });

  app.put('/v1/entities/:kind/:id', async (c) => {
    const { kind, caller } = await allowed(c, 'entities:write');
    const id = idOf(c);
    const data = entities.read(kind, await readJson(c, BODY_BYTES_MAX));
    requireTouch(caller, kind, { id, data });
    const before = await entities.find(kind, id);
    if (before) requireTouch(caller, kind, before);
    const { record, key } =
      kind === 'keys'
        ? await keys.put(id, data, before)
        : { record: await entities.put(kind, id, data), key: undefined };
    await changed(kind);
    return c.json({ ...flat(record), ...(key && { key }) });
  });

  app.delete('/v1/entities/:kind/:id', async (c) => {
    const { kind, caller } = await allowed(c, 'entities:write');
    const record = await entities.get(kind, idOf(c));
    requireTouch(caller, kind, record);
    await entities.delete(kind, record);
    await changed(kind);
    return c.body(null, 204);
  });

  async function allowed(c: Context, scope: 'entities:read' | 'entities:write') {
    const caller: Caller = await auth.require(c, scope);
    const kind = kindOf(c);
    // Whoever makes keys can make one for anything.
    if (kind === 'keys') requireScope(caller, 'owner');
    return { kind, caller };
  }

  /** What was changed counts at once. It is stored, so where it cannot be read back it counts a little later. */
  async function changed(kind: EntityKind): Promise<void> {
    const live = { sites, keys }[kind];
    await live.refreshChanged().catch((error) => {
      log('warn', `${kind} not refreshed after a change`, { error: nameOf(error) });
    });
  }

  return app;
}

/** A key's digest is for the collector alone. */
const flat = ({ id, version, data: { digest: _, ...said } }: EntityRecord) => ({ ...said, id, version });

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

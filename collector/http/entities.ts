import { type Context, Hono } from 'hono';
import type { Kind } from '../../schemas/entities/kind.js';
import { askingFor, type Verb } from '../access/asking.js';
import { LeadlineError } from '../errors.js';
import { isId } from '../records/check.js';
import { shown, tagOf } from '../records/conflict.js';
import type { RecordVersion } from '../records/versions.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { readJson } from './body.js';
import { cursorAt, limitOf, parametersOf, placeOfCursor, wrong } from './parameters.js';
import { expectedOf, isKnown } from './preconditions.js';
import { tagged } from './tagged.js';

const BODY_BYTES_MAX = 256 * 1024;
const SEARCH_CHARACTERS_MAX = 200;

const isVersion = (text: string) => /^[1-9]\d{0,14}$/.test(text);

/**
 * The records that people edit, each with its `id` and `version` beside its own fields; `site` names the site of the
 * kinds that a site has, and narrows the others to what concerns one.
 *
 * - `GET /v1/entities/<kind>?site=&search=&limit=&cursor=`, and filters named like the kind's references:
 *   `{rows, meta: {cursor?}}`, by id; 304 where `If-None-Match` names the `ETag` of the answer
 * - `POST /v1/entities/<kind>?site=`: 201 with the record, under an id made here
 * - `GET`, `PUT`, `DELETE /v1/entities/<kind>/<id>?site=`: one record, its version as `ETag`. Changing or deleting what is
 *   there needs `If-Match` with that tag, or `*`
 * - `GET /v1/entities/<kind>/<id>/history?site=`: every version with `by` and `at`, newest first
 *
 * Whoever is there for some sites sees and changes what is theirs; what somebody may not see is not there for them. The
 * answer that makes an API key has the whole key as `key`, one that makes an invitation its `url`, this once.
 *
 * Errors: 400 entity_invalid, parameter_invalid, precondition_invalid, body_not_json, body_not_readable;
 * 401 sign_in_required, key_invalid; 403 role_missing, scope_missing; 404 entity_unknown, site_unknown;
 * 409 email_taken, last_owner; 412 version_conflict with `record`, as it is now; 413 body_too_large; 415 encoding_unsupported;
 * 428 precondition_required; 429 too_many_attempts; 503 store_down.
 *
 * @example
 * curl -X PUT -H "Authorization: Bearer $KEY" -H 'If-Match: "3"' -d '{"name":"Mug","price":"12.50"}' \
 *   "$LEADLINE/v1/entities/products/mug?site=shop"
 */
export function entityRoutes({ auth, records, sites, users }: Services): Hono {
  const app = new Hono();

  app.use('/v1/entities/*', nosniff);
  app.use('/v1/entities/*', (c, next) => {
    c.header('Cache-Control', 'no-store');
    return next();
  });

  app.get('/v1/entities/:kind', async (c) => {
    const { kind, asking, site, asked } = await allowed(c, 'read', ['search', 'limit', 'cursor'], true);
    const search = asked.get('search') ?? '';
    if (search.length > SEARCH_CHARACTERS_MAX)
      throw wrong('search', 'too_long', `search may have ${SEARCH_CHARACTERS_MAX} characters.`);
    const named = Object.keys(kind.references).flatMap((field): [string, string][] => {
      const id = asked.get(field);
      return id === undefined ? [] : [[field, id]];
    });
    const { records: found, isMore } = await records.page(
      kind,
      site,
      {
        search,
        references: { ...Object.fromEntries(named), ...asking.ownOnly },
        concerning: asked.get('site'),
        within: asking.within,
        after: placeOfCursor(asked, isId) ?? '',
        limit: limitOf(asked),
      },
      asking.asker,
    );
    const last = found.at(-1);
    return tagged(c, {
      rows: await withTold(kind, site, found),
      meta: isMore && last ? { cursor: cursorAt(last.id) } : {},
    });
  });

  app.post('/v1/entities/:kind', async (c) => {
    const { kind, site, asking } = await allowed(c, 'create');
    const input = await readJson(c, BODY_BYTES_MAX);
    const { record, once } = await records.create(kind, site, input, asking.change);
    const query = kind.scope === 'site' ? `?site=${encodeURIComponent(site)}` : '';
    c.header('Location', `/v1/entities/${kind.kind}/${record.id}${query}`);
    c.header('ETag', tagOf(record));
    return c.json({ ...(await asMade(kind, site, record)), ...once }, 201);
  });

  app.get('/v1/entities/:kind/:id', async (c) => {
    const { kind, asking, place, asked } = await allowed(c, 'read');
    const record = await records.get(place, asking.asker);
    requireConcerned(kind, record, asked.get('site'));
    const tag = tagOf(record);
    c.header('ETag', tag);
    if (isKnown(c, tag)) return c.body(null, 304);
    const [row] = await withTold(kind, place.site, [record]);
    return c.json(row);
  });

  app.get('/v1/entities/:kind/:id/history', async (c) => {
    const { asking, place, asked } = await allowed(c, 'read', ['limit', 'cursor']);
    const cursor = placeOfCursor(asked, isVersion);
    const { versions, isMore } = await records.history(
      place,
      { below: cursor === undefined ? undefined : Number(cursor), limit: limitOf(asked) },
      asking.asker,
    );
    const [last] = versions.slice(-1);
    const names = await users.names(versions.map(({ by }) => by));
    return c.json({
      rows: versions.map((version) => told(version, names)),
      meta: isMore && last ? { cursor: cursorAt(String(last.version)) } : {},
    });
  });

  app.put('/v1/entities/:kind/:id', async (c) => {
    const { place, asking } = await allowed(c, 'write');
    const expected = expectedOf(c);
    const input = await readJson(c, BODY_BYTES_MAX);
    const { record, once } = await records.put(place, input, { ...asking.change, expected });
    c.header('ETag', tagOf(record));
    return c.json({ ...(await asMade(place.kind, place.site, record)), ...once });
  });

  app.delete('/v1/entities/:kind/:id', async (c) => {
    const { place, asking } = await allowed(c, 'delete');
    await records.delete(place, { ...asking.change, expected: expectedOf(c) });
    return c.body(null, 204);
  });

  /** Who asks, for which records, and what else they ask; refuses whoever may not. */
  async function allowed(c: Context, verb: Verb, own: readonly string[] = [], isList = false) {
    const caller = await auth.caller(c);
    const kind = records.kindOf(c.req.param('kind') ?? '');
    const asked = parametersOf(c, ['site', ...own, ...(isList ? Object.keys(kind.references) : [])]);
    const named = asked.get('site');
    if (kind.scope === 'site' && named === undefined)
      throw wrong('site', 'missing', `site is missing: whose ${kind.kind}?`);
    const asking = askingFor(caller, kind, verb, named, isList);
    if (named !== undefined) await sites.get(named);
    const site = kind.scope === 'site' ? (named ?? '') : '';
    const place = { kind, site, id: c.req.param('id') ?? '' };
    return { kind, asking, asked, site, place };
  }

  async function withTold(
    kind: Kind,
    site: string,
    found: readonly Pick<RecordVersion, 'id' | 'version' | 'data'>[],
  ) {
    const more = await records.told(kind, site, found);
    return found.map((record) => ({ ...shown(record), ...more.get(record.id) }));
  }

  /** The change stands, whatever cannot be told beside it. */
  async function asMade(kind: Kind, site: string, record: RecordVersion) {
    const [row] = await withTold(kind, site, [record]).catch(() => [shown(record)]);
    return row;
  }

  return app;
}

/** A version as a history has it. */
const told = ({ by, at, deleted, ...record }: RecordVersion, names: ReadonlyMap<string, string>) => ({
  ...shown(record),
  by,
  ...(names.has(by) && { byName: names.get(by) }),
  at,
  ...(deleted && { deleted }),
});

/** A record of the instance that has nothing to do with the site that is asked for. */
function requireConcerned(
  { kind, scope }: Kind,
  { id, sites }: RecordVersion,
  site: string | undefined,
): void {
  if (scope === 'site' || site === undefined || sites.length === 0 || sites.includes(site)) return;
  throw new LeadlineError(
    'entity_unknown',
    `The record "${id}" among ${kind} does not concern the site "${site}".`,
  );
}

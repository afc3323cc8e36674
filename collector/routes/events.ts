import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { type Batch, batch as batchSchema } from '../../schemas/batch.js';
import type { Services } from '../app.js';
import { LeadlineError } from '../errors.js';
import { isAllowedOrigin } from '../origins.js';
import { ingest } from '../pipeline/index.js';
import { explain } from '../pipeline/validate.js';
import { RefusedOrigins } from '../refused_origins.js';
import type { SiteRecord } from '../sites.js';
import { readBody } from './body.js';

/** Largest batch, in bytes. Browsers send at most 64 KiB while a page goes away. */
const BATCH_BYTES_MAX = 1 << 20;

/** A host has 253 characters at most. */
const ORIGIN_MAX = 270;

/** A key that can only write needs no credentials, so any page may call; which events count is decided below. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * `POST /v1/events`: a batch (`schemas/batch.ts`), 202 `{accepted, rejected: [{index, id, reason, message}]}` once it
 * is durable, with `?ack=stored` once queries see it. Browsers send it as text/plain, so that no preflight is needed;
 * the public key counts from the site's origins only, an API key or a session (as application/json) from anywhere.
 *
 * Errors: 400 body_not_json, batch_invalid; 401 key_invalid; 403 origin_not_allowed; 404 site_unknown;
 * 413 body_too_large; 503 queue_full, not_stored_yet.
 */
export function eventRoutes({ auth, sites, queue, secret, ownOrigins }: Services): Hono {
  const app = new Hono();
  const refused = new RefusedOrigins();

  app.use('/v1/events', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(CORS)) c.res.headers.set(name, value);
  });

  app.options('/v1/events', (c) =>
    c.body(null, 204, {
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type',
      'Access-Control-Max-Age': '86400',
    }),
  );

  app.post('/v1/events', async (c) => {
    const receivedAt = Date.now();
    const isPublic = !(mayBeOwner(c) && auth.isOwner(c));
    const batch = readBatch(await readBody(c, BATCH_BYTES_MAX));
    const site = await sites.get(batch.site);
    const origin = c.req.header('Origin') ?? '';
    if (isPublic) {
      await requireOrigin(site, origin, batch.events.length, receivedAt);
      if (!batch.visitor)
        throw new LeadlineError('batch_invalid', 'visitor is missing: the public key needs one.');
    } else if (!batch.visitor && !Object.values(batch.person ?? {}).some(Boolean)) {
      throw new LeadlineError('batch_invalid', 'visitor or person is missing: say whose events these are.');
    }
    const { rows, answer } = ingest({
      site,
      batch: isPublic ? { ...batch, person: undefined } : batch,
      receivedAt,
      isPublic,
      origin,
      userAgent: c.req.header('User-Agent') ?? '',
      acceptLanguage: c.req.header('Accept-Language') ?? '',
      secret,
    });
    await (c.req.query('ack') === 'stored' ? queue.store(rows) : queue.append(rows));
    return c.json(answer, 202);
  });

  /** Refused in full, with a note for the owner, who may have forgotten to list the origin. */
  async function requireOrigin(
    site: SiteRecord,
    origin: string,
    count: number,
    receivedAt: number,
  ): Promise<void> {
    if (isAllowedOrigin(origin, site, ownOrigins())) return;
    // Cut short, it might read as an origin that it is not.
    const named = origin.length <= ORIGIN_MAX ? origin : 'an origin too long to be one';
    const message = origin
      ? `Pages of ${named} may not use this site's key: add that origin to the site.`
      : "The public key counts only in a page of the site's origins: send an API key from a server.";
    const row = refused.note({
      site: site.id,
      origin: named,
      message,
      events: count,
      now: receivedAt,
    });
    // The refusal stands, also where there is no room for the note.
    if (row) await queue.append([row]).catch(() => undefined);
    throw new LeadlineError('origin_not_allowed', message);
  }

  return app;
}

/** A beacon of the owner's own browser carries the session's cookie along, but is a visitor's: never sent as JSON. */
const mayBeOwner = (c: Context) =>
  c.req.header('Authorization') !== undefined || c.req.header('Content-Type')?.includes('json');

function readBatch(body: unknown): Batch {
  const result = v.safeParse(batchSchema, body);
  if (!result.success)
    throw new LeadlineError('batch_invalid', `The batch is not valid: ${explain(result.issues)}.`);
  return result.output;
}

import { type Context, Hono } from 'hono';
import type { Services } from '../app.js';
import { idempotencyKey } from '../idempotency.js';
import { BATCH_BYTES_MAX } from '../intake/intake.js';
import { NOWHERE } from '../location/location.js';
import { saysPrefetch } from '../pipeline/bot_signals.js';
import { json, NOSNIFF } from './answer.js';
import { readBody } from './body.js';

/** A key that can only write needs no credentials, so any page may call; which events count the site decides. */
export const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  'Access-Control-Max-Age': '86400',
  ...CORS,
  ...NOSNIFF,
};
export const ACCEPTED = { 'Content-Type': 'application/json', ...CORS, ...NOSNIFF };

/**
 * `POST /v1/events`: a batch (`schemas/batch.ts`), 202 `{accepted, rejected: [{index, id, reason, message}]}` once it
 * is durable, with `?ack=stored` once queries see it. Browsers send it as text/plain, so that no preflight is needed;
 * the public key counts from the site's origins only, an API key or a session (as application/json) from anywhere, with
 * ids of their own or an `Idempotency-Key` header that makes them. On Node, most of what browsers send takes the shorter
 * way of `node_events.ts`.
 *
 * Errors: 400 body_not_json, batch_invalid, idempotency_key_invalid; 401 key_invalid; 403 origin_not_allowed;
 * 404 site_unknown; 413 body_too_large; 503 queue_full, not_stored_yet.
 */
export function eventRoutes({ auth, intake, locate, answerError }: Services): Hono {
  const app = new Hono();

  app.options('/v1/events', () => new Response(null, { status: 204, headers: PREFLIGHT }));

  app.post('/v1/events', async (c) => {
    try {
      const isPublic = !(mayBeOwner(c) && auth.isOwner(c));
      const sender = {
        isPublic,
        idempotencyKey: isPublic ? undefined : idempotencyKey(c.req.header('Idempotency-Key')),
        origin: c.req.header('Origin') ?? '',
        userAgent: c.req.header('User-Agent') ?? '',
        acceptLanguage: c.req.header('Accept-Language') ?? '',
        isPrefetch: saysPrefetch((name) => c.req.header(name)),
        // A server's address says nothing of the person.
        location: isPublic ? await locate(c) : NOWHERE,
      };
      const body = await readBody(c, BATCH_BYTES_MAX);
      return json(await intake(body, sender, c.req.query('ack') === 'stored'), 202, ACCEPTED);
    } catch (error) {
      return answerError(error, CORS);
    }
  });

  return app;
}

/** A beacon of the owner's own browser carries the session's cookie along, but is a visitor's: never sent as JSON. */
const mayBeOwner = (c: Context) =>
  c.req.header('Authorization') !== undefined || c.req.header('Content-Type')?.includes('json');

import { type Context, Hono } from 'hono';
import { routes } from '../../schemas/routes.js';
import { knownCaller } from '../access/auth.js';
import { ownersSeen, requireAt, requireGrant, sitesWith } from '../access/caller.js';
import { noteRefusal, noteSent } from '../access/request_audit.js';
import { idempotencyKey } from '../intake/idempotency.js';
import { BATCH_BYTES_MAX } from '../intake/intake.js';
import { requireOwnPeople } from '../intake/own_people.js';
import { renewableCookies } from '../intake/visitor_cookie.js';
import { NOWHERE } from '../location/location.js';
import { saysPrefetch } from '../pipeline/bot_signals.js';
import type { Services } from '../services.js';
import { json, NOSNIFF } from './answer.js';
import { readBody } from './body.js';

/** A key that can only write needs no credentials, so any page may call; which events count the site decides. */
export const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After, RateLimit, RateLimit-Policy',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Authorization, Content-Encoding, Content-Type, Idempotency-Key',
  'Access-Control-Max-Age': '86400',
  ...CORS,
  ...NOSNIFF,
};
const ACCESS = routes['POST /v1/events'].access;
export const ACCEPTED = { 'Content-Type': 'application/json', ...CORS, ...NOSNIFF };

/**
 * `POST /v1/events`: a batch (`schemas/batch.ts`), 202 `{accepted, rejected: [{index, id, reason, message}]}` once it
 * is durable, with `?ack=stored` once queries see it. Browsers send it as text/plain, so that no preflight is needed;
 * the public key counts from the site's origins only, an API key or a session (as application/json) from anywhere, with
 * ids of their own or an `Idempotency-Key` header that makes them. On Node, most of what browsers send takes the shorter
 * way of `node_events.ts`.
 *
 * Errors: 400 body_not_json, body_not_readable, body_incomplete, batch_invalid, idempotency_key_invalid; 401 key_invalid;
 * 403 origin_not_allowed, person_not_yours, role_missing, scope_missing; 404 site_unknown; 413 body_too_large;
 * 415 encoding_unsupported; 429 rate_limited, too_many_attempts; 503 queue_full, not_stored_yet, store_down.
 */
export function eventRoutes({
  audit,
  auth,
  intake,
  sites,
  store,
  secret,
  ownOrigins,
  addressOf,
  locate,
  answerError,
}: Services): Hono {
  const app = new Hono();

  app.options('/v1/events', () => new Response(null, { status: 204, headers: PREFLIGHT }));

  app.post('/v1/events', async (c) => {
    try {
      const caller = mayBeCaller(c) ? await auth.callerOf(c) : undefined;
      if (caller) requireGrant(caller, ACCESS);
      const sender = {
        isPublic: caller === undefined,
        keyId: caller?.keyId,
        sites: caller && sitesWith(caller, ACCESS),
        address: addressOf(c),
        cookies: caller ? undefined : renewableCookies((name) => c.req.header(name)),
        idempotencyKey: caller && idempotencyKey(c.req.header('Idempotency-Key')),
        origin: c.req.header('Origin') ?? '',
        userAgent: c.req.header('User-Agent') ?? '',
        acceptLanguage: c.req.header('Accept-Language') ?? '',
        isPrefetch: saysPrefetch((name) => c.req.header(name)),
        // A server's address says nothing of the person.
        location: caller ? NOWHERE : await locate(c),
      };
      const body = await readBody(c, BATCH_BYTES_MAX);
      if (caller?.access.some(({ people }) => people === 'own')) {
        const ownersAt = (site: string) => {
          requireAt(caller, ACCESS, site);
          return ownersSeen(caller, ACCESS, site);
        };
        const instance = { site: (id: string) => sites.known(id), ownOrigins, secret };
        await requireOwnPeople(body, sender, instance, ownersAt, store);
      }
      const { answer, headers, site } = await intake(body, sender, c.req.query('ack') === 'stored');
      if (caller?.userId !== undefined) await noteSent(audit, caller, site, answer);
      return json(answer, 202, { ...ACCEPTED, ...headers });
    } catch (error) {
      const caller = knownCaller(c);
      await noteRefusal(audit, error, {
        path: c.req.path,
        site: undefined,
        isSite: () => false,
        caller,
        address: addressOf(c),
      });
      return answerError(error, CORS);
    }
  });

  return app;
}

/** A beacon of the owner's own browser carries the session's cookie along, but is a visitor's: never sent as JSON. */
const mayBeCaller = (c: Context) =>
  c.req.header('Authorization') !== undefined || c.req.header('Content-Type')?.includes('json');

import { type Context, Hono, type Next } from 'hono';
import type { Cookies } from '../access/cookies.js';
import { LeadlineError } from '../errors.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { readJson } from './body.js';

const BODY_BYTES_MAX = 64 * 1024;

/** Of what signs in and out: kept nowhere, and asked for by our own pages alone, or by what is no browser. */
export const ownPagesOnly =
  (cookies: Cookies) =>
  async (c: Context, next: Next): Promise<void> => {
    c.header('Cache-Control', 'no-store');
    if (!cookies.isOwn(c))
      throw new LeadlineError('cross_site_request', 'Sign in and out from the dashboards themselves.');
    await next();
  };

/** A small JSON object. @throws LeadlineError see `readJson` */
export const readObject = async (c: Context): Promise<Record<string, unknown>> =>
  Object((await readJson(c, BODY_BYTES_MAX)) ?? {});

/**
 * - `GET /v1/session`: who is signed in, `{user: {id, name, email, language} | null, access, sessionId}`; without a user
 *   it is the admin key. 401 has `setup: true` beside `error` while nobody has an account
 * - `POST /v1/session` `{email, password}` or `{key}` (the admin key) signs a browser in
 * - `DELETE /v1/session` signs it out, with `?everywhere=true` every browser of whoever is signed in
 *
 * Errors: 401 key_invalid, credentials_wrong, sign_in_required; 403 cross_site_request; 429 too_many_attempts;
 * 503 store_down, busy.
 */
export function sessionRoutes({ auth, cookies, signIn, accounts, users, sessions }: Services): Hono {
  const app = new Hono();

  app.use('/v1/session', nosniff, ownPagesOnly(cookies));

  app.get('/v1/session', async (c) => {
    const caller = await auth.callerOf(c);
    if (!caller)
      throw new LeadlineError('sign_in_required', 'Nobody is signed in here.', {
        beside: (await users.isAnybody()) ? {} : { setup: true },
      });
    const user = caller.userId === undefined ? undefined : await users.byId(caller.userId);
    return c.json({
      user: user ? shownUser(user) : null,
      access: caller.access.map(({ site, grants, people }) => ({ site, roles: grants, people })),
      ...(caller.sessionId && { sessionId: caller.sessionId }),
    });
  });

  app.post('/v1/session', async (c) => {
    const { key, email, password } = await readObject(c);
    if (key !== undefined) await signIn.byKey(c, key);
    else await signIn.byPassword(c, email, password);
    return c.body(null, 204);
  });

  app.delete('/v1/session', async (c) => {
    const isEverywhere = c.req.query('everywhere') === 'true';
    await signIn.out(
      c,
      isEverywhere
        ? ({ userId, by }) =>
            userId === undefined ? sessions.endAll('', by) : accounts.signOutEverywhere(userId)
        : undefined,
    );
    return c.body(null, 204);
  });

  return app;
}

export const shownUser = ({
  id,
  name,
  email,
  language,
}: {
  id: string;
  name: string;
  email: string;
  language?: string | undefined;
}) => ({ id, name, email, language: language ?? null });

import { Hono } from 'hono';
import { LeadlineError } from '../errors.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { ownPagesOnly, readObject, shownUser } from './session.js';

/**
 * How people come by an account, and change their own.
 *
 * - `POST /v1/setup` `{name, email, password, language?, site?: {id, name, origins, …}, key?}`: the first owner and their
 *   first site, for who has the admin key (as `key`, as Bearer, or signed in with it); signs in
 * - `POST /v1/invitation` `{token}`: what an invitation says. It is no GET, whose address would be kept in logs
 * - `POST /v1/invitation/accept` `{token, name?, language?, password}`: makes the account, or gives one that is there more
 *   access or a new password; signs in
 * - `POST /v1/profile` `{name?, language?, password?, currentPassword?}`: a new password ends the user's other sessions
 *
 * Errors: 400 entity_invalid; 401 key_invalid, credentials_wrong, sign_in_required; 403 cross_site_request;
 * 404 invitation_unknown; 409 setup_done; 410 invitation_expired, invitation_used; 429 too_many_attempts; 503 busy.
 */
export function accountRoutes({ auth, cookies, signIn, accounts }: Services): Hono {
  const app = new Hono();
  for (const path of ['/v1/setup', '/v1/invitation', '/v1/invitation/accept', '/v1/profile'])
    app.use(path, nosniff, ownPagesOnly(cookies));

  app.post('/v1/setup', async (c) => {
    const { key, ...input } = await readObject(c);
    if (key !== undefined) auth.requireAdminKey(c, key);
    else if ((await auth.caller(c)).by !== 'owner')
      throw new LeadlineError('key_invalid', 'This needs the admin key.');
    await signIn.begin(c, await accounts.setUp(input));
    return c.body(null, 204);
  });

  app.post('/v1/invitation', async (c) => c.json(await accounts.invitation((await readObject(c)).token)));

  app.post('/v1/invitation/accept', async (c) => {
    const user = await accounts.accept(await readObject(c), (email, password) =>
      signIn.verify(c, email, password),
    );
    await signIn.begin(c, user);
    return c.body(null, 204);
  });

  app.post('/v1/profile', async (c) => {
    const { userId } = await auth.caller(c);
    if (userId === undefined)
      throw new LeadlineError('sign_in_required', 'A key has no profile: sign in as a user.');
    const { user, hasNewPassword } = await accounts.change(userId, await readObject(c), (email, password) =>
      signIn.verify(c, email, password),
    );
    if (hasNewPassword) await signIn.begin(c, user);
    return c.json(shownUser(user));
  });

  return app;
}

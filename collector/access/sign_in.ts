import type { Context } from 'hono';
import * as v from 'valibot';
import { emailAddress } from '../../schemas/entities/access.js';
import { LeadlineError } from '../errors.js';
import { agentOf } from '../pipeline/user_agent.js';
import type { Audit } from './audit.js';
import { type Auth, type Origin, SESSION_COOKIE } from './auth.js';
import type { Caller } from './caller.js';
import type { Cookie, Cookies } from './cookies.js';
import type { Passwords } from './passwords.js';
import type { Holder, Sessions } from './sessions.js';
import type { SignInGuard } from './sign_in_guard.js';
import type { UserRecord, Users } from './users.js';

/** Marks a browser that has signed in as somebody: it is not held back by what strangers try elsewhere. */
const DEVICE_COOKIE: Cookie = { name: 'leadline_device', maxAgeS: 365 * 86_400 };

/** As the audit has it; `sign_in_failures.sql` leaves it out. */
const KNOWN_DEVICE = 'known_device';

interface Parts {
  auth: Auth;
  users: Users;
  sessions: Sessions;
  passwords: Passwords;
  guard: SignInGuard;
  audit: Audit;
  cookies: Cookies;
  origin: Origin;
}

/** Signing in and out, by key or by password. */
export class SignIn {
  constructor(private readonly parts: Parts) {}

  /** @throws LeadlineError `key_invalid`, `too_many_attempts` */
  async byKey(c: Context, key: unknown): Promise<void> {
    const { auth, sessions } = this.parts;
    auth.requireAdminKey(c, key);
    await this.#begin(c, sessions.ofAdminKey);
  }

  /** @throws LeadlineError `credentials_wrong`, `too_many_attempts` */
  async byPassword(c: Context, email: unknown, password: unknown): Promise<void> {
    await this.begin(c, await this.verify(c, email, password));
  }

  /**
   * Whose password this is. That there is no such account is told like a wrong password, and takes as long.
   *
   * @throws LeadlineError `credentials_wrong`, `too_many_attempts`
   */
  async verify(c: Context, email: unknown, password: unknown): Promise<UserRecord> {
    const { users, guard, passwords, audit, cookies, origin } = this.parts;
    const address = v.safeParse(emailAddress, email);
    const user = address.success ? await users.byEmail(address.output) : undefined;
    const attempt = {
      account: guard.accountOf(typeof email === 'string' ? email : ''),
      origin: audit.originOf(origin.addressOf(c)),
      device: guard.deviceOf(user?.id, cookies.get(c, DEVICE_COOKIE)),
    };
    const text = typeof password === 'string' ? password : '';
    const isRight = await guard.run(attempt, () =>
      passwords.isRight(text, user?.password, attempt.device !== undefined),
    );
    if (isRight && user) return user;
    await audit.note({
      // Whoever guesses is not whom they guess.
      by: user && attempt.device !== undefined ? `user:${user.id}` : '',
      action: 'sign_in_refused',
      site: '',
      target: 'session',
      subject: attempt.account,
      // What a known browser gets wrong is not counted as a stranger's.
      code: attempt.device === undefined ? 'credentials_wrong' : KNOWN_DEVICE,
      address: origin.addressOf(c),
      country: (await origin.locate(c)).country,
    });
    throw new LeadlineError('credentials_wrong', 'The e-mail address or the password is wrong.');
  }

  /** A new session, in place of the one that the browser may have had (OWASP: session fixation). */
  async begin(c: Context, user: UserRecord): Promise<void> {
    const { guard, cookies } = this.parts;
    await this.#begin(c, { user: user.id, epoch: user.epoch });
    const known = cookies.get(c, DEVICE_COOKIE);
    if (!guard.isKnownDevice(user.id, known))
      cookies.set(c, DEVICE_COOKIE, guard.deviceCookie(user.id, known));
  }

  async #begin(c: Context, holder: Holder): Promise<void> {
    const { sessions, cookies, origin } = this.parts;
    const before = await this.#signedIn(c);
    const { browser, os, device } = agentOf(c.req.header('User-Agent') ?? '');
    const { country, region } = await origin.locate(c);
    const address = origin.addressOf(c);
    const { cookie } = await sessions.begin(holder, { browser, os, device, country, region }, address);
    const by = holder.user === '' ? 'owner' : `user:${holder.user}`;
    if (before?.sessionId) await sessions.end(before.sessionId, by);
    await sessions.forget(holder.user);
    cookies.set(c, SESSION_COOKIE, cookie);
  }

  /** @param everywhere every session of whoever is signed in here, by `signOutEverywhere` of their account */
  async out(c: Context, everywhere?: (caller: Caller) => Promise<void>): Promise<void> {
    const { sessions, cookies } = this.parts;
    const caller = await this.#signedIn(c);
    cookies.delete(c, SESSION_COOKIE);
    if (!caller?.sessionId) return;
    await sessions.end(caller.sessionId, caller.by);
    await everywhere?.(caller);
  }

  async #signedIn(c: Context): Promise<Caller | undefined> {
    const { cookies, sessions } = this.parts;
    const cookie = cookies.get(c, SESSION_COOKIE);
    return cookie !== undefined && cookies.isOwn(c) ? sessions.callerOf(cookie) : undefined;
  }
}

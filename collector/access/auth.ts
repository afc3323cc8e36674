import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Scope } from '../../schemas/entities/scopes.js';
import { GUESSABLE_LENGTH } from '../config.js';
import { LeadlineError } from '../errors.js';
import { type Caller, OWNER, requireScope } from './caller.js';
import { isApiKey, type Keys } from './keys.js';
import { WrongKeys } from './wrong_keys.js';

const COOKIE = 'leadline_session';
const SESSION_MS = 14 * 86_400_000;

/** A password of the site's own (of a staging site, say), which a browser sends along to each address of its origin. */
const BROWSER_OWN = /^(Basic|Digest|Negotiate|NTLM) /i;

const WRONG_BEARER = 'The API key is wrong or revoked: send it as "Authorization: Bearer <key>".';

/**
 * Who may read and edit: the bearer of the admin key, a browser that signed in with it, and the bearer of an API key as
 * far as its scopes and sites go.
 */
export class Auth {
  readonly #adminDigest: Buffer;
  readonly #isGuessable: boolean;
  readonly #cookieKey: Buffer;
  readonly #wrongKeys = new WrongKeys();

  /**
   * @param ownOrigins where the dashboards live; a session counts from there only
   * @param addressOf whose wrong keys are counted together
   */
  constructor(
    adminKey: string,
    secret: string,
    private readonly keys: Pick<Keys, 'callerOf'>,
    private readonly ownOrigins: () => readonly string[],
    private readonly addressOf: (c: Context) => string,
  ) {
    this.#adminDigest = digest(adminKey);
    this.#isGuessable = adminKey.length < GUESSABLE_LENGTH;
    // A changed admin key signs everybody out.
    this.#cookieKey = createHmac('sha256', secret).update('session').update(this.#adminDigest).digest();
  }

  /** @throws LeadlineError `key_invalid`; `too_many_attempts` once an address has sent many wrong ones */
  requireAdminKey(c: Context, key: unknown, message = 'That key is wrong.'): void {
    const address = this.addressOf(c);
    // One that could be guessed is not told from wrong ones either; one that cannot be is nobody's to lock out.
    if (this.#isGuessable) this.#wrongKeys.check(address);
    if (!this.#isAdminKey(key)) this.#refuse(address, message);
    this.#wrongKeys.forget(address);
  }

  #refuse(address: string, message: string): never {
    this.#wrongKeys.check(address);
    this.#wrongKeys.note(address);
    throw new LeadlineError('key_invalid', message);
  }

  /** Compared as digests, in constant time, so that neither content nor length can be guessed by timing. */
  #isAdminKey(key: unknown): boolean {
    return typeof key === 'string' && timingSafeEqual(digest(key), this.#adminDigest);
  }

  /**
   * @returns undefined where the request carries neither a key nor a session
   * @throws LeadlineError `key_invalid` for a wrong key: whoever sends one means to be let in; `too_many_attempts` once
   *   an address has sent many
   */
  async callerOf(c: Context): Promise<Caller | undefined> {
    const authorization = c.req.header('Authorization');
    if (authorization === undefined || BROWSER_OWN.test(authorization))
      return this.#hasSession(c) ? OWNER : undefined;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined || !isApiKey(token)) {
      this.requireAdminKey(c, token, WRONG_BEARER);
      return OWNER;
    }
    // Nobody guesses an API key, so a right one counts however many wrong ones its address has sent.
    const caller = await this.keys.callerOf(token);
    if (caller) return caller;
    return this.#refuse(this.addressOf(c), WRONG_BEARER);
  }

  /** @throws LeadlineError `sign_in_required`, and what {@link callerOf} throws */
  async caller(c: Context): Promise<Caller> {
    const caller = await this.callerOf(c);
    if (caller) return caller;
    throw new LeadlineError(
      'sign_in_required',
      'Sign in, or send an API key as "Authorization: Bearer <key>".',
    );
  }

  /** @throws LeadlineError `scope_missing`, and what {@link caller} throws */
  async require(c: Context, scope: Scope): Promise<Caller> {
    const caller = await this.caller(c);
    requireScope(caller, scope);
    return caller;
  }

  signIn(c: Context): void {
    const expires = new Date(Date.now() + SESSION_MS);
    const payload = String(expires.getTime());
    setCookie(c, COOKIE, `${payload}.${this.#sign(payload)}`, {
      httpOnly: true,
      sameSite: 'Strict',
      secure:
        new URL(c.req.url).protocol === 'https:' ||
        this.ownOrigins().every((origin) => origin.startsWith('https:')),
      path: '/',
      expires,
    });
  }

  signOut(c: Context): void {
    deleteCookie(c, COOKIE, { path: '/' });
  }

  #hasSession(c: Context): boolean {
    const cookie = getCookie(c, COOKIE);
    if (!cookie) return false;
    const [payload = '', signature = ''] = cookie.split('.');
    if (!timingSafeEqual(digest(signature), digest(this.#sign(payload))) || !(Number(payload) > Date.now()))
      return false;
    // Other sites send nothing along (SameSite=Strict); where a browser says that it is one, it counts for nothing.
    if (c.req.header('Sec-Fetch-Site') === 'cross-site') return false;
    // This also holds off another port of the same host, which counts as the same site.
    const origin = c.req.header('Origin');
    return origin === undefined || this.ownOrigins().includes(origin) || origin === new URL(c.req.url).origin;
  }

  #sign(payload: string): string {
    return createHmac('sha256', this.#cookieKey).update(payload).digest('base64url');
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();

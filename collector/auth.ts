import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { LeadlineError } from './errors.js';
import { WrongKeys } from './wrong_keys.js';

const COOKIE = 'leadline_session';
const SESSION_MS = 14 * 86_400_000;

/** Who may read and edit: the bearer of the admin key, and a browser that signed in with it. */
export class Auth {
  readonly #adminDigest: Buffer;
  readonly #cookieKey: Buffer;
  readonly #wrongKeys = new WrongKeys();

  /**
   * @param ownOrigins where the dashboards live; a session counts from there only
   * @param addressOf whose wrong keys are counted together
   */
  constructor(
    adminKey: string,
    secret: string,
    private readonly ownOrigins: () => readonly string[],
    private readonly addressOf: (c: Context) => string,
  ) {
    this.#adminDigest = digest(adminKey);
    // A changed admin key signs everybody out.
    this.#cookieKey = createHmac('sha256', secret).update('session').update(this.#adminDigest).digest();
  }

  /**
   * For a key that a person types, who may have chosen a weak one.
   *
   * @throws LeadlineError `key_invalid`; `too_many_attempts` once an address has sent many wrong ones
   */
  requireTypedKey(c: Context, key: unknown): void {
    const address = this.addressOf(c);
    this.#wrongKeys.check(address);
    if (!this.#isAdminKey(key)) {
      this.#wrongKeys.note(address);
      throw new LeadlineError('key_invalid', 'That key is wrong.');
    }
    this.#wrongKeys.forget(address);
  }

  /** Compared as digests, in constant time, so that neither content nor length can be guessed by timing. */
  #isAdminKey(key: unknown): boolean {
    return typeof key === 'string' && timingSafeEqual(digest(key), this.#adminDigest);
  }

  /**
   * @returns false where the request carries neither a key nor a session
   * @throws LeadlineError `key_invalid` for a wrong key: whoever sends one means to be let in
   */
  isOwner(c: Context): boolean {
    const authorization = c.req.header('Authorization');
    if (authorization !== undefined) {
      if (this.#isAdminKey(/^Bearer +(\S+)$/i.exec(authorization)?.[1])) return true;
      throw new LeadlineError(
        'key_invalid',
        'The API key is wrong: send it as "Authorization: Bearer <key>".',
      );
    }
    return this.#hasSession(c);
  }

  requireOwner(c: Context): void {
    if (!this.isOwner(c)) {
      throw new LeadlineError(
        'sign_in_required',
        'Sign in, or send an API key as "Authorization: Bearer <key>".',
      );
    }
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
    // The cookie is SameSite=Strict; this also holds off another port of the same host, which counts as the same site.
    const origin = c.req.header('Origin');
    return origin === undefined || this.ownOrigins().includes(origin) || origin === new URL(c.req.url).origin;
  }

  #sign(payload: string): string {
    return createHmac('sha256', this.#cookieKey).update(payload).digest('base64url');
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();

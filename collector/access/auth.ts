import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { GUESSABLE_LENGTH } from '../config.js';
import { LeadlineError } from '../errors.js';
import type { Location } from '../location/location.js';
import { type Caller, OWNER } from './caller.js';
import type { Cookie, Cookies } from './cookies.js';
import { isApiKey, type Keys } from './keys.js';
import { SESSION_MS, type Sessions } from './sessions.js';
import type { Uses } from './uses.js';
import { WrongKeys } from './wrong_keys.js';

export const SESSION_COOKIE: Cookie = { name: 'leadline_session', maxAgeS: SESSION_MS / 1_000 };

/** A password of the site's own (of a staging site, say), which a browser sends along to each address of its origin. */
const BROWSER_OWN = /^(Basic|Digest|Negotiate|NTLM) /i;

const WRONG_BEARER = 'The API key is wrong, expired or revoked: send it as "Authorization: Bearer <key>".';

/** Where a request comes from, as the platform tells. */
export interface Origin {
  addressOf: (c: Context) => string;
  locate: (c: Context) => Location | Promise<Location>;
}

/** Who asks: the bearer of the admin key or of an API key, or a browser that has signed in. */
export class Auth {
  readonly #adminDigest: Buffer;
  readonly #isGuessable: boolean;
  readonly #wrongKeys = new WrongKeys();

  constructor(
    adminKey: string,
    private readonly keys: Pick<Keys, 'callerOf'>,
    private readonly sessions: Pick<Sessions, 'callerOf'>,
    private readonly uses: Pick<Uses, 'note'>,
    private readonly cookies: Cookies,
    private readonly origin: Origin,
  ) {
    this.#adminDigest = digest(adminKey);
    this.#isGuessable = adminKey.length < GUESSABLE_LENGTH;
  }

  /** @throws LeadlineError `key_invalid`; `too_many_attempts` once an address has sent many wrong ones */
  requireAdminKey(c: Context, key: unknown, message = 'That key is wrong.'): void {
    const address = this.origin.addressOf(c);
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
    const known = await this.#callerOf(c);
    if (!known) return undefined;
    const { country } = await this.origin.locate(c);
    const caller = { ...known, address: this.origin.addressOf(c), country };
    callers.set(c.req.raw, caller);
    return caller;
  }

  async #callerOf(c: Context): Promise<Caller | undefined> {
    const authorization = c.req.header('Authorization');
    if (authorization === undefined || BROWSER_OWN.test(authorization)) return this.#signedIn(c);
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined || !isApiKey(token)) {
      this.requireAdminKey(c, token, WRONG_BEARER);
      return OWNER;
    }
    // Nobody guesses an API key, so a right one counts however many wrong ones its address has sent.
    const caller = await this.keys.callerOf(token);
    if (!caller) return this.#refuse(this.origin.addressOf(c), WRONG_BEARER);
    this.uses.note('keys', caller.keyId ?? '');
    return caller;
  }

  async #signedIn(c: Context): Promise<Caller | undefined> {
    const cookie = this.cookies.get(c, SESSION_COOKIE);
    return cookie !== undefined && this.cookies.isOwn(c) ? this.sessions.callerOf(cookie) : undefined;
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
}

const callers = new WeakMap<Request, Caller>();

/** Who was found to have sent a request; undefined where nobody has asked yet, or it was nobody. */
export const knownCaller = (c: Context): Caller | undefined => callers.get(c.req.raw);

const digest = (text: string) => createHash('sha256').update(text).digest();

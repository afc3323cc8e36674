import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** A cookie of ours, on whatever instance. */
export interface Cookie {
  name: string;
  maxAgeS: number;
}

/**
 * Cookies that scripts do not see and other sites do not send. Where this instance lives on https they are `Secure` and
 * `__Host-`, so that no sibling host can set one (RFC 6265bis, 4.1.3.2); one without that prefix then counts for nothing.
 * Plain http is left to the loopback, where browsers keep no secure cookie.
 */
export class Cookies {
  constructor(private readonly ownOrigins: readonly string[]) {}

  #isSecure(c: Context): boolean {
    return (
      new URL(c.req.url).protocol === 'https:' ||
      this.ownOrigins.every((origin) => origin.startsWith('https:'))
    );
  }

  #options(c: Context) {
    const secure = this.#isSecure(c);
    return { path: '/', secure, ...(secure && { prefix: 'host' as const }) };
  }

  get(c: Context, { name }: Cookie): string | undefined {
    return this.#isSecure(c) ? getCookie(c, name, 'host') : getCookie(c, name);
  }

  set(c: Context, { name, maxAgeS }: Cookie, value: string): void {
    setCookie(c, name, value, {
      ...this.#options(c),
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: maxAgeS,
    });
  }

  delete(c: Context, { name }: Cookie): void {
    deleteCookie(c, name, this.#options(c));
  }

  /** Whether a request comes from this instance's own pages, as far as the browser says. */
  isOwn(c: Context): boolean {
    // Other sites send nothing along (SameSite=Strict); where a browser says that it is one, or another port of the same
    // host, which counts as the same site, it counts for nothing. `none` is an address that somebody typed.
    if (!/^(same-origin|none)$/.test(c.req.header('Sec-Fetch-Site') ?? 'none')) return false;
    const origin = c.req.header('Origin');
    return origin === undefined || this.ownOrigins.includes(origin) || origin === new URL(c.req.url).origin;
  }
}

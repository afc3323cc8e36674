import type { Batch } from '../../schemas/batch.js';
import type { SiteRecord } from '../records/sites.js';

/** The longest that Chrome keeps any cookie. */
const AGE_S = 400 * 86_400;
const PREFIX = 'leadline_';

/**
 * The cookies of a request that one may be renewed from: of a page on the collector's own origin, which a page cannot
 * feign (Fetch metadata; where a browser does not know that header, the script's own renewal remains), and of a visitor
 * who does not ask not to be tracked (Global Privacy Control).
 *
 * @param header of the request, by its name in lower case
 */
export function renewableCookies(header: (name: string) => string | undefined): string | undefined {
  const cookies = header('cookie');
  if (!cookies?.includes(PREFIX) || header('sec-fetch-site') !== 'same-origin') return undefined;
  return header('sec-gpc') === '1' ? undefined : cookies;
}

/**
 * The visitor's cookie once more, for `Set-Cookie`. The script makes it (`sdk/more/cookie.ts`), where the tag says so and
 * consent allows; Safari keeps what a script sets for 7 days, what a server sets for as long as it says. So the
 * collector makes no cookie, it only renews this visitor's own, in the same domain: a second one would be beside it.
 * Once a page is enough, with its page view: an answer that is under way while the visitor withdraws consent would bring
 * back what the script has just removed.
 *
 * @param cookies as {@link renewableCookies} gives them
 * @returns undefined where the site says no domain, the page is not in it, or there is no such cookie
 */
export function renewedCookie(
  { id, cookieDomain }: Pick<SiteRecord, 'id' | 'cookieDomain'>,
  { visitor, events }: Pick<Batch, 'visitor' | 'events'>,
  origin: string,
  cookies: string,
): string | undefined {
  if (!cookieDomain || !visitor || !events.some(isPageView)) return undefined;
  if (!URL.canParse(origin) || !isWithin(new URL(origin).hostname, cookieDomain)) return undefined;
  const name = PREFIX + id;
  const value = cookieOf(cookies, name);
  // Exactly what the script writes, so that nothing else gets into the answer's header.
  if (!value || !/^\w{21}\.\d{13}$/.test(value) || !value.startsWith(`${visitor}.`)) return undefined;
  return `${name}=${value}; Domain=${cookieDomain}; Path=/; Max-Age=${AGE_S}; SameSite=Lax; Secure`;
}

const isPageView = (event: unknown) =>
  typeof event === 'object' && event !== null && 'type' in event && event.type === 'page_view';

const isWithin = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

function cookieOf(cookies: string, name: string): string | undefined {
  const start = `${name}=`;
  for (const cookie of cookies.split(/; */)) if (cookie.startsWith(start)) return cookie.slice(start.length);
  return undefined;
}

/** Where the pages are. Parameters that are empty stay out of the address. */
function address(path: string, parameters: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) if (value) search.set(key, value);
  return search.size > 0 ? `${path}?${search}` : path;
}

export const leadsUrl = (site?: string, search?: string) => address('/leads', { site, search });
export const personUrl = (site: string, person: string) =>
  address(`/persons/${encodeURIComponent(person)}`, { site });
export const installUrl = (site?: string) => address('/install', { site });
export const keysUrl = (site?: string) => address('/keys', { site });
export const usersUrl = (site?: string) => address('/users', { site });
export const accountUrl = (site?: string, of?: string) => address('/account', { site, of });
export const auditUrl = (site?: string, filters: Record<string, string | undefined> = {}) =>
  address('/audit', { site, ...filters });

/** Addresses that the router may take; the rest of this origin (the demo site, the API) is left to the browser. */
export const appPaths = /^\/(?:$|\?|leads|persons\/|install|keys|users|account|audit)/;

/** Whether the router can decode a path: it throws at what is no percent code, such as `/persons/%zz`. */
export function isReadablePath(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** An address from an event as a link target: only if it leads to a web page, never `javascript:` and the like. */
export function safeHref(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

/** An address as people read it: no scheme, no `www.`, letters instead of percent codes. */
export function readableUrl(url: string): string {
  if (!safeHref(url)) return url;
  const { host, pathname, search } = new URL(url);
  const text = `${host.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}${search}`;
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** The page that an address names, without what changes from visit to visit (campaign marks, anchors). */
export function pageOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

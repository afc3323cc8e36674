/**
 * The address of a page of `sections.ts`. What is empty stays out of it.
 *
 * @example urlOf('/leads', { site: 'shop', search: '' }) // '/leads?site=shop'
 */
export function urlOf(path: string, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) if (value) search.set(key, value);
  return search.size > 0 ? `${path}?${search}` : path;
}

export const personUrl = (site: string, person: string) =>
  urlOf(`/persons/${encodeURIComponent(person)}`, { site });

export const orderUrl = (site: string, order: string) =>
  urlOf(`/orders/${encodeURIComponent(order)}`, { site });

export const productUrl = (site: string, product: string) =>
  urlOf(`/products/${encodeURIComponent(product)}`, { site });

export const linkUrl = (site: string, link: string) => urlOf(`/links/${encodeURIComponent(link)}`, { site });

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

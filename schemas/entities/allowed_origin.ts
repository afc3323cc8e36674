import type { Site } from './sites.js';

/**
 * May a page of this origin use the site's public key? An entry is matched whole: `https://example.com` allows neither
 * `https://www.example.com` nor `https://example.com.evil.test`; `https://*.example.com` allows every host below it.
 *
 * @param own the instance's own origins, which `self` stands for
 */
export function isAllowedOrigin(
  origin: string,
  { origins }: Pick<Site, 'origins'>,
  own: readonly string[],
): boolean {
  return origins.some((allowed) => {
    if (allowed === 'self') return own.includes(origin);
    const [scheme, suffix] = allowed.split('://*');
    if (suffix === undefined) return origin === allowed;
    const start = `${scheme}://`;
    return (
      origin.startsWith(start) &&
      origin.endsWith(suffix) &&
      /^[a-z0-9._-]+$/.test(origin.slice(start.length, -suffix.length))
    );
  });
}

/** How browsers name an instance that listens on this address. */
export function ownOrigins({
  publicUrl,
  host,
  port,
}: {
  publicUrl: string | undefined;
  host: string;
  port: number;
}): string[] {
  if (publicUrl) return [publicUrl];
  const hosts = new Set(['127.0.0.1', 'localhost', '[::1]', host.includes(':') ? `[${host}]` : host]);
  return [...hosts].map((name) => new URL(`http://${name}:${port}`).origin);
}

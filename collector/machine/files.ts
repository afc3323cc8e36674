import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { type Assets, withHeaders } from '../assets.js';

/** Larger files are read from the disk each time. */
const CACHED_BYTES_MAX = 1 << 20;
/** Some dozens of files in three encodings; one file has many spellings of its address, and anyone may try them. */
const CACHED_FILES_MAX = 256;

interface CachedFile {
  body: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/**
 * The files of a folder, with validators and their brotli copies, as `ASSETS.fetch` has them in a Worker. Each is read
 * and hashed once per encoding and kept: the script is asked for as often as events are sent.
 */
export function fileAssets(root: string): Assets {
  const files = new Hono().use(etag()).use(serveStatic({ root, precompressed: true }));
  const cache = new Map<string, CachedFile>();

  return async (request, headers) => {
    const encoding = request.headers.get('Accept-Encoding') ?? '';
    const key = `${pathOf(request)} ${/\bbr\b/.test(encoding)} ${/\bgzip\b/.test(encoding)}`;
    // Hono answers a HEAD like a GET and drops the body.
    const isWhole = /^(GET|HEAD)$/.test(request.method) && !request.headers.has('Range');
    const cached = isWhole ? cache.get(key) : undefined;
    if (cached) return answer(request, cached, headers);
    const response = await files.fetch(
      isWhole ? new Request(request.url, { headers: { 'Accept-Encoding': encoding } }) : request,
    );
    if (response.status === 404) return undefined;
    if (
      !isWhole ||
      response.status !== 200 ||
      Number(response.headers.get('Content-Length')) > CACHED_BYTES_MAX
    )
      return withHeaders(response, headers);
    const file = {
      body: new Uint8Array(await response.arrayBuffer()),
      headers: Object.fromEntries(response.headers),
    };
    if (cache.size >= CACHED_FILES_MAX) cache.clear();
    cache.set(key, file);
    return answer(request, file, headers);
  };
}

/** The path as it stands in the address, whatever encodes it; parsing it anew would cost more than the answer. */
function pathOf({ url }: Request): string {
  const path = url.slice(url.indexOf('/', 'https://'.length)).replace(/[?#].*$/s, '');
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function answer(
  request: Request,
  { body, headers: own }: CachedFile,
  headers: Record<string, string>,
): Response {
  const isKnown = request.headers.get('If-None-Match')?.includes(own.etag ?? '"');
  // Plain headers, which node-server writes as they are.
  return new Response(isKnown ? null : body, {
    status: isKnown ? 304 : 200,
    headers: { ...own, ...headers },
  });
}

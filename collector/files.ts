import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

/** Larger files are read from the disk each time. */
const CACHED_BYTES_MAX = 1 << 20;
/** Some dozens of files in three encodings; one file has many spellings of its address, and anyone may try them. */
const CACHED_FILES_MAX = 256;

interface CachedFile {
  body: ArrayBuffer;
  headers: Headers;
}

/**
 * The files of a folder, with validators and their brotli copies, as `ASSETS.fetch` has them in a Worker. Each is read
 * and hashed once per encoding and kept: the script is asked for as often as events are sent.
 */
export function fileAssets(root: string): (request: Request) => Promise<Response | undefined> {
  const files = new Hono().use(etag()).use(serveStatic({ root, precompressed: true }));
  const cache = new Map<string, CachedFile>();

  return async (request) => {
    const encoding = request.headers.get('Accept-Encoding') ?? '';
    const key = `${pathOf(request)} ${/\bbr\b/.test(encoding)} ${/\bgzip\b/.test(encoding)}`;
    // Hono answers a HEAD like a GET and drops the body.
    const isWhole = /^(GET|HEAD)$/.test(request.method) && !request.headers.has('Range');
    const cached = isWhole ? cache.get(key) : undefined;
    if (cached) return answer(request, cached);
    const response = await files.fetch(
      isWhole ? new Request(request.url, { headers: { 'Accept-Encoding': encoding } }) : request,
    );
    if (response.status === 404) return undefined;
    if (
      !isWhole ||
      response.status !== 200 ||
      Number(response.headers.get('Content-Length')) > CACHED_BYTES_MAX
    )
      return response;
    const file = { body: await response.arrayBuffer(), headers: response.headers };
    if (cache.size >= CACHED_FILES_MAX) cache.clear();
    cache.set(key, file);
    return answer(request, file);
  };
}

function pathOf({ url }: Request): string {
  const { pathname } = new URL(url);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function answer(request: Request, { body, headers }: CachedFile): Response {
  const isKnown = request.headers.get('If-None-Match')?.includes(headers.get('ETag') ?? '"');
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

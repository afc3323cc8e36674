import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

/** The files of a folder, with validators and their brotli copies, as `ASSETS.fetch` has them in a Worker. */
export function fileAssets(root: string): (request: Request) => Promise<Response | undefined> {
  const files = new Hono().use(etag()).use(serveStatic({ root, precompressed: true }));
  return async (request) => {
    const response = await files.fetch(request);
    return response.status === 404 ? undefined : response;
  };
}

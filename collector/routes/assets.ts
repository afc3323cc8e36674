import { Hono } from 'hono';
import type { Services } from '../app.js';
import { LeadlineError } from '../errors.js';

const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/** Names with a content hash never change; the script's own name must be asked for again. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const SCRIPT_CACHE = 'public, max-age=600, stale-while-revalidate=86400';

const HASH = /\.[0-9a-f]{12}(?=\.js$)/;

/** The files that browsers fetch: the script, the dashboards, the demo site. */
export function assetRoutes({ assets }: Services): Hono {
  const app = new Hono();

  // `/leadline.js`, its parts such as `/leadline.leads.js`, and each with a content hash: for every page of the world.
  app.get('/:script{leadline(\\.[a-z]+)?(\\.[0-9a-f]{12})?\\.js}', async (c) => {
    const response = await assets(c.req.raw);
    const script = c.req.param('script');
    const latest = script.replace(HASH, '');
    const isVersion = latest !== script;
    if (!response) {
      throw new LeadlineError(
        'not_found',
        isVersion
          ? `This version of the script is not here: use /${latest}.`
          : `There is no script /${script}: the tag's is /leadline.js.`,
      );
    }
    return withHeaders(response, {
      'Cache-Control': isVersion ? IMMUTABLE : SCRIPT_CACHE,
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });

  app.get('/app/*', async (c) => {
    const response = await assets(c.req.raw);
    if (!response)
      throw new LeadlineError('not_found', 'This file is of another version: load the page again.');
    return withHeaders(response, { 'Cache-Control': IMMUTABLE });
  });

  app.get('/demo', (c) => c.redirect('/demo/', 301));
  // The demo's forms are submitted like any site's; what was typed is not read here.
  app.post('/demo/*', (c) => c.redirect(new URL(c.req.url).pathname, 303));

  app.get('*', async (c) => {
    const file = (await assets(c.req.raw)) ?? (await page(c.req.raw));
    if (!file) throw new LeadlineError('not_found', 'There is nothing at this address.');
    return withHeaders(file, PAGE_HEADERS);
  });

  /** Every address of the dashboards is the same page, which reads the address itself. */
  async function page(request: Request): Promise<Response | undefined> {
    const { pathname } = new URL(request.url);
    const isPage = request.headers.get('Accept')?.includes('text/html') && !/^\/(v1|l|demo)\//.test(pathname);
    return isPage ? assets(new Request(new URL('/', request.url), request)) : undefined;
  }

  return app;
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  const changed = new Response(response.body, response);
  for (const [name, value] of Object.entries(headers)) changed.headers.set(name, value);
  return changed;
}

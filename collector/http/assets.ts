import { type Context, Hono } from 'hono';
import type { Assets } from '../assets.js';
import { LeadlineError } from '../errors.js';
import type { Services } from '../services.js';
import { NOSNIFF, nosniff } from './answer.js';

const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
  ...NOSNIFF,
};

/** Names with a content hash never change; the script's own name must be asked for again. */
const IMMUTABLE = { 'Cache-Control': 'public, max-age=31536000, immutable', ...NOSNIFF };
const EVERYWHERE = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
const VERSION_HEADERS = { ...IMMUTABLE, ...EVERYWHERE };
const SCRIPT_HEADERS = {
  'Cache-Control': 'public, max-age=600, stale-while-revalidate=86400',
  ...NOSNIFF,
  ...EVERYWHERE,
};

/** What a tag names; the other parts are fetched by these. */
const IS_TAGS = /^leadline(\.leads)?(\.[0-9a-f]{12})?\.js$/;

const HASH = /\.[0-9a-f]{12}(?=\.js$)/;

/** The files that browsers fetch, besides the pages: the script, the dashboards' parts, the demo's forms. */
export function assetRoutes({ assets, sightings }: Services): Hono {
  const app = new Hono();

  // `/leadline.js`, its parts such as `/leadline.leads.js`, and each with a content hash: for every page of the world.
  app.get('/:script{leadline(\\.[a-z]+)?(\\.[0-9a-f]{12})?\\.js}', async (c) => {
    const script = c.req.param('script');
    const latest = script.replace(HASH, '');
    const isVersion = latest !== script;
    const response = await assets(c.req.raw, isVersion ? VERSION_HEADERS : SCRIPT_HEADERS);
    if (response) {
      const origin = pageOf(c);
      if (origin && IS_TAGS.test(script)) sightings.noteScript(origin);
      return response;
    }
    throw new LeadlineError(
      'not_found',
      isVersion
        ? `This version of the script is not here: use /${latest}.`
        : `There is no script /${script}: the tag's is /leadline.js.`,
    );
  });

  app.get('/app/*', async (c) => {
    const response = await assets(c.req.raw, IMMUTABLE);
    if (response) return response;
    throw new LeadlineError('not_found', 'This file is of another version: load the page again.');
  });

  app.get('/demo', nosniff, (c) => c.redirect('/demo/', 301));
  // The demo's forms are submitted like any site's; what was typed is not read here.
  app.post('/demo/*', nosniff, (c) => c.redirect(new URL(c.req.url).pathname, 303));

  return app;
}

/** The origin of the page that asks, as far as its browser says; a pinned tag asks with an `Origin`, the plain one without. */
function pageOf({ req }: Context): string {
  const origin = req.header('Origin');
  if (origin) return origin;
  const referrer = req.header('Referer') ?? '';
  return /^https?:/.test(referrer) && URL.canParse(referrer) ? new URL(referrer).origin : '';
}

/** The page or file at an address that no route takes. Every address of the dashboards is one page, which reads it. */
export async function pageAt({ req }: Context, assets: Assets): Promise<Response | undefined> {
  const request = req.raw;
  if (req.method === 'GET' || req.method === 'HEAD') {
    const file = await assets(request, PAGE_HEADERS);
    if (file) return file;
    const isPage = req.header('Accept')?.includes('text/html') && !/^\/(v1|l|demo)\//.test(req.path);
    const page = isPage && (await assets(new Request(new URL('/', request.url), request), PAGE_HEADERS));
    if (page) return page;
  }
  return undefined;
}

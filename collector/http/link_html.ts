import { Hono } from 'hono';
import * as v from 'valibot';
import { type MailTool, mailTools } from '../../schemas/mail_tools.js';
import { detailsOf, explain } from '../explain.js';
import { convert } from '../links/convert.js';
import { invalid } from '../records/check.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { askedOfSite } from './asked_of_site.js';
import { readJson } from './body.js';

/** Mail programs cut e-mails from 100 KB on. */
const CHARACTERS_MAX = 1_000_000;
const BODY_BYTES_MAX = 4 * CHARACTERS_MAX;

const body = v.strictObject({
  html: v.optional(v.pipe(v.string(), v.maxLength(CHARACTERS_MAX)), ''),
  text: v.optional(v.pipe(v.string(), v.maxLength(CHARACTERS_MAX)), ''),
  campaign: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  tool: v.optional(v.picklist(Object.keys(mailTools) as MailTool[])),
});

/**
 * `POST /v1/links/html?site=` `{html?, text?, campaign, tool?}`: 200 `{html, text, campaign, links: [{link, destination, url,
 * count}], untouched: [{address, why}]}`, the e-mail with tracked links in place of its addresses, and nothing else changed. A
 * campaign that is named for the first time is made.
 *
 * Errors: 400 entity_invalid; 401 sign_in_required, key_invalid; 403 role_missing, scope_missing; 404 site_unknown; 413
 * body_too_large; 503 store_down.
 */
export function linkHtmlRoutes(services: Services): Hono {
  const app = new Hono();

  app.post('/v1/links/html', nosniff, async (c) => {
    const { site, who } = await askedOfSite(c, 'POST /v1/links/html', services);
    const input = v.safeParse(body, await readJson(c, BODY_BYTES_MAX));
    if (!input.success) throw invalid(`${explain(input.issues)}.`, detailsOf(input.issues));
    c.header('Cache-Control', 'no-store');
    return c.json(await convert(site, input.output, services.records, services, who));
  });

  return app;
}

import { Hono } from 'hono';
import * as v from 'valibot';
import { detailsOf, explain } from '../explain.js';
import { recipientOf } from '../links/recipient.js';
import { addressesFor } from '../links/recipients.js';
import { invalid } from '../records/check.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { askedOfSite } from './asked_of_site.js';
import { readJson } from './body.js';

const BODY_BYTES_MAX = 16 * 1024 * 1024;
const RECIPIENTS_MAX = 100_000;
/** Of those that are nobody: more nobody reads. */
const DETAILS_MAX = 20;

const body = v.strictObject({
  link: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  recipients: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(RECIPIENTS_MAX)),
});

/**
 * `POST /v1/links/recipients?site=` `{link, recipients: [{email} | {customer} | {person}]}`: `{rows: [{recipient, url}]}`, an
 * address for each, in their order. All or none: 400 `entity_invalid` names who is nobody.
 *
 * Errors: 401 sign_in_required, key_invalid; 403 role_missing, scope_missing; 404 site_unknown, entity_unknown; 413
 * body_too_large; 503 queue_full, store_down.
 */
export function linkRecipientRoutes(services: Services): Hono {
  const app = new Hono();

  app.post('/v1/links/recipients', nosniff, async (c) => {
    const { site, note } = await askedOfSite(c, 'POST /v1/links/recipients', services);
    const input = v.safeParse(body, await readJson(c, BODY_BYTES_MAX));
    if (!input.success) throw invalid(`${explain(input.issues)}.`, detailsOf(input.issues));
    const { link, recipients: said } = input.output;
    const read = said.map((one) => recipientOf(Object(one)));
    const recipients = read.flatMap((one) => one ?? []);
    const wrong = read.flatMap((one, at) => (one ? [] : [at]));
    if (wrong.length > 0)
      throw invalid(
        `${wrong.length} of the recipients are nobody: each is one of email, customer or person.`,
        wrong
          .slice(0, DETAILS_MAX)
          .map((at) => ({ path: `recipients.${at}`, rule: 'format' as const, limit: 'recipient' })),
      );
    const addresses = await addressesFor(site, link, recipients, services);
    await note({
      action: 'exported',
      target: 'links',
      subject: link,
      values: { asked: { recipients: said.length } },
    });
    c.header('Cache-Control', 'no-store');
    return c.json({ rows: addresses.map((url, at) => ({ recipient: said[at], url })) });
  });

  return app;
}

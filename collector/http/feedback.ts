import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { LeadlineError } from '../errors.js';
import { detailsOf, explain } from '../explain.js';
import { formPage, gonePage, thanksPage } from '../feedback/form_page.js';
import { textsIn } from '../feedback/texts.js';
import { type Asked, feedbackToken, readFeedbackToken } from '../feedback/token.js';
import { NOWHERE } from '../location/location.js';
import { type Language, languageOf } from '../pages/language.js';
import { answerPage } from '../pages/plain.js';
import { ingest } from '../pipeline/index.js';
import { runNamed } from '../queries/run.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { askedOfSite } from './asked_of_site.js';
import { readBody, readJson } from './body.js';

const BODY_BYTES_MAX = 4 * 1024;
/** Of a text of 10,000 characters, each written as up to nine. */
const FORM_BYTES_MAX = 128 * 1024;
const TEXT_MAX = 10_000;
const MINUTE_MS = 60_000;

const body = v.strictObject({ order: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(128)) });

/**
 * What customers think of an order, asked for by a link that is signed, so that whoever has it need not sign in.
 *
 * - `POST /v1/feedback-links?site=` `{order}`: 200 `{url}`. Errors as of `POST /v1/persons/<id>/join`; 404 `order_unknown`
 *   also for one whose buyer nobody knows, or whose buyer is not theirs
 * - `GET /feedback/<token>`: a page in the reader's language; changes nothing. 404 for a link that is none of ours
 * - `POST /feedback/<token>` `rating=` (1 to 5) and `text=`, as a form sends them: an event `feedback` by the word of the
 *   buyer; what comes within a minute by one link counts once, and of several the newest
 */
export function feedbackRoutes(services: Services): Hono {
  const { sites, store, queue, secret } = services;
  const app = new Hono();

  app.post('/v1/feedback-links', nosniff, async (c) => {
    const { site, owners } = await askedOfSite(c, 'POST /v1/feedback-links', services);
    const input = v.safeParse(body, await readJson(c, BODY_BYTES_MAX));
    if (!input.success)
      throw new LeadlineError('entity_invalid', `The body is not valid: ${explain(input.issues)}.`, {
        details: detailsOf(input.issues),
      });
    const asked = new URLSearchParams({ site, order_id: input.output.order, limit: '1' });
    const asker = { owners, within: [], note: async () => undefined };
    const [row] = (await runNamed(store, 'purchases', asked, { asker })).rows as {
      order_id: string;
      person_id: string;
    }[];
    if (!row?.person_id)
      throw new LeadlineError('order_unknown', 'There is no order of this number whose buyer is known.');
    const token = feedbackToken(secret, { site, order: row.order_id, person: row.person_id });
    c.header('Cache-Control', 'no-store');
    return c.json({ url: new URL(`/feedback/${token}`, services.ownOrigins[0] ?? c.req.url).href });
  });

  app.get('/feedback/:token', (c) => {
    const found = foundBy(c);
    return 'asked' in found ? answerPage(c, formPage(found)) : found.gone;
  });

  app.post('/feedback/:token', async (c) => {
    const found = foundBy(c);
    if (!('asked' in found)) return found.gone;
    const { asked, language, name } = found;
    const sent = new URLSearchParams(new TextDecoder().decode(await readBody(c, FORM_BYTES_MAX)));
    const typed = {
      rating: sent.get('rating') ?? '',
      text: (sent.get('text') ?? '').trim().slice(0, TEXT_MAX),
    };
    const rating = /^[1-5]$/.test(typed.rating) ? Number(typed.rating) : undefined;
    const m = textsIn(language);
    if (rating === undefined && !typed.text)
      return answerPage(c, formPage({ ...found, typed, problem: m.missing }), 400);
    try {
      await queue.append(rowsOf(asked, c.req.param('token'), { rating, text: typed.text }));
    } catch (error) {
      if (!(error instanceof LeadlineError)) throw error;
      c.header('Retry-After', '60');
      return answerPage(c, formPage({ ...found, typed, problem: m.later }), 503);
    }
    return answerPage(c, thanksPage(language, name));
  });

  /** The order that the link is about, and how its page is told. */
  function foundBy(c: Context): Found | { gone: Response | Promise<Response> } {
    const language = languageOf(c.req.header('Accept-Language') ?? '');
    const asked = readFeedbackToken(secret, c.req.param('token') ?? '');
    const site = asked && sites.known(asked.site);
    return asked && site
      ? { asked, language, name: site.name, order: asked.order }
      : { gone: answerPage(c, gonePage(language), 404) };
  }

  function rowsOf(
    { site: id, order, person }: Asked,
    token: string,
    { rating, text }: { rating: number | undefined; text: string },
  ) {
    const site = sites.known(id);
    if (!site) return [];
    const now = Date.now();
    const event = {
      id: `feedback.${token.split('.')[1]}.${Math.floor(now / MINUTE_MS)}`,
      ts: now,
      type: 'feedback',
      person: { id: person },
      orderId: order,
      ...(rating !== undefined && { rating, ratingMax: 5 }),
      ...(text && { text }),
    };
    return ingest({
      ...{ site, batch: { site: id, events: [event], context: {} }, receivedAt: now, isPublic: false },
      ...{ userAgent: '', acceptLanguage: '', isPrefetch: false, location: NOWHERE, origin: '', secret },
    }).rows;
  }

  return app;
}

interface Found {
  asked: Asked;
  language: Language;
  /** What the site is called. */
  name: string;
  order: string;
}

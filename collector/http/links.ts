import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { nameOf } from '../errors.js';
import { type Carried, readLinkToken } from '../links/address.js';
import { clickRows, type Followed, newClick, type Told } from '../links/click.js';
import { withClick } from '../links/landing.js';
import { claimIn, RecipientSeal } from '../links/recipient.js';
import { textsIn } from '../links/texts.js';
import { memo } from '../memo.js';
import { languageOf } from '../pages/language.js';
import { answerPage, plainPage } from '../pages/plain.js';
import type { SiteRecord } from '../records/sites.js';
import type { Services } from '../services.js';

/** Clicks that were lost are told of in the log once in so long. */
const TELL_MS = 60_000;
const LINKS_KNOWN_MAX = 2_000;

/**
 * `GET /l/<token>`: a tracked link. Records the click and leads to the destination, 302, with `ll_click` added. It needs no
 * ClickHouse: the address carries where it leads, and the record of the link, edited since, wins where it can be read.
 * Whatever becomes of the record of the click, whoever followed the link gets there. `HEAD` is answered and not counted.
 * `/l/<token>/<recipient>` is whom it was made for, sealed; `?r=` what a mail tool has filled in, taken as a claim, and as a
 * test send where it has not.
 * 404, a page in the visitor's language, for an address that is none of ours, of a link that is deleted or has expired.
 *
 * @example
 * curl -i "$LEADLINE/l/$TOKEN" # Location: https://www.example.com/offer?ll_click=V1StGXR8_Z5jdHi6B-myT
 */
export function linkRoutes({ storedLinks, sites, queue, secret, metrics, log, ...services }: Services): Hono {
  const app = new Hono();
  let toldAt = Number.NEGATIVE_INFINITY;
  // A mailing's links are followed by the thousand.
  const carriedBy = memo(LINKS_KNOWN_MAX, (token) => readLinkToken(secret, token));

  app.get('/l/:token', follow);
  app.get('/l/:token/:recipient', follow);

  async function follow(c: Context) {
    // Compared as text: what is written otherwise is another address.
    const carried = new URL(c.req.url).pathname.includes('%')
      ? undefined
      : carriedBy(c.req.param('token') ?? '');
    const site = carried && (await siteOf(carried.site));
    const recipient = carried && whomOf(c, carried);
    if (!carried || !site || !recipient) return nowhere(c, 'gone');
    const stored = await storedLinks.find(carried.site, carried.link);
    if (stored === 'deleted') return nowhere(c, 'gone');
    const link: Carried = { ...carried, ...stored };
    if ((link.expires ?? Number.POSITIVE_INFINITY) <= Date.now()) return nowhere(c, 'expired');
    const click = newClick();
    if (c.req.method !== 'HEAD') await note(c, click, { link, site, recipient });
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Robots-Tag', 'noindex');
    return c.redirect(withClick(link.destination, click), 302);
  }

  /** Where no sites can be read, the signature is enough. */
  async function siteOf(id: string): Promise<SiteRecord | undefined> {
    try {
      return await sites.find(id);
    } catch {
      return { id, name: id, origins: [], timeZone: 'UTC', currency: 'EUR' };
    }
  }

  /** @returns undefined where somebody has changed whom it was made for */
  function whomOf(c: Context, carried: Carried): Told | undefined {
    const text = c.req.param('recipient');
    if (text === undefined) return claimIn(c.req.url);
    const sealed = new RecipientSeal(secret, carried).open(text);
    return sealed && { sealed };
  }

  async function note(
    c: Context,
    click: string,
    followed: Pick<Followed, 'link' | 'site' | 'recipient'>,
  ): Promise<void> {
    try {
      const header = (name: string) => c.req.header(name);
      const where = { location: await services.locate(c), address: services.addressOf(c) };
      await queue.append(clickRows(click, { ...followed, header, ...where }, secret));
    } catch (error) {
      metrics.clickLost();
      if (Date.now() - toldAt < TELL_MS) return;
      toldAt = Date.now();
      log('error', 'clicks are not recorded, and lead on all the same', { error: nameOf(error) });
    }
  }

  return app;
}

function nowhere(c: Context, why: 'gone' | 'expired') {
  const language = languageOf(c.req.header('Accept-Language') ?? '');
  const { title, text } = textsIn(language)[why];
  return answerPage(c, plainPage(language, title, html`<p>${text}</p>`), 404);
}

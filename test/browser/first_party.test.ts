// The collector behind the site's own origin: a reverse proxy of the site passes the script and its events on to it.
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../instance.js';
import { launchChromium } from './chromium.js';
import { html } from './pages.js';

const DAY_S = 86_400;

let browser: Browser;
let instance: Instance;
let server: Server;
let origin: string;
let context: BrowserContext;
let page: Page;
/** The exchanges of events that went through the site. */
const exchanges: { cookie: string | undefined; setCookie: string[] | undefined; status: number }[] = [];

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance(), launchChromium()]);
  server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    if (!/^\/(leadline\.|v1\/)/.test(path)) {
      outgoing.setHeader('Content-Type', 'text/html');
      const host = path.startsWith('/elsewhere') ? instance.url : '';
      outgoing.end(
        html('', `<script async src="${host}/leadline.js" data-site="shop" data-cookie></script>`),
      );
      return;
    }
    const passed = request(instance.url + path, { method: incoming.method, headers: incoming.headers });
    passed.on('response', (answer) => {
      if (path === '/v1/events')
        exchanges.push({
          cookie: incoming.headers.cookie,
          setCookie: answer.headers['set-cookie'],
          status: answer.statusCode ?? 0,
        });
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://x.shop.localhost:${(server.address() as AddressInfo).port}`;
  await saveSite({ cookieDomain: 'shop.localhost' });
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  await instance?.stop();
});

beforeEach(async () => {
  exchanges.length = 0;
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(() => context.close());

const poll = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

async function saveSite(settings: object): Promise<void> {
  const { status } = await fetch(`${instance.url}/v1/entities/sites/shop`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${instance.adminKey}`, 'If-Match': '*' },
    body: JSON.stringify({ name: 'Shop', origins: [origin], ...settings }),
  });
  expect(status).toBe(200);
}

const cookies = async () =>
  (await context.cookies(origin.replace('http:', 'https:'))).filter(({ name }) => name === 'leadline_shop');

/** Days that the cookie still has to live; undefined without one. */
async function daysLeft(): Promise<number | undefined> {
  const [cookie] = await cookies();
  return cookie && Math.round((cookie.expires - Date.now() / 1_000) / DAY_S);
}

/** Opens a page and leaves its cookie the seven days that Safari gives it. */
async function openAsSafari(path = '/'): Promise<void> {
  // By the time the first events are answered for, the script has written the cookie for the last time on this page.
  const answered = page.waitForResponse((response) => response.url().endsWith('/v1/events'));
  await page.goto(origin + path);
  await (await answered).finished();
  await poll(daysLeft).toBe(400);
  await page.evaluate(() => {
    const [, value] = /leadline_shop=([^;]+)/.exec(document.cookie) ?? [];
    // biome-ignore lint/suspicious/noDocumentCookie: as the script itself does it.
    document.cookie = `leadline_shop=${value};domain=shop.localhost;path=/;max-age=${7 * 86_400};secure;samesite=lax`;
  });
  expect(await daysLeft()).toBe(7);
}

const nextPage = () => page.evaluate(() => history.pushState({}, '', `/page-${Math.random()}`));

describe('first-party mode', () => {
  it('renews the visitor’s cookie for 400 days, as one cookie, and gets it back', async () => {
    await openAsSafari();
    const [before] = await cookies();
    await nextPage();
    await poll(daysLeft).toBe(400);
    const [after, ...others] = await cookies();
    expect(others).toEqual([]);
    expect(after).toMatchObject({
      value: before?.value,
      domain: '.shop.localhost',
      path: '/',
      secure: true,
      sameSite: 'Lax',
    });
    expect(exchanges.at(-1)?.setCookie).toHaveLength(1);

    const count = exchanges.length;
    await nextPage();
    await poll(() => exchanges.length).toBeGreaterThan(count);
    expect(exchanges.at(-1)).toMatchObject({ status: 202, cookie: `leadline_shop=${before?.value}` });
  });

  it('sets nothing from another origin, and is sent nothing there', async () => {
    const seen: { cookie: string | undefined; setCookie: string | undefined }[] = [];
    page.on('response', async (response) => {
      if (!response.url().startsWith(`${instance.url}/v1/events`)) return;
      const [sent, got] = await Promise.all([response.request().allHeaders(), response.allHeaders()]);
      seen.push({ cookie: sent.cookie, setCookie: got['set-cookie'] });
    });
    await openAsSafari('/elsewhere');
    await poll(() => seen.length).toBeGreaterThan(0);
    const count = seen.length;
    await nextPage();
    await poll(() => seen.length).toBeGreaterThan(count);
    expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(new Set(['{}']));
    expect(await daysLeft()).toBe(7);
    expect(exchanges).toEqual([]);
  });

  it('sets nothing for a visitor who asks not to be tracked', async () => {
    await context.setExtraHTTPHeaders({ 'Sec-GPC': '1' });
    await openAsSafari();
    const count = exchanges.length;
    await nextPage();
    await poll(() => exchanges.length).toBeGreaterThan(count);
    expect(exchanges.filter(({ setCookie }) => setCookie)).toEqual([]);
    expect(await daysLeft()).toBe(7);
  });

  it('sets nothing where the site has not said in which domain', async () => {
    await saveSite({});
    await openAsSafari();
    const count = exchanges.length;
    await nextPage();
    await poll(() => exchanges.length).toBeGreaterThan(count);
    expect(exchanges.at(-1)).toMatchObject({ status: 202, setCookie: undefined });
    expect(await daysLeft()).toBe(7);
  });
});

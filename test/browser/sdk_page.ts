// For tests of the script: a site of its own for each test, a page to open on it, and what arrived.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from './chromium.js';
import { html, startTestSite, type TestSite } from './pages.js';

let browser: Browser;
/** What most tests have in common: to start a tab takes longer than most of them do. */
let shared: BrowserContext;
export let site: TestSite;
export let context: BrowserContext;
export let page: Page;
/** What the pages' own scripts threw; a test that expects some takes them out. */
export const errors: string[] = [];
/** What the pages' consoles said. */
export const said: string[] = [];
/** The addresses that were asked for, whether anybody answered or not. */
export const requested: string[] = [];
export const poll = <T>(read: () => T) => expect.poll(read, { timeout: 20_000, interval: 10 });

async function newContext(): Promise<BrowserContext> {
  const made = await browser.newContext();
  made.on('weberror', (error) => errors.push(error.error().message));
  made.on('console', (message) => {
    // Chromium's own advice on forms.
    if (!message.text().startsWith('[DOM]')) said.push(message.text());
  });
  made.on('request', (request) => requested.push(request.url()));
  // The second file of a page has run, or does not come.
  await made.addInitScript(() => {
    for (const type of ['load', 'error'])
      document.addEventListener(
        type,
        ({ target }) => {
          if (/leadline\.more/.test((target as HTMLScriptElement).src))
            document.documentElement.dataset.more = type;
        },
        true,
      );
  });
  return made;
}

beforeAll(async () => {
  browser = await launchChromium();
  shared = await newContext();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  // No other test has its origin, nor what the browser keeps for it.
  site = await startTestSite();
  context = shared;
  if (page?.context() !== shared || page.isClosed()) page = await shared.newPage();
  for (const list of [errors, said, requested]) list.length = 0;
});
afterEach(async () => {
  if (context === shared) {
    for (const other of shared.pages()) if (other !== page) await other.close();
    if (!page.isClosed()) {
      await page.unrouteAll();
      // Of its own accord a page without a collector would go on.
      await page.goto('about:blank');
    }
    await shared.clearCookies();
  } else await context.close();
  await site.close();
  expect(errors).toEqual([]);
});

/** For a test that changes its browser: one of its own. */
export const ownContext = async () => {
  context = await newContext();
  page = await context.newPage();
};

export const stub =
  '<script>window.leadline=window.leadline||function(){(leadline.q=leadline.q||[]).push(arguments)}</script>';
export const call = (...args: unknown[]) =>
  page.evaluate(
    (args) => (window as unknown as { leadline: (...args: unknown[]) => void }).leadline(...args),
    args,
  );
/** Goes on in another tab of the same browser. */
export const newPage = async () => {
  page = await context.newPage();
};
/** Both files of the script run; without the second one what is left. */
export const ready = () =>
  page.waitForFunction(
    () =>
      'leadline' in window &&
      (document.documentElement.dataset.more || !document.querySelector('script[src*="leadline.more."]')),
  );
export const open = async (path = '/', body = '', head = site.tag()) => {
  site.page(path.replace(/\?.*/, ''), html(body, head));
  await page.goto(site.origin + path);
  await ready();
};
/** What the page holds back for a while it judges and sends now, as when it might be its last moment. */
const hurry = () => page.evaluate(() => void dispatchEvent(new Event('online'))).catch(() => {});
export const arrives = async (type: string, count = 1) => {
  await hurry();
  await poll(() => site.events(type).length).toBe(count);
};
export const views = () =>
  site.events('page_view').map(({ url, referrer, title }) => ({ url, referrer, title }));
let fences = 0;
/** Everything captured so far has been judged, and has arrived. */
export const fence = async () => {
  const name = `fence ${++fences}`;
  await call('track', name);
  await arrives(name);
  // Others went in requests of their own, which this one may have overtaken.
  await page.waitForFunction(() => {
    try {
      return !Object.keys(localStorage).some((key) => key.startsWith('leadline:demo:q'));
    } catch {
      return true;
    }
  });
};
/** The deliveries, counted as they came, that bring an event of this type. */
export const deliveries = (type: string) =>
  site.batches.filter(({ events }) => events.some((event) => event.type === type));
export const stored = () => page.evaluate(() => Object.keys(localStorage));

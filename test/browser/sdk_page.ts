// For tests of the script: a site of its own for each test, a page to open on it, and what arrived.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from './chromium.js';
import { html, startTestSite, type TestSite } from './pages.js';

let browser: Browser;
export let site: TestSite;
export let context: BrowserContext;
export let page: Page;
/** What the pages' own scripts threw; a test that expects some takes them out. */
export const errors: string[] = [];
export const poll = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  site = await startTestSite();
  context = await browser.newContext();
  context.on('weberror', (error) => errors.push(error.error().message));
  errors.length = 0;
  // The second file of a page has run, or does not come.
  await context.addInitScript(() => {
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
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await site.close();
  expect(errors).toEqual([]);
});

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
export const arrives = (type: string, count = 1) => poll(() => site.events(type).length).toBe(count);
export const views = () =>
  site.events('page_view').map(({ url, referrer, title }) => ({ url, referrer, title }));
let fences = 0;
/** Everything captured so far has arrived once this event has. */
export const fence = async () => {
  const name = `fence ${++fences}`;
  await page.evaluate((name) => {
    // After the page views that still wait for their title.
    setTimeout(
      () => (window as unknown as { leadline: (...call: unknown[]) => void }).leadline('track', name),
      60,
    );
  }, name);
  await arrives(name);
};
/** The deliveries, counted as they came, that bring an event of this type. */
export const deliveries = (type: string) =>
  site.batches.filter(({ events }) => events.some((event) => event.type === type));
export const stored = () => page.evaluate(() => Object.keys(localStorage));

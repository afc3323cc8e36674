import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium } from './find_chromium.mjs';
import { type Arrived, html } from './pages.js';
import {
  arrives,
  call,
  context,
  fence,
  open,
  ownContext,
  page,
  ready,
  site,
  stub,
  views,
} from './sdk_page.js';

/** Lets the page's clock be ahead, so that nobody has to wait for a visitor to read. */
const later = (ms: number) =>
  page.evaluate((ms) => {
    const { now } = Date;
    Date.now = () => now() + ms;
  }, ms);
/** As when the visitor goes to another tab, or comes back. */
const setHidden = (hidden: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, hidden);
const leaves = () =>
  site.events('page_leave') as { pageView?: string; engagedMs?: number; scrollPercent?: number }[];
const landings = () => site.events('page_view').map(({ url, landing }) => ({ url, landing }));

describe('leaving', () => {
  it('tells of which page view it is the end, for how long it was read and how far', async () => {
    await open('/long', '<div style="height: 4000px; margin: 0"></div>');
    await arrives('page_view');
    await page.evaluate(() => {
      const { scrollHeight } = document.documentElement;
      scrollTo(0, scrollHeight / 2 - innerHeight);
    });
    await page.waitForFunction(() => scrollY > 0);
    await fence();
    await later(65_000);
    await page.goto(`${site.origin}/away`);
    await open('/next');
    await fence();
    expect(leaves()).toEqual([
      expect.objectContaining({
        pageView: site.events('page_view')[0]?.id,
        url: `${site.origin}/long`,
        title: 'Test',
        engagedMs: expect.any(Number),
        scrollPercent: expect.any(Number),
      }),
    ]);
    const [{ engagedMs = 0, scrollPercent = 0 } = {}] = leaves();
    expect(engagedMs).toBeGreaterThanOrEqual(65_000);
    expect(engagedMs).toBeLessThan(85_000);
    expect(Math.round(scrollPercent)).toBe(50);
    expect(leaves()[0]).not.toMatchObject({ id: site.events('page_view')[0]?.id });
  });

  it('remembers the deepest place, also where nobody scrolls, and never more than everything', async () => {
    await open('/short', 'Short');
    await later(5_000);
    await setHidden(true);
    await arrives('page_leave');
    expect(leaves()[0]?.scrollPercent).toBe(100);

    await open('/long', '<div style="height: 4000px"></div>');
    await page.evaluate(() => scrollTo(0, 1e6));
    await page.waitForFunction(() => scrollY > 1_000);
    await fence();
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(() => scrollY === 0);
    await later(5_000);
    await setHidden(true);
    await arrives('page_leave', 2);
    expect(leaves()[1]?.scrollPercent).toBeGreaterThan(99);
    expect(leaves()[1]?.scrollPercent).toBeLessThanOrEqual(100);
  });

  it('is each page of a single-page app by itself', async () => {
    await open('/one');
    await later(5_000);
    await page.evaluate(() => history.pushState({}, '', '/two'));
    await later(9_000);
    await page.evaluate(() => history.replaceState({ same: 'page' }, '', '/two#part'));
    await page.goBack();
    await fence();
    await arrives('page_view', 3);
    const [one, two] = site.events('page_view');
    expect(leaves()).toMatchObject([
      { url: `${site.origin}/one`, pageView: one?.id },
      { url: `${site.origin}/two`, pageView: two?.id },
    ]);
    // The page's clock goes on while a busy machine takes its time; what was on one page is not counted on the next.
    const [ofOne = 0, ofTwo = 0] = leaves().map(({ engagedMs }) => engagedMs);
    expect([ofOne >= 5_000, ofTwo >= 9_000, ofTwo < 14_000]).toEqual([true, true, true]);
  });

  it('counts only what is seen: not the time in another tab', async () => {
    await open('/read');
    await arrives('page_view');
    await later(5_000);
    await setHidden(true);
    await later(1_000_000);
    await setHidden(false);
    await later(3_000);
    await setHidden(true);
    await arrives('page_leave', 2);
    const [view] = site.events('page_view');
    expect(leaves().map(({ pageView }) => pageView)).toEqual([view?.id, view?.id]);
    expect(leaves().map(({ engagedMs = 0 }) => Math.floor(engagedMs / 2_500))).toEqual([2, 1]);
  });

  it('after a glance tells nothing', async () => {
    await ownContext();
    await context.addInitScript(() => {
      // However slow the machine: no time passes.
      const at = Date.now();
      Date.now = () => at;
    });
    await open('/glance');
    await page.evaluate(() => history.pushState({}, '', '/second'));
    await setHidden(true);
    await setHidden(false);
    await fence();
    await arrives('page_view', 2);
    expect(leaves()).toEqual([]);
  });

  it('tells nothing before consent, and nothing of a page that was open at a no', async () => {
    await open('/asked', '', site.tag('data-site="demo" data-consent="required"'));
    await later(5_000);
    await setHidden(true);
    await setHidden(false);
    await call('consent', 'denied');
    await later(5_000);
    await setHidden(true);
    await page.goto(`${site.origin}/away`);
    await open('/next');
    await fence();
    expect(leaves()).toEqual([]);
    expect(views()).toHaveLength(1);
  });
});

describe('routes', () => {
  const openHash = async (attributes: string) => {
    site.page('/', html('', site.tag(attributes)));
    await page.goto(`${site.origin}/#/home`);
    await ready();
  };

  it('by hash are pages where the tag says so', async () => {
    await openHash('data-site="demo" data-hash-routes');
    await page.evaluate(() => {
      location.hash = '#/prices';
    });
    await arrives('page_view', 2);
    await page.evaluate(() => history.pushState({}, '', '#/contact'));
    await arrives('page_view', 3);
    await page.evaluate(() => history.replaceState({ scroll: 7 }, '', '#/contact'));
    await page.goBack();
    await fence();
    expect(views().map(({ url, referrer }) => [url, referrer])).toEqual([
      [`${site.origin}/#/home`, ''],
      [`${site.origin}/#/prices`, `${site.origin}/#/home`],
      [`${site.origin}/#/contact`, `${site.origin}/#/prices`],
      [`${site.origin}/#/prices`, `${site.origin}/#/contact`],
    ]);
  });

  it('by hash are places on a page where it does not', async () => {
    await openHash('data-site="demo"');
    await page.evaluate(() => {
      location.hash = '#/prices';
      history.pushState({}, '', '#/contact');
    });
    await page.goBack();
    await fence();
    expect(views()).toHaveLength(1);
  });

  it('of apps that push through the prototype still throw what they throw, and return what they return', async () => {
    await open('/');
    const [thrown, returned] = await page.evaluate(() => {
      try {
        history.pushState({}, '', 'https://elsewhere.example/');
        return ['nothing'];
      } catch (error) {
        return [(error as Error).name, String(history.pushState(1, '', '/ok')), history.state];
      }
    });
    expect([thrown, returned]).toEqual(['SecurityError', 'undefined']);
    await arrives('page_view', 2);
  });
});

describe('landing', () => {
  const strip = `<script>history.replaceState({}, '', location.pathname)</script>`;

  it('is the address that the browser asked for, where a router stripped it before the script ran', async () => {
    const query = '?utm_source=letter&utm_campaign=may&via=ada&ll_click=abc';
    await open(`/shop${query}`, '', strip + site.tag());
    await fence();
    expect(landings()).toEqual([{ url: `${site.origin}/shop`, landing: `${site.origin}/shop${query}` }]);
  });

  it('is not told where the address is still the same, nor of later pages', async () => {
    await open('/shop?via=ada');
    await page.evaluate(() => history.replaceState({}, '', '/shop'));
    await page.evaluate(() => history.pushState({}, '', '/cart'));
    await fence();
    expect(landings()).toEqual([{ url: `${site.origin}/shop?via=ada` }, { url: `${site.origin}/cart` }]);
  });

  it('has its secrets masked like every address', async () => {
    await open('/shop?token_pin=1&password=hunter22&card=4111111111111111&via=ada', '', strip + site.tag());
    await fence();
    expect(landings()[0]?.landing).toBe(`${site.origin}/shop?token_pin=****&password=****&card=****&via=ada`);
  });

  it('is told once: a query that a router replaces later is the same page', async () => {
    await open('/');
    await page.evaluate(() => history.replaceState({}, '', '/?utm_source=added'));
    await fence();
    expect(landings()).toEqual([{ url: `${site.origin}/` }]);
  });
});

describe('a page that is not loaded again', () => {
  it('is a view when it comes out of the back/forward cache', async () => {
    // Playwright switches the cache off.
    const browser = await chromium.launch({
      executablePath: findChromium() as string,
      args: ['--no-sandbox', '--disable-gpu'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    try {
      const tab = await browser.newPage();
      const back = `<script>addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted })</script>`;
      site.page('/first', html('<a href="/second">on</a>', back + site.tag()));
      site.page('/second', html('', site.tag()));
      await tab.goto(`${site.origin}/first`);
      await arrives('page_view');
      await tab.click('a');
      await arrives('page_view', 2);
      await tab.goBack({ waitUntil: 'commit' });
      await tab.waitForFunction(() => (window as unknown as { persisted?: boolean }).persisted);
      await arrives('page_view', 3);
      expect(views().map(({ url, referrer }) => [url, referrer])).toEqual([
        [`${site.origin}/first`, ''],
        [`${site.origin}/second`, `${site.origin}/first`],
        // No arrival from elsewhere once more.
        [`${site.origin}/first`, `${site.origin}/first`],
      ]);
    } finally {
      await browser.close();
    }
  });

  it('is nothing while it is prerendered, and a view once it is shown', async () => {
    site.page(
      '/',
      html(
        `<script>setInterval(() => { if (localStorage.loaded) location.href = '/next' }, 20)</script>`,
        `<script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>`,
      ),
    );
    site.page(
      '/next',
      html(
        '',
        `${stub}<script>
          const was = document.prerendering;
          addEventListener('prerenderingchange', () => leadline('track', 'shown', {
            was, at: Date.now(), stored: Object.keys(localStorage),
          }), true);
          leadline('track', 'called early');
        </script>${site.tag('data-site="demo" onload="localStorage.loaded = 1"')}`,
      ),
    );
    // Playwright, which attaches to every target, keeps Chromium from showing what it has prerendered.
    const profile = mkdtempSync(join(tmpdir(), 'leadline-'));
    const browser = spawn(
      findChromium() as string,
      ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0'].concat(
        `--user-data-dir=${profile}`,
        `${site.origin}/`,
      ),
      // A group of its own, so that none of its processes goes on writing into the profile.
      { stdio: 'ignore', detached: true },
    );
    try {
      await arrives('shown');
      await arrives('page_view');
      await arrives('called early');
      const { was, at, stored } = (site.events('shown')[0] as Arrived).props as {
        was: boolean;
        at: number;
        stored: string[];
      };
      expect({ was, stored }).toEqual({ was: true, stored: ['loaded'] });
      for (const { sent } of site.batches) expect(sent).toBeGreaterThanOrEqual(at);
      expect(views()).toEqual([{ url: `${site.origin}/next`, referrer: `${site.origin}/`, title: 'Test' }]);
    } finally {
      const gone = once(browser, 'exit');
      process.kill(-(browser.pid as number), 'SIGKILL');
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
    }
  });
});

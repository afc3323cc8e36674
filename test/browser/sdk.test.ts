import { describe, expect, it } from 'vitest';
import { html } from './pages.js';
import {
  arrives,
  call,
  context,
  fence,
  open,
  ownContext,
  page,
  poll,
  site,
  stored,
  stub,
  views,
} from './sdk_page.js';

describe('the batch', () => {
  it("is the contract's, as text/plain, without cookies to another origin", async () => {
    const request = page.waitForRequest(`${site.host}/v1/events`);
    await open();
    const sent = await request;
    expect(sent.method()).toBe('POST');
    expect(sent.headers()['content-type']).toMatch(/^text\/plain/);
    expect(sent.headers().cookie).toBeUndefined();
    await arrives('page_view');
    expect(site.batches[0]).toEqual({
      site: 'demo',
      visitor: expect.stringMatching(/^[\w-]{21}$/),
      sent: expect.any(Number),
      context: { url: `${site.origin}/`, language: expect.any(String), team: false },
      events: [
        {
          id: expect.stringMatching(/^[\w-]{21}$/),
          type: 'page_view',
          ts: expect.any(Number),
          url: `${site.origin}/`,
          referrer: '',
          title: 'Test',
        },
      ],
    });
    await poll(stored).toEqual(['leadline:demo:visitor']);
  });
});

describe('page views', () => {
  it('follow the history of a single-page app, with its titles, but not its hashes', async () => {
    await open('/?utm_source=x');
    await page.evaluate(async () => {
      history.pushState({}, '', '/a');
      document.title = 'A';
      await new Promise((resolve) => setTimeout(resolve, 60));
      history.replaceState({ scroll: 1 }, '', '/a');
      history.pushState({}, '', '/a#part');
      history.replaceState({}, '', '/b');
      document.title = 'B';
    });
    await page.goBack();
    await fence();
    expect(views()).toEqual([
      { url: `${site.origin}/?utm_source=x`, referrer: '', title: 'Test' },
      { url: `${site.origin}/a`, referrer: `${site.origin}/?utm_source=x`, title: 'A' },
      { url: `${site.origin}/b`, referrer: `${site.origin}/a`, title: 'B' },
      { url: `${site.origin}/a`, referrer: `${site.origin}/b`, title: 'B' },
    ]);
  });

  it('keep one visitor over pages, and one referrer each', async () => {
    site.page('/two', html('', site.tag()));
    await open('/', '<a href="/two">two</a>');
    await page.click('a');
    await page.waitForURL('**/two');
    await arrives('page_view', 2);
    expect(views()[1]).toMatchObject({ url: `${site.origin}/two`, referrer: `${site.origin}/` });
    expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(1);
  });

  it('come back from the back/forward cache', async () => {
    await open('/');
    await arrives('page_view');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await arrives('page_view', 2);
    expect(views()[1]?.referrer).toBe(`${site.origin}/`);
  });

  it('wait until a prerendered page is shown', async () => {
    await ownContext();
    await context.addInitScript(() => {
      Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    });
    site.page('/', html('', stub + site.tag()));
    await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' });
    await call('track', 'early');
    expect(await stored()).toEqual([]);
    expect(site.batches).toEqual([]);
    await page.evaluate(() => {
      Object.defineProperty(document, 'prerendering', { value: false });
      document.dispatchEvent(new Event('prerenderingchange'));
    });
    await arrives('early');
    await arrives('page_view');
  });

  it('hide card numbers in the address', async () => {
    await open('/?card=4111111111111111&n=42');
    await arrives('page_view');
    expect(views()[0]?.url).toBe(`${site.origin}/?card=****&n=42`);
  });
});

describe('commands', () => {
  it('are replayed in order from the stub, and go on working', async () => {
    await open(
      '/',
      '',
      `${stub}<script>leadline('track', 'one', { n: 1, list: [1] }); leadline('nonsense'); leadline('identify', { email: 'a@example.com', title: 'CEO' })</script>${site.tag()}`,
    );
    await page.waitForFunction(
      () => !/arguments/.test(String((window as unknown as { leadline: unknown }).leadline)),
    );
    await call('conversion', {
      orderId: 'A-1',
      value: '49.90',
      currency: 'EUR',
      lines: [{ product: 'p', price: 49.9 }],
    });
    await arrives('conversion');
    // An urgent batch does not wait for one that is under way.
    await arrives('one');
    await arrives('identify');
    expect(site.events('one')[0]).toMatchObject({ props: { n: 1, list: [1] } });
    expect(site.events('identify')[0]).toMatchObject({ email: 'a@example.com' });
    expect(site.events('conversion')[0]).toMatchObject({
      orderId: 'A-1',
      value: '49.90',
      lines: [{ product: 'p', price: 49.9 }],
    });
  });

  it('reset() makes a new visitor, and what was queued stays with the old one', async () => {
    await open();
    await page.evaluate(() => {
      const { leadline } = window as unknown as { leadline: (...call: unknown[]) => void };
      leadline('track', 'before');
      leadline('reset');
      leadline('track', 'after');
    });
    await arrives('after');
    await arrives('before');
    expect(site.events('before')[0]?.visitor).not.toBe(site.events('after')[0]?.visitor);
    expect(site.events('before')[0]?.visitor).toBe(site.events('page_view')[0]?.visitor);
  });

  it('work as functions of the ES module, from before init on', async () => {
    site.page(
      '/npm',
      // Names of the page's own hide the browser's from modules as well.
      html(`<script>let performance, closed, history; const crypto = {}, fetch = null, URL = String;</script><script type="module">
      import { init, track } from '${site.host}/npm.mjs';
      track('early'); init({ site: 'npm', host: '${site.host}' }); init({ site: 'npm', host: '${site.host}' }); track('late');
    </script>`),
    );
    await page.goto(`${site.origin}/npm`);
    await arrives('late');
    await arrives('page_view');
    expect(
      site
        .events()
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['early', 'late', 'page_view']);
  });
});

describe('loading', () => {
  it('twice runs once; two sites both run', async () => {
    await open('/', site.tag(), site.tag() + site.tag('data-site="other"'));
    await page.waitForLoadState('load');
    await call('track', 'both');
    await arrives('both', 2);
    await arrives('page_view', 2);
    const bySite = site.batches.flatMap(({ site, events }) => events.map(({ type }) => `${site} ${type}`));
    expect(bySite.sort()).toEqual(['demo both', 'demo page_view', 'other both', 'other page_view']);
  });

  it('survives Array.prototype.toJSON, patched JSON and fetch, and a strict policy', async () => {
    const nonce = 'bm9uY2U';
    await open(
      '/',
      '',
      `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'nonce-${nonce}'; connect-src ${site.host}">
       <script nonce="${nonce}">Array.prototype.toJSON = function () { return String(this) }</script>${site.tag(`data-site="demo" nonce="${nonce}"`)}`,
    );
    await page.evaluate(() => {
      JSON.stringify = () => {
        throw new Error('patched');
      };
      window.fetch = () => {
        throw new Error('patched');
      };
    });
    await call('track', 'listed', { list: [1, ['a']], when: new Date(0) });
    await arrives('listed');
    expect(site.events('listed')[0]).toMatchObject({
      props: { list: [1, ['a']], when: '1970-01-01T00:00:00.000Z' },
    });
  });

  it('survives storage that throws: the visitor lasts as long as the page', async () => {
    await ownContext();
    await context.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await open();
    await fence();
    expect(site.events().map(({ type }) => type)).toContain('page_view');
    expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(1);
  });

  it('sends by beacon where fetch is broken from the start', async () => {
    await ownContext();
    await context.addInitScript(() => {
      window.fetch = () => {
        throw new Error('broken');
      };
    });
    await open();
    await arrives('page_view');
  });
});

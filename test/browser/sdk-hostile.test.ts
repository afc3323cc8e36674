import { describe, expect, it } from 'vitest';
import { type Arrived, html } from './pages.js';
import {
  arrives,
  call,
  context,
  errors,
  fence,
  newPage,
  open,
  ownContext,
  page,
  poll,
  ready,
  requested,
  said,
  site,
  stored,
  stub,
} from './sdk_page.js';

/** Each time that the collector was asked, whether it heard of it or not. */
const tries = () => requested.filter((url) => url.endsWith('/v1/events')).length;
const types = () => site.events().map(({ type }) => type);
interface Submitted extends Arrived {
  form: { fields: Record<string, unknown> };
}
const submitted = () => (site.events('form_submit') as Submitted[]).map(({ form }) => form.fields);
const form = `<form action="/posted" method="post"><input name="email" value="ada@example.com"><button>Send</button></form>
  <a href="https://out.example/">out</a>`;
const stay = `<script>for (const type of ['click', 'submit'])
  document.addEventListener(type, (event) => { if (type === 'submit' || event.target.matches('a')) event.preventDefault() })</script>`;
/** Uses everything, and expects everything to arrive. */
const expectAll = async () => {
  await page.click('a');
  await page.click('button');
  await arrives('page_view');
  await arrives('link_click');
  await arrives('form_submit');
  expect(submitted()).toEqual([{ email: 'ada@example.com' }]);
  expect(said).toEqual([]);
};

describe('a page that changes what it finds', () => {
  it.each([
    [
      'fetch and JSON',
      `const broken = () => { throw new Error('patched') };
       window.fetch = broken; JSON.stringify = broken; JSON.parse = broken;`,
    ],
    [
      'listeners',
      `EventTarget.prototype.addEventListener = window.addEventListener = () => { throw new Error('patched') };`,
    ],
    ['history', `history.pushState = history.replaceState = () => {};`],
    [
      'arrays',
      `Array.prototype.toJSON = function () { return String(this) };
       Array.prototype.each = function () {}; Array.prototype.last = function () { return 0 };`,
    ],
    [
      'objects',
      `Object.prototype.toJSON = () => 'broken'; Object.prototype.polluted = 'yes'; Object.prototype.name = 'no';`,
    ],
    [
      'strings',
      `String.prototype.contains = () => 1; Number.prototype.toJSON = () => 'n'; String.prototype.toJSON = () => 's';`,
    ],
  ])('after the script, as to %s, loses nothing', async (_, patch) => {
    await open('/', form + stay);
    await page.evaluate(patch);
    await expectAll();
    await page.evaluate(() =>
      (window as unknown as { leadline: (...call: unknown[]) => void }).leadline('track', 'list', {
        list: [1, ['a']],
      }),
    );
    await arrives('list');
    expect(site.events('list')[0]?.props).toEqual({ list: [1, ['a']] });
  });

  it.each([
    [
      'arrays',
      `Array.prototype.toJSON = function () { return String(this) }; Array.prototype.each = function () {};`,
    ],
    [
      'objects',
      `Object.prototype.polluted = 'yes'; Object.prototype.email = 'x'; Object.prototype.orderId = 7;`,
    ],
    ['functions', `Function.prototype.method = function () {}; String.prototype.contains = () => 1;`],
  ])('before the script, as to %s, loses nothing', async (_, patch) => {
    await open('/', form + stay, `<script>${patch}</script>${site.tag()}`);
    await expectAll();
  });

  it('keeps its own errors, and we ours: a handler that throws costs no event', async () => {
    await open(
      '/',
      `${form}<script>
        for (const type of ['click', 'submit']) document.addEventListener(type, (event) => { event.preventDefault(); throw new Error('of the page') });
      </script>`,
    );
    await page.click('a');
    await page.evaluate(() => document.querySelector('form')?.requestSubmit());
    await arrives('link_click');
    await arrives('form_submit');
    await poll(() => errors.length).toBe(2);
    expect(errors.splice(0)).toEqual(['of the page', 'of the page']);
  });
});

describe('a page whose policy', () => {
  it('blocks the collector says so once, and is asked no more', async () => {
    const policy = `<meta http-equiv="content-security-policy" content="connect-src 'self'">`;
    const count = `<script>
      const attempts = [];
      const { fetch } = window;
      window.fetch = (...args) => { attempts.push('fetch'); return fetch(...args) };
      const send = navigator.sendBeacon;
      navigator.sendBeacon = (...args) => { attempts.push('beacon'); return send.apply(navigator, args) };
      window.attempts = attempts;
    </script>`;
    await open('/', form + stay, policy + count + site.tag());
    await poll(() => said.length).toBeGreaterThan(0);
    await page.click('a');
    await page.click('button');
    for (let n = 0; n < 3; n++) {
      await call('track', 'more');
      await call('conversion', { name: 'urgent' });
      await page.evaluate(() => dispatchEvent(new Event('online')));
    }
    await page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      history.pushState({}, '', '/two');
    });
    const attempts = await page.evaluate(() => (window as unknown as { attempts: string[] }).attempts);
    // What this page could not send, the next one does.
    await newPage();
    await open('/free');
    await arrives('form_submit');
    await arrives('conversion', 3);
    // One fetch, and the beacon that follows before the browser has told why.
    expect(said.filter((text) => !/Content Security Policy/.test(text))).toEqual([]);
    expect(said.length).toBeLessThanOrEqual(3);
    expect(attempts).toEqual(['fetch', 'beacon']);
    expect(errors).toEqual([]);
  });

  it('is strict, with a nonce, runs both files', async () => {
    const nonce = 'bm9uY2U';
    await open(
      '/',
      `<p data-leadline-event="marked">x</p>`,
      `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'nonce-${nonce}' ${site.host}; connect-src ${site.host}">
       ${site.tag(`data-site="demo" nonce="${nonce}"`)}`,
    );
    await poll(() =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => /more/.test(name)).length,
      ),
    ).toBe(1);
    await poll(async () => {
      await page.click('p');
      return site.events('marked').length > 0;
    }).toBe(true);
    await arrives('page_view');
    expect(said).toEqual([]);
  });

  it('trusts by strict-dynamic, runs both files', async () => {
    const nonce = 'bm9uY2U';
    await open(
      '/',
      `<p data-leadline-conversion="shown">x</p>`,
      `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; connect-src ${site.host}">
       ${site.tag(`data-site="demo" nonce="${nonce}"`)}`,
    );
    await arrives('conversion');
    expect(said).toEqual([]);
  });

  it('knows only the first file, loses nothing but the second', async () => {
    const nonce = 'bm9uY2U';
    await open(
      '/',
      form,
      `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'nonce-${nonce}'; connect-src ${site.host}">
       ${site.tag(`data-site="demo" nonce="${nonce}" data-clean-url`)}`,
    );
    await arrives('page_view');
    await fence();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('leadline.more');
  });
});

describe('storage', () => {
  it('of an opaque origin: the events arrive, of a visitor that lasts as long as the frame', async () => {
    site.page(
      '/inner',
      html(
        '',
        `<script>window.onerror = (m) => parent.postMessage(String(m), '*'); addEventListener('unhandledrejection', (e) => parent.postMessage(String(e.reason), '*'))</script>${stub}${site.tag('data-site="demo" data-cookie data-debug data-linker="x" data-clean-url')}<script>leadline('track', 'inside'); leadline('identify', { email: 'a@example.com' })</script>`,
      ),
    );
    site.page(
      '/',
      html(
        '<iframe sandbox="allow-scripts" src="/inner"></iframe>',
        '<script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data))</script>',
      ),
    );
    await page.goto(`${site.origin}/`);
    await arrives('inside');
    await arrives('identify');
    await arrives('page_view');
    expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    expect(said.filter((text) => !text.startsWith('[leadline]'))).toEqual([]);
  });

  it('that is full: the events arrive', async () => {
    await open('/first');
    await arrives('page_view');
    await page.evaluate(() => {
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        try {
          for (let n = 0; ; n++) localStorage[`full ${size} ${n}`] = 'x'.repeat(size);
        } catch {}
      }
    });
    await open('/', form + stay);
    await page.click('a');
    await page.click('button');
    await arrives('page_view', 2);
    await arrives('link_click');
    await arrives('form_submit');
    expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(1);
    expect(said).toEqual([]);
  });

  it('with rubbish under our names costs nothing', async () => {
    await ownContext();
    await context.addInitScript(() => {
      if (localStorage.once) return;
      localStorage.once = '1';
      localStorage['leadline:demo:qbroken'] = '{';
      localStorage['leadline:demo:qnull'] = 'null';
      localStorage['leadline:demo:qempty'] = '{}';
      localStorage['leadline:demo:orders'] = '{';
    });
    await open('/', form + stay);
    await expectAll();
  });

  it('of two tabs: one visitor, and each event once in the queue and once arrived', async () => {
    await open('/', form + stay);
    await fence();
    const first = page;
    await newPage();
    await open('/two', form + stay);
    const second = page;
    await fence();
    await poll(stored).toEqual(['leadline:demo:visitor']);
    site.answer = () => ({ status: 503, headers: { 'retry-after': '1' } });
    const convert = (name: string) =>
      (window as unknown as { leadline: (...call: unknown[]) => void }).leadline('conversion', { name });
    await Promise.all([first.evaluate(convert, 'of the first'), second.evaluate(convert, 'of the second')]);
    await poll(async () => (await stored()).filter((name) => name.startsWith('leadline:demo:q')).length).toBe(
      2,
    );
    site.answer = () => ({ status: 202 });
    await poll(stored).toEqual(['leadline:demo:visitor']);
    expect(
      site
        .events('conversion')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['of the first', 'of the second']);
    expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(1);
  });
});

describe('values', () => {
  it('of 100 KB are cut, and the lead arrives when the page leaves at once', async () => {
    await open(
      '/',
      `<form action="/posted" method="post"><input name="email" value="ada@example.com"><textarea name="message"></textarea><button>Send</button></form>
       <script>document.querySelector('textarea').value = 'ş'.repeat(100_000)</script>`,
    );
    site.page('/posted', html('', site.tag()));
    await page.click('button');
    await page.waitForURL('**/posted');
    await arrives('form_submit');
    expect(submitted()).toEqual([{ email: 'ada@example.com', message: 'ş'.repeat(10_000) }]);
  });

  it('with half a character, NUL or right-to-left marks arrive', async () => {
    const odd = ['\ud83d', '\udc00x', 'a\u0000b', '\u202eabc', '😀'];
    await open(
      '/',
      `<form>${odd.map((_, n) => `<input name="v${n}">`).join('')}<input name="cut"><button>Send</button></form>${stay}
       <script>const odd = ${JSON.stringify(odd)}; odd.forEach((value, n) => { document.forms[0][n].value = value });
         document.forms[0].cut.value = 'x'.repeat(9_999) + '😀';</script>`,
    );
    await page.click('button');
    await arrives('form_submit');
    const [fields] = submitted();
    expect(fields).toMatchObject({ v1: expect.stringContaining('x'), v3: '\u202eabc', v4: '😀' });
    expect(fields?.v2).toMatch(/^a.?b$/s);
    expect(String(fields?.cut)).toHaveLength(10_000);
  });

  it('that cannot be written as JSON cost that call alone', async () => {
    await open();
    await page.evaluate(() => {
      const { leadline } = window as unknown as { leadline: (...call: unknown[]) => void };
      const circle: Record<string, unknown> = {};
      circle.self = circle;
      leadline('track', 'circle', circle);
      leadline('track', 'big', { n: BigInt(1) });
      leadline();
      leadline('nothing', 1);
      leadline('toString');
      leadline('conversion');
      leadline('form', null);
    });
    await fence();
    await arrives('page_view');
    expect(types()).not.toContain('circle');
    expect(said).toEqual([]);
  });
});

describe('the name', () => {
  it.each([
    ['an element', '<div id="leadline"></div>'],
    ['a form with a field q', '<form id="leadline"><input name="q"></form>'],
    ['a frame', '<iframe name="leadline"></iframe>'],
    ['a number', '<script>var leadline = 7</script>'],
    ['a queue of rubbish', '<script>window.leadline = { q: [null, 1, [], [null], ["nothing"]] }</script>'],
  ])('leadline of %s on the page costs nothing', async (_, body) => {
    // After the element, as in a page that loads the tag late.
    site.page('/', html(`${body}${form}${stay}${site.tag()}`));
    await page.goto(`${site.origin}/`);
    await arrives('page_view');
    await page.click('a');
    await page.click('form:not(#leadline) button');
    await arrives('link_click');
    await arrives('form_submit');
    expect(said).toEqual([]);
  });
});

describe('a tag', () => {
  it('as a module does nothing: its first word is none of strict code, and so an error in the console', async () => {
    site.page(
      '/',
      html(
        form,
        `<script type="module" src="${site.host}/leadline.js" data-site="demo"></script><script type="module">window.after = 1</script>`,
      ),
    );
    await page.goto(`${site.origin}/`);
    await page.waitForFunction(() => 'after' in window);
    await page.waitForLoadState('networkidle');
    expect([await stored(), tries(), said]).toEqual([[], 0, []]);
    expect(errors.splice(0)).toEqual([expect.stringContaining('Strict mode')]);
  });

  it.each(['', 'data-site', 'data-site=""'])(
    'without a site (%s) does nothing, and says nothing',
    async (attributes) => {
      const tag = site.tag(attributes).replace('async ', '');
      site.page('/', html(form, tag));
      await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' });
      await page.evaluate(() => history.pushState({}, '', '/two'));
      expect([await stored(), tries(), said]).toEqual([[], 0, []]);
    },
  );

  it('twice, loaded at the same time, runs once', async () => {
    await open('/', form + stay, site.tag() + site.tag() + site.tag().replace('async', ''));
    await page.waitForLoadState('load');
    await expectAll();
    await fence();
    expect(types().filter((type) => type === 'page_view')).toHaveLength(1);
  });

  it('that a script inserts works as well', async () => {
    site.page(
      '/',
      html(
        form + stay,
        `<script>const tag = document.createElement('script'); tag.src = '${site.host}/leadline.js'; tag.dataset.site = 'demo'; document.head.append(tag)</script>`,
      ),
    );
    await page.goto(`${site.origin}/`);
    await ready();
    await expectAll();
  });

  it('whose collector is down makes no noise of its own, and does not go on for ever', async () => {
    await ownContext();
    await context.route('**/v1/events', (route) => route.abort());
    await context.addInitScript(() => {
      // Hours in a moment.
      const { setTimeout } = window;
      window.setTimeout = ((run: () => void, ms = 0) =>
        setTimeout(run, ms / 1_000)) as typeof window.setTimeout;
      const { now } = Date;
      const from = now();
      Date.now = () => from + (now() - from) * 1_000;
    });
    await open('/');
    await poll(tries).toBeGreaterThan(5);
    let last = -1;
    await poll(() => {
      const settled = tries() === last;
      last = tries();
      return settled;
    }).toBe(true);
    // Each failure of nine is followed by a beacon.
    expect(tries()).toBeLessThanOrEqual(18);
    expect(said.filter((text) => !/ERR_FAILED/.test(text))).toEqual([]);
  });
});

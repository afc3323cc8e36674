import type { Frame } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Arrived, html } from './pages.js';
import {
  arrives,
  call,
  context,
  fence,
  newPage,
  open,
  page,
  poll,
  ready,
  requested,
  said,
  site,
  stored,
  views,
} from './sdk_page.js';

/** The second file has run. */
const more = () => page.waitForSelector('html[data-more=load]', { state: 'attached' });
const openMore = async (path: string, body: string, attributes = '') => {
  await open(path, body, site.tag(`data-site="demo" ${attributes}`));
  await more();
};
/** The same server under another name. */
const at = (host: string) => site.origin.replace('localhost', host);
const goto = async (url: string) => {
  await page.goto(url);
  await ready();
  await more();
};
interface Submitted extends Arrived {
  form: { id?: string; name?: string; fields: Record<string, unknown> };
}
const submitted = () => (site.events('form_submit') as Submitted[]).map(({ form }) => form.fields);
const links = () => site.events('link_click').map(({ link }) => (link as { url: string }).url);
const visitors = () => [...new Set(site.events().map(({ visitor }) => visitor))];
const types = () => site.events().map(({ type }) => type);

const formOf = (email: string, target = '') =>
  `<form method="post" action="/posted" ${target}><input name="email" value="${email}"><button>Send</button></form>`;

describe('the second file', () => {
  it.each([
    ['a plain page', `${formOf('a@example.com')}<a href="/">on</a>`, ''],
    ['a page with frames', '<iframe src="/frame"></iframe><iframe srcdoc="x"></iframe>', ''],
    ['an option', '', 'data-clean-url'],
  ])('is fetched once for %s', async (_, body, attributes) => {
    await openMore('/', `${body}<p id="p">text</p>`, attributes);
    await page.click('#p');
    await page.evaluate(() => history.pushState({}, '', '/two'));
    await arrives('page_view', 2);
    expect(requested.filter((url) => /\/leadline\.more\.\w+\.js$/.test(url))).toHaveLength(1);
  });

  it('changes nothing where it cannot be had', async () => {
    await page.route('**/leadline.more.*', (route) => route.abort());
    await open('/', `<p id="p" data-leadline-event="x">x</p>`);
    await page.click('#p');
    await fence();
    expect(types()).not.toContain('x');
  });
});

describe('a frame of the same origin', () => {
  const inside = `${formOf('framed@example.com')}<a href="https://out.example/">out</a>
    <script>addEventListener('click', (event) => event.target.matches('a') && event.preventDefault())</script>`;
  const frame = async (): Promise<Frame> => {
    await poll(() => page.frames().length).toBe(2);
    return page.frames()[1] as Frame;
  };
  /** Uses the frame, and expects exactly that to arrive. */
  const expectFramed = async () => {
    const view = await frame();
    await view.waitForSelector('button');
    await view.waitForLoadState('load');
    await view.click('a');
    await view.click('button');
    await poll(() => site.posts.length).toBe(1);
    await arrives('form_submit');
    await fence();
    expect(submitted()).toEqual([{ email: 'framed@example.com' }]);
    expect(links()).toEqual(['https://out.example/']);
    expect(site.events('page_view')).toHaveLength(1);
  };

  it.each([
    ['a relative address', () => '<iframe src="/frame"></iframe>'],
    ['an absolute address', () => `<iframe src="${site.origin}/frame"></iframe>`],
    ['its source', () => `<iframe srcdoc="${html(inside).replaceAll('"', '&quot;')}"></iframe>`],
    ['an address that comes later', () => '<iframe></iframe><script>frames[0].location = "/frame"</script>'],
  ])('by %s is a part of the page', async (_, iframe) => {
    site.page('/frame', html(inside));
    await openMore('/', iframe());
    await expectFramed();
  });

  it('is a part of the page, once, when it takes its time', async () => {
    site.page('/frame', html(inside));
    let go = () => {};
    const wait = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/frame', async (route) => {
      await wait;
      await route.continue();
    });
    site.page('/', html('<iframe src="/frame"></iframe>', site.tag()));
    await page.goto(`${site.origin}/`, { waitUntil: 'commit' });
    await more();
    go();
    await expectFramed();
  });

  it('is a part of the page when it is inserted later', async () => {
    site.page('/frame', html(inside));
    await openMore('/', '<p data-leadline-event="x">x</p>');
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.src = '/frame';
    });
    await expectFramed();
  });

  it('is a part of the page when it goes to another page, or writes itself', async () => {
    site.page('/frame', html('<a href="/other">on</a>'));
    site.page('/other', html(inside));
    await openMore('/', '<iframe src="/frame"></iframe>');
    await (await frame()).click('a');
    await (await frame()).waitForURL('**/other');
    await expectFramed();
  });

  it('counts what a script submits in it', async () => {
    site.page('/frame', html(formOf('script@example.com')));
    await openMore('/', '<iframe src="/frame"></iframe>');
    await (await frame()).waitForLoadState('load');
    await (await frame()).evaluate(() => document.querySelector('form')?.submit());
    await poll(() => site.posts.length).toBe(1);
    await fence();
    expect(submitted()).toEqual([{ email: 'script@example.com' }]);
  });

  it('counts a form that leads the whole page away', async () => {
    site.page('/frame', html(formOf('top@example.com', 'target="_top"')));
    site.page('/posted', html('', site.tag()));
    await openMore('/', '<iframe src="/frame"></iframe>');
    await (await frame()).waitForLoadState('load');
    await (await frame()).click('button');
    await page.waitForURL('**/posted');
    await arrives('form_submit');
    expect(submitted()).toEqual([{ email: 'top@example.com' }]);
  });

  it('keeps its secrets', async () => {
    site.page(
      '/frame',
      html(`<form action="/posted" method="post"><input name="email" value="a@example.com"><input name="company" value="Acme">
        <input id="shown" type="password" name="password" value="hunter22" autocomplete="new-password"><button>Register</button></form>`),
    );
    await openMore('/', '<iframe src="/frame"></iframe>');
    await (await frame()).waitForLoadState('load');
    await (await frame()).focus('#shown');
    await (await frame()).evaluate(() => {
      (document.getElementById('shown') as HTMLInputElement).type = 'text';
    });
    await (await frame()).click('button');
    await fence();
    await arrives('form_submit');
    expect(submitted()).toEqual([{ email: 'a@example.com', company: 'Acme' }]);
    expect(JSON.stringify(site.batches)).not.toContain('hunter22');
  });

  it('with the script of its own counts for itself', async () => {
    site.page('/frame', html(inside, site.tag()));
    // What has arrived without an answer, since the frame was left, goes once more.
    site.page('/posted', html('', site.tag()));
    await openMore('/', '<iframe src="/frame"></iframe>');
    const view = await frame();
    await view.waitForFunction(() => 'leadline' in window);
    await view.click('a');
    await view.click('button');
    await arrives('form_submit');
    await arrives('link_click');
    await view.waitForURL('**/posted');
    await fence();
    expect(submitted()).toHaveLength(1);
    expect(links()).toHaveLength(1);
    expect(site.events('form_submit')[0]?.url).toBe(`${site.origin}/frame`);
  });

  it('of another origin is left alone, without a word', async () => {
    site.page('/frame', html(inside));
    await openMore(
      '/',
      `<iframe src="/empty"></iframe><iframe name="other" src="${at('127.0.0.1')}/frame"></iframe><iframe sandbox="allow-forms" srcdoc="x"></iframe>`,
    );
    const other = page.frame('other') as Frame;
    await other.waitForSelector('button');
    await other.click('a');
    await other.click('button');
    await poll(() => site.posts.length).toBe(1);
    await fence();
    expect(types().filter((type) => /form|link/.test(type))).toEqual([]);
    expect(said).toEqual([]);
  });
});

describe('elements that the page marks', () => {
  const props = (name: string) => site.events(name).map(({ props }) => props);

  it('tell their event when they are pressed or submitted, with their other attributes', async () => {
    await openMore(
      '/',
      `<button data-leadline-event="quote" data-leadline-plan="gold" data-leadline-max-seats="5" data-user="ada@example.com"><b id="1">Quote</b></button>
       <a id="2" href="#part" data-leadline-event="jump">jump</a><div id="3" data-leadline-event="pane">pane</div>
       <form data-leadline-event="asked" data-leadline-topic="x"><input name="q"><button id="4">ask</button></form>
       <div id="5" data-leadline-event="outer"><p data-leadline-event="inner">both</p></div>
       <script>addEventListener('submit', (event) => event.preventDefault())</script>`,
    );
    for (const id of [1, 2, 3, 4]) await page.click(`[id="${id}"]`);
    await page.click('#\\35  p');
    await page.click('input');
    await fence();
    expect(props('quote')).toEqual([{ plan: 'gold', maxSeats: '5' }]);
    expect(props('asked')).toEqual([{ topic: 'x' }]);
    for (const name of ['jump', 'pane', 'outer', 'inner']) expect([name, props(name)]).toEqual([name, [{}]]);
  });

  it('tell it from a shadow tree, and where the page stops the click', async () => {
    await openMore(
      '/',
      `<p data-leadline-event="x">x</p><div id="host"></div><script>
        host.attachShadow({ mode: 'open' }).innerHTML = '<button data-leadline-event="shadow">in</button>';
        document.addEventListener('click', (event) => event.stopPropagation(), true);
      </script>`,
    );
    await page.locator('#host button').click();
    await arrives('shadow');
  });

  const order =
    '<div data-leadline-conversion="order" data-leadline-order-id="A-1" data-leadline-value="49.90" data-leadline-currency="EUR" data-leadline-size="m">Thanks</div>';

  it('are conversions of a thank-you page, once however often it is loaded', async () => {
    await openMore('/', order);
    await arrives('conversion');
    expect(site.events('conversion')[0]).toMatchObject({
      name: 'order',
      orderId: 'A-1',
      value: '49.90',
      currency: 'EUR',
      size: 'm',
    });
    await page.reload();
    await more();
    await page.goto('about:blank');
    await openMore('/', order);
    await openMore('/', order.replace('A-1', 'A-2'));
    await fence();
    expect(site.events('conversion').map(({ orderId }) => orderId)).toEqual(['A-1', 'A-2']);
  });

  it('are conversions without an order id once for each visit, not for a reload or a way back', async () => {
    await openMore('/', '<p data-leadline-conversion>Thanks</p>');
    await arrives('conversion');
    await page.reload();
    await more();
    await page.goto('about:blank');
    await page.goBack();
    await more();
    await fence();
    expect(site.events('conversion')).toHaveLength(1);
    expect(site.events('conversion')[0]?.name).toBeUndefined();
    await openMore('/', '<p data-leadline-conversion="again">Thanks</p>');
    await arrives('conversion', 2);
  });

  it('are conversions when an app shows them, once, and on a button when it is pressed', async () => {
    await openMore('/', '<p data-leadline-event="x">x</p>');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<section><p data-leadline-conversion="shown">Thanks</p></section>',
      );
      document.body.insertAdjacentHTML(
        'beforeend',
        '<p>More</p><button data-leadline-conversion="pressed">Book</button>',
      );
    });
    await arrives('conversion');
    await page.evaluate(() =>
      document.querySelector('section')?.append('more', document.querySelector('section p') as Element),
    );
    await fence();
    expect(site.events('conversion').map(({ name }) => name)).toEqual(['shown']);
    await page.click('button');
    await arrives('conversion', 2);
    expect(site.events('conversion').map(({ name }) => name)).toEqual(['shown', 'pressed']);
  });

  it('are forms without a form: complete ones, once', async () => {
    await openMore(
      '/',
      `<div id="quote" data-leadline-form="Quote"><input name="email" type="email" required><input name="pin" value="1234"><p>text</p>
       <a href="#x">link</a><button type="button"><i>Send</i></button></div>`,
    );
    await page.click('i');
    await page.fill('input', 'not an address');
    await page.click('i');
    await page.fill('input', 'ada@example.com');
    await page.click('#quote p');
    await page.click('#quote a');
    await fence();
    expect(submitted()).toEqual([]);
    await page.dblclick('i');
    await arrives('form_submit');
    await fence();
    expect(submitted()).toEqual([{ email: 'ada@example.com' }]);
    expect(site.events('form_submit')[0]?.form).toMatchObject({ id: 'quote' });
  });
});

describe('debugging', () => {
  const body = `<form><label>E-mail <input name="email" value="a@example.com"></label><input name="company" value="Acme"><input name="password" type="password" value="hunter22" autocomplete="new-password">
    <input name="token" type="hidden" value="t"><input name="off" value="x" disabled><input name="news" type="checkbox"><input name="note" value="n" data-leadline-ignore>
    <input name="ref" value="4111 1111 1111 1111"><button>Register</button></form><script>addEventListener('submit', (event) => event.preventDefault())</script>`;
  const log = () => said.filter((text) => text.startsWith('[leadline]'));

  it.each([
    ['the address', '/?leadline_debug', ''],
    ['the tag', '/', 'data-debug'],
  ])('by %s logs each event, and each field that is left out and why', async (_, path, attributes) => {
    await openMore(path, body, attributes);
    await fence();
    await call('track', 'logged');
    await page.click('button');
    await arrives('form_submit');
    await poll(() => log().some((text) => text.includes('"ref"'))).toBe(true);
    for (const type of ['page_view', 'logged', 'form_submit'])
      expect(log().filter((text) => text.startsWith(`[leadline] ${type} `))).toHaveLength(1);
    expect(
      log()
        .filter((text) => text.includes('field "'))
        .sort(),
    ).toEqual([
      expect.stringMatching(/"news" left out: .*checked/),
      expect.stringMatching(/"note" left out: ignored/),
      expect.stringMatching(/"off" left out: :disabled/),
      expect.stringMatching(/"password" left out: secret/),
      expect.stringMatching(/"ref" masked/),
      expect.stringMatching(/"token" left out: .*hidden/),
    ]);
    expect(said.join()).not.toContain('hunter22');
  });

  it('is silent otherwise', async () => {
    await openMore('/', `${body}<p data-leadline-event="x">x</p>`);
    await page.click('button');
    await arrives('form_submit');
    await fence();
    expect(said).toEqual([]);
  });
});

describe('the linker', () => {
  const linker = 'data-linker="127.0.0.1 shop.localhost, localhost"';
  const outsider = 'data-linker="127.0.0.1 shop.localhost"';

  it.each([
    ['a link', '<a href="URL">on</a>'],
    [
      'a form',
      '<form action="URL" method="post"><input name="email" value="a@example.com"><button>on</button></form>',
    ],
  ])('carries the visitor along by %s, and leaves no trace in the address bar', async (_, body) => {
    const there = `${at('127.0.0.1')}/there?a=b#part`;
    site.page('/there', html('', site.tag(`data-site="demo" ${linker}`)));
    await openMore('/', body.replace('URL', there), linker);
    await fence();
    await page.click('a,button');
    await page.waitForURL(/127\.0\.0\.1.*there/);
    await more();
    await fence();
    expect(page.url()).toBe(there);
    expect(visitors()).toHaveLength(1);
    expect(views()).toHaveLength(2);
    await page.reload();
    await more();
    await fence();
    expect(visitors()).toHaveLength(1);
  });

  it('leaves other links as they are', async () => {
    await openMore(
      '/',
      `<a href="https://out.example/?a">out</a><a href="/in?a">in</a><a href="http://notshop.localhost/">near</a><a href="#x">x</a><a href="http://[">bad</a>
       <script>addEventListener('click', (event) => event.preventDefault())</script>`,
      'data-linker="shop.localhost"',
    );
    await fence();
    const hrefs = () => page.$$eval('a', (all) => all.map((a) => a.getAttribute('href')));
    const before = await hrefs();
    for (const link of await page.$$('a')) await link.click();
    expect(await hrefs()).toEqual(before);
  });

  const id = 'aaaaaaaaaaaaaaaaaaaaa';
  const tokens: [string, (now: number) => string, string][] = [
    ['from nowhere', (now) => `${id}.${now}`, ''],
    ['from a site that is not listed', (now) => `${id}.${now}`, 'evil.localhost'],
    ['from the site itself', (now) => `${id}.${now}`, '127.0.0.1'],
    ['that is old', (now) => `${id}.${now - 200_000}`, 'shop.localhost'],
    ['from the future', (now) => `${id}.${now + 200_000}`, 'shop.localhost'],
    ['that is malformed', (now) => `${id}x.${now}`, 'shop.localhost'],
  ];
  it.each(tokens)('does not believe an id %s, and takes it out of the address', async (_, token, from) => {
    const there = `${at('127.0.0.1')}/there`;
    const url = `${there}?ll_visitor=${token(Date.now())}`;
    site.page(
      '/there',
      html('<p data-leadline-event="marked">x</p>', site.tag(`data-site="demo" ${outsider}`)),
    );
    site.page('/from', html(`<a href="${url}">on</a>`));
    if (from) {
      await page.goto(`${at(from)}/from`);
      await page.click('a');
      await page.waitForURL(/there/);
    } else await page.goto(url);
    await more();
    await page.click('p');
    await arrives('marked');
    await fence();
    expect(visitors()).toHaveLength(1);
    expect(visitors()).not.toContain(id);
    expect(page.url()).toBe(there);
    expect(views()).toHaveLength(1);
  });

  it('believes one that is fresh and from a listed domain', async () => {
    const there = `${at('127.0.0.1')}/there`;
    site.page('/there', html('', site.tag(`data-site="demo" ${outsider}`)));
    site.page('/from', html(`<a href="${there}?ll_visitor=${id}.${Date.now()}">on</a>`));
    await page.goto(`${at('a.shop.localhost')}/from`);
    await page.click('a');
    await page.waitForURL(/there/);
    await more();
    await fence();
    expect(visitors()).toEqual([id]);
    expect(page.url()).toBe(there);
  });
});

describe('the cookie', () => {
  const cookies = async () =>
    (
      await context.cookies(
        [at('x.shop.localhost'), at('y.shop.localhost')].map((url) => url.replace('http:', 'https:')),
      )
    )
      .filter(({ value }) => value)
      .map(({ name, domain, path, secure, sameSite }) => ({ name, domain, path, secure, sameSite }));
  const shared = {
    name: 'leadline_demo',
    domain: '.shop.localhost',
    path: '/',
    secure: true,
    sameSite: 'Lax',
  };
  beforeEach(() => {
    site.page('/', html('', site.tag('data-site="demo" data-cookie')));
    site.page('/asks', html('', site.tag('data-site="demo" data-cookie data-consent="required"')));
  });

  it('makes one visitor of the subdomains, for as long as browsers keep it', async () => {
    await goto(`${at('x.shop.localhost')}/`);
    await fence();
    await poll(cookies).toEqual([shared]);
    const [{ expires = 0 } = {}] = await context.cookies();
    expect(expires * 1_000).toBeGreaterThan(Date.now() + 399 * 864e5);
    await goto(`${at('y.shop.localhost')}/`);
    await fence();
    await goto(`${at('y.shop.localhost')}/`);
    await fence();
    expect(visitors()).toHaveLength(1);
    expect(await cookies()).toEqual([shared]);
  });

  it('is not there before consent, is after it, and goes with it', async () => {
    await goto(`${at('x.shop.localhost')}/asks`);
    expect(await context.cookies()).toEqual([]);
    await call('consent', 'granted');
    await arrives('page_view');
    await poll(cookies).toEqual([shared]);
    await call('consent', 'denied');
    await poll(() => context.cookies()).toEqual([]);
    await goto(`${at('x.shop.localhost')}/asks`);
    expect(await context.cookies()).toEqual([]);
  });

  it('goes on reset(), and the next visitor is another', async () => {
    await goto(`${at('x.shop.localhost')}/`);
    await fence();
    await goto(`${at('x.shop.localhost')}/`);
    await poll(cookies).toEqual([shared]);
    await call('reset');
    await poll(() => context.cookies()).toEqual([]);
    await fence();
    await goto(`${at('x.shop.localhost')}/`);
    await fence();
    expect(visitors()).toHaveLength(2);
    await poll(cookies).toEqual([shared]);
  });

  it('of another subdomain is no leave to store anything here', async () => {
    await goto(`${at('x.shop.localhost')}/`);
    await poll(cookies).toEqual([shared]);
    const before = await context.cookies();
    await goto(`${at('y.shop.localhost')}/asks`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await stored()).toEqual([]);
    expect(await context.cookies()).toEqual(before);
    await call('consent', 'granted');
    await fence();
    expect(visitors()).toHaveLength(1);
  });

  it('is not set where the tag does not say so', async () => {
    site.page('/', html('<p data-leadline-event="x">x</p>', site.tag()));
    await goto(`${at('x.shop.localhost')}/`);
    await fence();
    expect(await context.cookies()).toEqual([]);
  });
});

describe('a clean address', () => {
  it('keeps neither campaign nor affiliate nor ad, but everything else; the page view has them', async () => {
    const credits =
      'utm_source=x&utm_id=9&via=ada&ll_click=c&gclid=g&fbclid=f&msclkid=m&wbraid=w&affiliate=7&PARTNER=p';
    site.page('/', html('', site.tag('data-site="demo" data-clean-url data-affiliate="partner, other"')));
    await goto(`${site.origin}/?q=1&${credits}&page=2&revia=k#part`);
    expect(page.url()).toBe(`${site.origin}/?q=1&page=2&revia=k#part`);
    await page.evaluate(() => history.replaceState({ scroll: 1 }, '', location.href));
    await page.evaluate(() => history.replaceState(history.state, '', location.pathname + location.search));
    await fence();
    expect(views()).toEqual([
      { url: `${site.origin}/?q=1&${credits}&page=2&revia=k#part`, referrer: '', title: 'Test' },
    ]);
    await page.evaluate(() => history.pushState({}, '', '/two'));
    await arrives('page_view', 2);
  });

  it('keeps the state of a router, and an address without credits as it is written', async () => {
    site.page(
      '/',
      html(
        '',
        `<script>history.replaceState({ key: 'k' }, '')</script>${site.tag('data-site="demo" data-clean-url')}`,
      ),
    );
    await goto(`${site.origin}/?q=a%20b&r=c+d&e`);
    expect(page.url()).toBe(`${site.origin}/?q=a%20b&r=c+d&e`);
    await goto(`${site.origin}/?via=ada`);
    expect(page.url()).toBe(`${site.origin}/`);
    expect(await page.evaluate(() => history.state)).toEqual({ key: 'k' });
  });
});

describe("the consent platform's word, where consent is required", () => {
  const openAsked = async (head: string) => {
    site.page(
      '/',
      html('', `<script>${head}</script>${site.tag('data-site="demo" data-consent="required"')}`),
    );
    await goto(`${site.origin}/`);
  };
  const tcf = `window.__tcfapi = (command, version, callback) => { window.tell = (data) => callback(data, true); if (window.first) tell(window.first) };`;
  const tell = (data: object) =>
    page.evaluate((data) => (window as unknown as { tell: (data: object) => void }).tell(data), data);
  const choice = (eventStatus: string, ...purposes: number[]) => ({
    eventStatus,
    gdprApplies: true,
    purpose: { consents: Object.fromEntries(purposes.map((purpose) => [purpose, true])) },
  });

  it('TCF: flows where the visitor agreed on an earlier visit', async () => {
    await openAsked(`window.first = ${JSON.stringify(choice('tcloaded', 1, 8))}; ${tcf}`);
    await arrives('page_view');
  });

  it('TCF: flows where GDPR does not apply', async () => {
    await openAsked(`window.first = { gdprApplies: false }; ${tcf}`);
    await arrives('page_view');
  });

  it('TCF: nothing while the visitor is asked, or says no; a later no forgets', async () => {
    await openAsked(tcf);
    await call('track', 'early');
    await tell(choice('cmpuishown', 1, 8));
    expect(await stored()).toEqual([]);
    await tell(choice('useractioncomplete', 1, 7));
    await call('track', 'after no');
    expect(await stored()).toEqual([]);
    await tell(choice('useractioncomplete', 1, 8));
    await fence();
    expect(site.events('early').concat(site.events('after no'))).toEqual([]);
    expect(await stored()).toContain('leadline:demo:visitor');
    await tell(choice('useractioncomplete'));
    await call('track', 'after no');
    expect(await stored()).toEqual([]);
    await newPage();
    await openAsked(tcf);
    expect(await stored()).toEqual([]);
    await tell(choice('useractioncomplete', 1, 8));
    await fence();
    expect(site.events('after no')).toEqual([]);
    expect(visitors()).toHaveLength(2);
  });

  const gtag = `window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) };`;
  const update = (storage: string) =>
    page.evaluate((storage) => {
      const { gtag } = window as unknown as { gtag: (...args: unknown[]) => void };
      gtag('event', 'click');
      gtag('consent', 'update', { ad_storage: 'denied', analytics_storage: storage });
      return (window as unknown as { dataLayer: unknown[] }).dataLayer.length;
    }, storage);

  it('Google Consent Mode: nothing on a default no, until it is updated; a later no forgets', async () => {
    await openAsked(
      `${gtag} gtag('js', new Date()); gtag('consent', 'default', { analytics_storage: 'denied' })`,
    );
    await call('track', 'early');
    expect(await stored()).toEqual([]);
    expect(await update('granted')).toBe(4);
    await arrives('early');
    await arrives('page_view');
    expect(await update('denied')).toBe(6);
    await call('track', 'after no');
    expect(await stored()).toEqual([]);
    await page.reload();
    await more();
    expect(await stored()).toEqual([]);
    expect(site.events('after no')).toEqual([]);
  });

  it('Google Consent Mode: flows on a default yes', async () => {
    await openAsked(`${gtag} gtag('consent', 'default', { analytics_storage: 'granted' })`);
    await arrives('page_view');
  });

  it('Google Consent Mode: a word about ads alone says nothing', async () => {
    await openAsked(
      `${gtag} gtag('consent', 'default', { ad_storage: 'granted' }); gtag('set', 'x'); dataLayer.push({ event: 'x' }, null)`,
    );
    await call('track', 'early');
    expect(await stored()).toEqual([]);
    expect(site.batches).toEqual([]);
  });

  it('is not asked where consent is not required', async () => {
    site.page(
      '/',
      html(
        '',
        `<script>${gtag} gtag('consent', 'default', { analytics_storage: 'denied' })</script>${site.tag()}`,
      ),
    );
    await goto(`${site.origin}/`);
    await arrives('page_view');
  });
});

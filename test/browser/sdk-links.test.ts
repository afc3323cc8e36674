import { describe, expect, it } from 'vitest';
import { html } from './pages.js';
import { arrives, context, fence, open, page, poll, site } from './sdk_page.js';

interface Link {
  url: string;
  text?: string;
}
const clicked = () => site.events('link_click').map(({ link }) => link as Link);
const urls = () => clicked().map(({ url }) => url);
/** Nothing leads anywhere: the page's own handler comes after ours, and stops it. */
const stay = `<script>for (const type of ['click', 'auxclick']) addEventListener(type, (event) => event.preventDefault())</script>`;
const openLinks = (body: string) => open('/', body + stay);

describe('link clicks', () => {
  it('are those that leave: outbound, download, e-mail and phone', async () => {
    await openLinks(
      `<a id="1" href="https://partner.example/x"><b>A  partner</b></a><a id="2" href="/list.pdf">Prices</a><a id="3" href="mailto:a@example.com">Write</a>
       <a id="4" href="tel:+353209120147">Call</a><a id="5" href="/inside">Inside</a><a id="6" href="#part">Part</a><a id="7" href="sms:+353209120147">Text</a>
       <a id="8" href="/price-list" download>Keep</a><a id="9" href="//partner.example/y" aria-label=" A label "></a>`,
    );
    for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await page.dispatchEvent(`[id="${id}"]`, 'click');
    await fence();
    expect(clicked()).toEqual([
      { url: 'https://partner.example/x', text: 'A  partner' },
      { url: `${site.origin}/list.pdf`, text: 'Prices' },
      { url: 'mailto:a@example.com', text: 'Write' },
      { url: 'tel:+353209120147', text: 'Call' },
      { url: 'sms:+353209120147', text: 'Text' },
      { url: `${site.origin}/price-list`, text: 'Keep' },
      { url: 'http://partner.example/y', text: 'A label' },
    ]);
  });

  it('are not those that stay, lead nowhere, or that the page ignores', async () => {
    await openLinks(
      [
        '/a.html',
        '/a.htm',
        '/a.php',
        '/a.aspx',
        '/a.xhtml',
        '/user/1.25',
        '/v2.0',
        '/inside/',
        '',
        '?a=b.pdf',
        '#a.pdf',
      ]
        .concat('javascript:void 0', 'data:text/plain,a', 'about:blank', 'JavaScript:void%200')
        .map((href) => `<a href="${href}">${href || 'here'}</a>`)
        .join(' ')
        .concat(
          `<a>no address</a><a id="blob">blob</a><script>blob.href = URL.createObjectURL(new Blob(['a']))</script>
           <nav data-leadline-ignore><a href="https://ignored.example/"><b>No</b></a></nav><button>Button</button><p>Text</p>`,
        ),
    );
    for (const link of await page.$$('a, nav b, button, p')) await link.dispatchEvent('click');
    await fence();
    expect(clicked()).toEqual([]);
  });

  it('count with every modifier key and by the middle button, not by the right one', async () => {
    await openLinks('<a id="a" href="https://out.example/?n=1">out</a>');
    for (const key of ['Control', 'Meta', 'Shift', 'Alt'] as const) {
      await page.click('#a', { modifiers: [key] });
      await fence();
    }
    await page.click('#a', { button: 'middle' });
    await page.click('#a', { button: 'right' });
    await fence();
    expect(clicked()).toHaveLength(5);
  });

  it('count by the keyboard, and where a script presses', async () => {
    await openLinks('<a id="a" href="https://out.example/">out</a>');
    await page.press('#a', 'Enter');
    await page.evaluate(() => document.querySelector('a')?.click());
    await fence();
    expect(urls()).toEqual(['https://out.example/', 'https://out.example/']);
  });

  it('are found from what is inside of them, in SVG, in shadow trees and on maps', async () => {
    await openLinks(
      `<a href="https://nested.example/"><span><i id="nested">deep</i></span></a>
       <svg width="50" height="20"><a href="https://svg.example/x"><text id="svg" y="15">SVG</text></a></svg>
       <svg width="50" height="20" xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="/file.zip"><text id="old" y="15">Old</text></a></svg>
       <div id="host"></div><div id="slotted"><b id="light">light</b></div>
       <a href="https://icon.example/"><svg id="icon" width="9" height="9"><use href="#nothing"></use><rect width="9" height="9"></rect></svg></a>
       <map name="m"><area id="area" shape="rect" coords="0,0,9,9" href="https://area.example/" aria-label="Map"></map><img usemap="#m" width="9" height="9" alt="">
       <script>
         host.attachShadow({ mode: 'open' }).innerHTML = '<p><a href="https://shadow.example/"><b>in</b></a></p>';
         slotted.attachShadow({ mode: 'open' }).innerHTML = '<a href="https://slot.example/"><slot></slot></a>';
       </script>`,
    );
    for (const id of ['nested', 'svg', 'old', 'light', 'icon', 'area'])
      await page.dispatchEvent(`#${id}`, 'click');
    await page.locator('#host b').click();
    await fence();
    expect(urls()).toEqual([
      'https://nested.example/',
      'https://svg.example/x',
      `${site.origin}/file.zip`,
      'https://slot.example/',
      'https://icon.example/',
      'https://area.example/',
      'https://shadow.example/',
    ]);
    expect(clicked().map(({ text }) => text)).toEqual(['deep', 'SVG', 'Old', '', '', 'Map', 'in']);
  });

  it('have the secrets of their query masked', async () => {
    await openLinks(
      '<a href="https://out.example/?password=hunter22&amp;card=4111111111111111&amp;n=42#pin=1234">out</a>',
    );
    await page.click('a');
    await fence();
    expect(urls()).toEqual(['https://out.example/?password=****&card=****&n=42#pin=****']);
  });

  it('have as much text as the contract takes', async () => {
    await openLinks(`<a href="https://out.example/">${'x'.repeat(5_000)}</a>`);
    await page.dispatchEvent('a', 'click');
    await fence();
    expect(clicked()[0]?.text).toHaveLength(200);
  });
});

describe('a link', () => {
  it('leads where it led, and is not touched', async () => {
    const link = '<a id="a" href="../out?a=b&amp;c" rel="x">out</a>';
    const host = site.origin.replace('localhost', 'other.localhost');
    site.page('/out', html('Arrived'));
    await open(
      '/deep/page',
      `${link}<script>
        addEventListener('click', (event) => {
          const { outerHTML } = document.querySelector('a');
          localStorage.seen = JSON.stringify([outerHTML, event.defaultPrevented, event.cancelable]);
        });
      </script>`,
      `<base href="${host}/deep/">${site.tag()}`,
    );
    const outside = page.waitForRequest((request) => request.isNavigationRequest());
    await page.click('a');
    expect((await outside).url()).toBe(`${host}/out?a=b&c`);
    await page.waitForURL(`${host}/out?a=b&c`);
    await page.goto(`${site.origin}/out`);
    const [seen, prevented, cancelable] = JSON.parse(await page.evaluate(() => localStorage.seen));
    expect([seen, prevented, cancelable]).toEqual([link, false, true]);
    await arrives('link_click');
    expect(urls()).toEqual([`${host}/out?a=b&c`]);
  });

  it('opens its tab by the middle button and by Ctrl, keeps its file, and loses no click when the page leaves', async () => {
    await open(
      '/',
      `<a id="a" href="${site.host}/leadline.js">out</a><a id="b" href="/kept" download="kept.txt">kept</a>`,
    );
    for (const press of [{ button: 'middle' as const }, { modifiers: ['Control' as const] }]) {
      const opened = context.waitForEvent('page');
      await page.click('#a', press);
      await (await opened).close();
    }
    const download = page.waitForEvent('download');
    await page.click('#b');
    expect((await download).suggestedFilename()).toBe('kept.txt');
    await page.click('#a');
    await page.waitForURL('**/leadline.js');
    await arrives('link_click', 4);
  });

  it('counts where the page stops the click', async () => {
    await open(
      '/',
      `<a href="https://out.example/">out</a><script>
        document.addEventListener('click', (event) => { event.preventDefault(); event.stopImmediatePropagation() }, true);
      </script>`,
    );
    await page.click('a');
    await poll(urls).toEqual(['https://out.example/']);
  });
});

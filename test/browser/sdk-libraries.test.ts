import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { type Library, libraries } from './libraries.js';
import { type Arrived, html } from './pages.js';
import { fence, page, poll, ready, site } from './sdk_page.js';

interface Submitted extends Arrived {
  form: { fields: Record<string, unknown> };
}
const submitted = () => (site.events('form_submit') as Submitted[]).map(({ form }) => form.fields);

/** As the page of an owner would ship it. */
async function bundled({ program }: Library): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}

describe.each(libraries)('$name', (library) => {
  const { input = '', button = 'button' } = library;
  const type = (form: string, name: string, text: string) =>
    page.fill(`#${form} [name=${name}]${input}`, text);
  const send = (form: string) => page.click(`#${form} ${button}`);

  it('a form is a lead, a log-in is none, and what was refused is one once it is corrected', async () => {
    const program = await bundled(library);
    const refused =
      '<form id="strict" novalidate hx-post="/strict" hx-swap="outerHTML" action="/strict" method="post"><input name="email" value="ada@" aria-invalid="true"><button>Send</button></form>';
    await page.route('**/api', (route) => route.fulfill({ status: 200, body: '' }));
    await page.route('**/moved', (route) => route.fulfill({ status: 303, headers: { location: '/' } }));
    await page.route('**/strict', (route, request) =>
      /ada(@|%40)(&|$)/.test(request.postData() ?? '')
        ? route.fulfill({
            status: 422,
            contentType: 'text/html',
            body: html(refused, site.tag()),
          })
        : route.fulfill({ status: 303, headers: { location: '/' } }),
    );
    site.page('/', html(`<main></main><script>${program}</script>`, site.tag()));
    await page.goto(`${site.origin}/`);
    await ready();

    await type('contact', 'email', 'ada@corp.test');
    await send('contact');
    await poll(submitted).toEqual([{ email: 'ada@corp.test' }]);
    await page.waitForSelector('#login');
    await type('login', 'email', 'ada@corp.test');
    await type('login', 'password', 'hunter2secret');
    await send('login');
    await page.waitForSelector('#strict');
    await type('strict', 'email', 'ada@');
    await send('strict');
    await fence();
    await type('strict', 'email', 'eve@corp.test');
    await send('strict');
    await poll(submitted).toEqual([{ email: 'ada@corp.test' }, { email: 'eve@corp.test' }]);
    await fence();
    expect(submitted()).toHaveLength(2);
    expect(JSON.stringify(site.batches)).not.toContain('hunter2');
  });
});

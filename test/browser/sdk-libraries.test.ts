import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { type Library, libraries, refused } from './libraries.js';
import { type Arrived, html } from './pages.js';
import { fence, page, ready, site } from './sdk_page.js';

interface Submitted extends Arrived {
  form: { fields: Record<string, unknown>; hints: Record<string, { text: string[] }> };
}
/** Each with what a visitor read beside the box that was ticked. */
const leads = () =>
  (site.events('form_submit') as Submitted[]).map(({ form: { fields, hints } }) => [
    fields,
    hints.news?.text,
  ]);

/** The page shows that it has refused a form: by ARIA, by a message, or by what the browser knows of its fields. */
const refusal = () => page.waitForSelector('#strict :is([aria-invalid=true], .error, :invalid)');

/** As the page of an owner would ship it. */
async function bundled({ program }: Library): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

/** The library's page, and a server that answers its forms. */
async function open(library: Library): Promise<void> {
  const program = { contentType: 'text/javascript', body: await bundled(library) };
  await page.route('**/program.js', (route) => route.fulfill(program));
  const head = `${site.tag()}<script defer src="/program.js"></script>`;
  await page.route(/\/(api|strict)$/, (route, request) => {
    if (request.url().endsWith('/api') || /(@|%40)./.test(request.postData() ?? ''))
      return route.fulfill(library.answer ?? { body: 'Thank you' });
    const isFragment = 'hx-request' in request.headers();
    const body = isFragment ? refused(isFragment) : html(refused(isFragment), head);
    return route.fulfill({ status: 422, contentType: 'text/html', body });
  });
  site.page('/', html(`<main>${library.body ?? ''}</main>`, head));
  await page.goto(`${site.origin}/`);
  await ready();
}

it.each(libraries)(
  '$name: a form is a lead, a log-in is none, nor what was refused until it is corrected',
  async (library) => {
    const { input = '', button = 'button', replaced } = library;
    const field = (form: string, name: string) => page.locator(`#${form} [name=${name}]${input}`).first();
    const send = async (form: string) => {
      await page.locator(`#${form}`).evaluate((element) => element.setAttribute('data-sent', ''));
      await page.click(`#${form} ${button}`);
      if (replaced?.test(form)) await page.waitForSelector(`#${form}[data-sent]`, { state: 'detached' });
    };
    await open(library);

    await field('strict', 'email').pressSequentially('ada@');
    await send('strict');
    await refusal();
    await fence();
    expect(leads()).toEqual([]);
    await field('strict', 'email').fill('');
    await field('strict', 'email').pressSequentially('eve@corp.test');
    await send('strict');

    await field('contact', 'email').fill('ada@corp.test');
    await send('contact');
    await field('contact', 'email').fill('bob@corp.test');
    await page.click('#contact [name=news]');
    await send('contact');

    await field('login', 'email').fill('ada@corp.test');
    await field('login', 'password').fill('hunter2secret');
    await send('login');

    await fence();
    expect(leads()).toEqual([
      [{ email: 'eve@corp.test' }, undefined],
      [{ email: 'ada@corp.test' }, undefined],
      [{ email: 'bob@corp.test', news: 'yes' }, ['News']],
    ]);
    expect(JSON.stringify(site.batches)).not.toContain('hunter2');
  },
);

it('jQuery Validate refuses what nobody has typed into', async () => {
  const library = libraries.find(({ name }) => name.includes('Validate')) as Library;
  await open(library);
  await page.click('#strict button');
  await refusal();
  await fence();
  expect(leads()).toEqual([]);
  await page.fill('#strict [name=email]', 'eve@corp.test');
  await page.click('#strict button');
  await fence();
  expect(leads()).toEqual([[{ email: 'eve@corp.test' }, undefined]]);
});

import type { Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { besideRecorder, example, faults, look, page, poll, recorder, screens } from '../testing.js';

besideRecorder('tag-manager');

const choose = (course: string) => page.getByRole('button', { name: `Choose ${course}` }).click();
const isScript = (request: Request) => request.url() === `${recorder.host}/leadline.js`;
/** Of the page views that arrived. */
const paths = () => recorder.events('page_view').map(({ url }) => new URL(String(url)).pathname);

/** Lets the tag fire, and Leadline come only when the function that this returns is called. */
async function openWithout(): Promise<() => Promise<void>> {
  let load = () => {};
  const held = new Promise<void>((resolve) => {
    load = resolve;
  });
  await page.route(`${recorder.host}/leadline.js`, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(isScript);
  await page.goto(example.url);
  await asked;
  return async () => {
    const stub = await page.evaluateHandle('leadline');
    load();
    await page.waitForFunction(
      (stub) => (window as unknown as { leadline: unknown }).leadline !== stub,
      stub,
    );
  };
}

test('what was called before Leadline had loaded arrives in its order, and what is called after it', async () => {
  const load = await openWithout();
  expect(await page.evaluate('document.readyState')).toBe('complete');
  await choose('Milk');
  await choose('Upkeep');
  await choose('Milk');
  expect(recorder.batches).toEqual([]);
  await load();
  await choose('Dialling in');
  await poll(() => recorder.events('course chosen').length).toBe(4);
  const told = recorder.events().filter(({ props }) => props);
  expect(told.map(({ type, props }) => [type, props])).toEqual([
    ['courses shown', { season: 'autumn' }],
    ['course chosen', { course: 'milk' }],
    ['course chosen', { course: 'upkeep' }],
    ['course chosen', { course: 'milk' }],
    ['course chosen', { course: 'dialling-in' }],
  ]);
  expect(paths()).toEqual(['/']);
});

test('a form is captured after the load, and each page is seen once', async () => {
  const load = await openWithout();
  await load();
  await choose('Milk');
  // Not filled in yet: the browser refuses it.
  await page.getByRole('button', { name: 'Save my seat' }).click();
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByRole('button', { name: 'Save my seat' }).click();
  await page.waitForURL('**/thanks.html');
  await poll(paths).toEqual(['/', '/thanks.html']);
  expect(recorder.events('form_submit')).toMatchObject([
    {
      url: `${example.url}/`,
      form: { id: 'course', fields: { course: 'milk', name: 'Ada Byron', email: 'ada@example.com' } },
    },
  ]);
});

test('a tag that fires twice counts nothing twice', async () => {
  const load = await openWithout();
  await load();
  const again = page.waitForEvent('requestfinished', isScript);
  await page.evaluate("dataLayer.push({ event: 'gtm.load' })");
  await again;
  await choose('Upkeep');
  await poll(() => recorder.events('course chosen').length).toBe(1);
  await page.getByLabel('Your name').fill('Grace Hopper');
  await page.getByLabel('E-mail').fill('grace@example.com');
  await page.getByRole('button', { name: 'Save my seat' }).click();
  await page.waitForURL('**/thanks.html');
  await poll(paths).toEqual(['/', '/thanks.html']);
  for (const type of ['courses shown', 'course chosen', 'form_submit'])
    expect(recorder.events(type), type).toHaveLength(1);
});

test.each(screens)('everybody can use it: %s, %i px', async (...screen) => {
  await look(screen);
  await page.goto(example.url);
  expect(await faults()).toEqual([]);
  await choose('Milk');
  expect(await page.evaluate('document.activeElement.name')).toBe('name');
  await page.getByRole('button', { name: 'Save my seat' }).click();
  expect(await faults()).toEqual([]);
  await page.getByLabel('Your name').fill('Joan Clarke');
  await page.getByLabel('E-mail').fill('joan@example.com');
  await page.getByRole('button', { name: 'Save my seat' }).click();
  await page.waitForURL('**/thanks.html');
  expect(await faults()).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { besideRecorder, context, example, faults, look, page, poll, recorder, screens } from '../testing.js';

besideRecorder('consent-banner');

const banner = () => page.getByRole('region', { name: 'May we see which pages you read?' });
const choose = (name: 'Accept' | 'Reject') => page.getByRole('button', { name }).click();
const reopen = () => page.getByRole('button', { name: 'Privacy choices' }).click();
const open = (path = '/') => page.goto(example.url + path);

/** Through the menu, to the end of the loading of the next page. */
async function follow(name: 'Workshop' | 'Prices' | 'Privacy'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.waitForURL(name === 'Workshop' ? '**/index.html' : `**/${name.toLowerCase()}.html`);
}

const kept = () => page.evaluate(() => Object.keys(localStorage).sort());
const keptByLeadline = async () => (await kept()).filter((key) => key.startsWith('leadline'));
/** Of the pages whose views arrived. */
const paths = () => recorder.events('page_view').map(({ url }) => new URL(String(url)).pathname);
const visitors = () => new Set(recorder.batches.map(({ visitor }) => visitor));

/**
 * Clears the site's data, as anyone can, and accepts on the page for prices. What was to be sent before has been sent
 * once the view of this page has: a page that is left sends what it has.
 */
async function startAnew(): Promise<void> {
  await page.evaluate(() => localStorage.clear());
  await open('/prices.html');
  await choose('Accept');
  await poll(() => paths().at(-1)).toBe('/prices.html');
}

describe('the choice', () => {
  test('is waited for: until then nothing is kept or sent, then the page comes that is being read', async () => {
    await open();
    await banner().waitFor();
    await follow('Privacy');
    await banner().waitFor();
    expect(await kept()).toEqual([]);
    expect(recorder.batches).toEqual([]);
    await choose('Accept');
    await banner().waitFor({ state: 'hidden' });
    await poll(paths).toEqual(['/privacy.html']);
    expect(await keptByLeadline()).not.toEqual([]);
  });

  test('yes is remembered from page to page, for one visitor', async () => {
    await open();
    await choose('Accept');
    await follow('Prices');
    expect(await banner().isVisible()).toBe(false);
    await follow('Privacy');
    await poll(paths).toEqual(['/', '/prices.html', '/privacy.html']);
    expect(visitors().size).toBe(1);
  });

  test('no is remembered from page to page, and nothing is ever kept or sent', async () => {
    await open();
    await choose('Reject');
    await follow('Prices');
    expect(await banner().isVisible()).toBe(false);
    await follow('Privacy');
    expect(await kept()).toEqual(['privacy-choice']);
    await startAnew();
    expect(paths()).toEqual(['/prices.html']);
    expect(visitors().size).toBe(1);
  });

  test('yes can be taken back: the visitor is forgotten, in every tab, and nothing more is sent', async () => {
    await open();
    await choose('Accept');
    await poll(paths).toEqual(['/']);
    const tab = await context.newPage();
    await tab.goto(`${example.url}/privacy.html`);
    await poll(paths).toEqual(['/', '/privacy.html']);

    await reopen();
    await choose('Reject');
    await poll(kept).toEqual(['privacy-choice']);
    await tab.getByRole('link', { name: 'Workshop' }).click();
    await tab.waitForURL('**/index.html');
    await tab.close();
    await follow('Privacy');
    expect(await kept()).toEqual(['privacy-choice']);
    await startAnew();
    expect(paths()).toEqual(['/', '/privacy.html', '/prices.html']);
    expect(visitors().size).toBe(2);
  });

  test('is not asked for where Global Privacy Control says no, and can be yes all the same', async () => {
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
    );
    await open();
    expect(await banner().isVisible()).toBe(false);
    await follow('Prices');
    expect(await kept()).toEqual([]);
    await reopen();
    await choose('Accept');
    await poll(paths).toEqual(['/prices.html']);
  });
});

test('yes and no look alike, and come first by the keyboard', async () => {
  await open();
  const looks = await banner()
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map((button) => {
        const { width, height } = button.getBoundingClientRect();
        const { backgroundColor, color, fontSize, fontWeight } = getComputedStyle(button);
        return { width, height, backgroundColor, color, fontSize, fontWeight };
      }),
    );
  expect(looks).toHaveLength(2);
  expect(looks[0]).toEqual(looks[1]);

  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const order: unknown[] = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Tab');
    order.push(await focused());
  }
  expect(order).toEqual(['More on privacy', 'Reject', 'Accept']);
  await page.keyboard.press('Enter');
  await banner().waitFor({ state: 'hidden' });
  expect(await focused()).toBe('Privacy choices');
  await page.keyboard.press('Enter');
  await banner().waitFor();
  expect(await focused()).toBe('May we see which pages you read?');
});

test.each(screens)('everybody can use it: %s, %i px', async (...screen) => {
  await look(screen);
  for (const path of ['/', '/prices.html', '/privacy.html']) {
    await open(path);
    await banner().waitFor();
    expect(await faults(), path).toEqual([]);
    // Nothing is out of reach behind the banner.
    await page.getByRole('button', { name: 'Privacy choices' }).focus();
    const footer = await page.getByRole('button', { name: 'Privacy choices' }).boundingBox();
    const { y = 0 } = (await banner().boundingBox()) ?? {};
    expect(footer && footer.y + footer.height).toBeLessThanOrEqual(y);
  }
  await choose('Reject');
  await follow('Workshop');
  expect(await faults()).toEqual([]);
});

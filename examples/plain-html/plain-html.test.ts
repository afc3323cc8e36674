import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../test/browser/chromium.js';
import { type Instance, startInstance, until } from '../../test/instance.js';

interface Event {
  type: string;
  title: string;
  form_id: string;
  fields: Record<string, string[]>;
  order_id: string;
  value_minor: number;
  currency: string;
  link_kind: string;
}

let instance: Instance;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await instance.stop();
});

beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  return () => page.context().close();
});

const open = (path = '') => page.goto(`${instance.url}/demo/${path}`);

async function fill(form: string, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) await page.fill(`${form} [name=${name}]`, value);
}

/** What the lead with this address did, oldest first, once `count` events are there. */
async function timelineOf(email: string, count: number): Promise<Event[]> {
  const [lead] = await until(
    async () =>
      (
        await instance.get<{ rows: { person_id: string; events: number }[] }>(
          `/v1/query/leads?site=demo&search=${email}`,
        )
      ).rows,
    ([found]) => (found?.events ?? 0) >= count,
  );
  const timeline = await instance.get<{ rows: Event[] }>(
    `/v1/query/timeline?site=demo&person=${lead?.person_id}`,
  );
  expect(timeline.rows).toHaveLength(count);
  return timeline.rows.reverse();
}

test('the contact form, after a look around', async () => {
  await open('?utm_source=newsletter');
  await page.click('nav >> text=Prices');
  await page.waitForURL('**/pricing.html');
  await page.click('nav >> text=Contact');
  await page.waitForURL('**/contact.html');
  await fill('#contact', {
    name: 'Ada Byron',
    email: 'ada@example.com',
    phone: '+353 20 910 0000',
    message: 'It leaks.',
  });
  await page.check('#contact [name=consent]');
  await page.click('#contact button');
  await page.waitForURL('**/thanks.html');
  const events = await timelineOf('ada@example.com', 5);
  expect(events.map(({ type }) => type)).toEqual([
    'page_view',
    'page_view',
    'page_view',
    'form_submit',
    'page_view',
  ]);
  expect(events[3]).toMatchObject({
    form_id: 'contact',
    fields: { message: ['It leaks.'], consent: ['yes'] },
  });
});

test('the newsletter form', async () => {
  await open('pricing.html');
  await fill('#newsletter', { email: 'grace@example.com' });
  await page.click('#newsletter button');
  await page.waitForURL('**/thanks.html');
  const events = await timelineOf('grace@example.com', 3);
  expect(events[1]).toMatchObject({
    type: 'form_submit',
    form_id: 'newsletter',
    fields: { email: ['grace@example.com'] },
  });
});

test('the quote form, which a script sends with fetch', async () => {
  await open('quote.html?product=duet-2');
  await fill('#quote', { name: 'Mary Ward', email: 'mary@example.com' });
  const [first, second] = await page.locator('#quote [name=services]').all();
  await first?.check();
  await second?.check();
  await page.click('#quote button[type=submit]');
  await until(
    () => page.textContent('#quote-status'),
    (text) => Boolean(text?.trim()),
  );
  const events = await timelineOf('mary@example.com', 2);
  expect(events[1]).toMatchObject({ type: 'form_submit', form_id: 'quote' });
  expect(events[1]?.fields.services).toHaveLength(2);
});

test('the checkout: one order, reloaded or not, and no card number anywhere', async () => {
  const sent: { form?: { fields: Record<string, unknown> } }[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/events')) sent.push(...(request.postDataJSON()?.events ?? []));
  });
  await open('checkout.html?product=duet-2');
  await fill('#checkout', {
    name: 'Joan Clarke',
    email: 'joan@example.com',
    address: '1 Mill Lane',
    city: 'Galway',
    postcode: 'H91',
  });
  await fill('#checkout', { card_number: '4111 1111 1111 1111', card_expiry: '12/30', card_code: '737' });
  await page.click('#checkout button[type=submit]');
  await page.waitForURL('**/order-confirmed.html');
  await timelineOf('joan@example.com', 4);
  await page.reload();
  // The reload is one page view more, and no second order.
  const events = await timelineOf('joan@example.com', 5);
  const orders = events.filter(({ type }) => type === 'conversion');
  expect(orders).toMatchObject([{ value_minor: 540_000, currency: 'EUR' }]);
  expect(orders[0]?.order_id).not.toBe('');
  const form = events.find(({ type }) => type === 'form_submit');
  expect(Object.keys(form?.fields ?? {})).toEqual([
    'name',
    'email',
    'address',
    'city',
    'postcode',
    'quantity',
  ]);
  // Of the fields alone: ids, times and ports have any digits.
  const fields = sent.flatMap(({ form: sentForm }) => (sentForm ? [JSON.stringify(sentForm.fields)] : []));
  expect(fields.join()).toContain('joan@example.com');
  expect(fields.join()).not.toMatch(/4111|737|12.30/);
});

test('a phone link', async () => {
  await open();
  await fill('#newsletter', { email: 'call@example.com' });
  await page.evaluate(() =>
    document.addEventListener('click', (event) => event.preventDefault(), { once: true }),
  );
  await page.click('footer a[href^=tel]');
  await page.click('#newsletter button');
  const events = await timelineOf('call@example.com', 4);
  expect(events.find(({ type }) => type === 'link_click')).toMatchObject({ link_kind: 'phone' });
});

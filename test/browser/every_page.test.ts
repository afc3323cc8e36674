import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../../dashboards/sections.js';
import { startInstance } from '../instance.js';
import { settled } from '../screenshots/worlds.js';
import { launchChromium } from './chromium.js';
import { openWatched, violations } from './watched.js';

// Texts as strangers and browsers send them: markup, one word without an end, letters that run the other way, marks that
// turn what follows around.
const WORST = {
  markup: '<b onclick=alert(1)>Bold</b>',
  long: `${'x'.repeat(2_000)} end`,
  leftwards: 'مرحبا بالعالم',
  turned: 'evil\u202egnp.exe',
};

let instance: Awaited<ReturnType<typeof startInstance>>;
let browser: Browser;
/** What stands for `:id` in addresses, by the first part of the path. */
let ids: Record<string, string> = {};
const mishaps: string[] = [];

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance(), launchChromium()]);
  const owner = { name: 'Grace', email: 'grace@owner.example', password: 'sounding lead and line' };
  await post('/v1/setup', { ...owner, key: instance.adminKey });
  for (const [at, [name, text]] of Object.entries(WORST).entries()) {
    const ts = Date.now() - (at + 1) * 60_000;
    const email = `${name}@example.com`;
    const line = { product: name, name: text, price: 10, serial: text, colour: text };
    await post('/v1/events?ack=stored', {
      site: 'demo',
      person: { email },
      events: [
        { type: 'lead_entered', email, name: text, company: text, notes: text },
        { type: `own_${name}`, props: { text } },
        { type: 'purchase', orderId: name, lines: [line], reps: [text], instructions: text, coupon: text },
        { type: 'refund', orderId: name, value: 4, reason: text },
        { type: 'feedback', orderId: name, rating: 4, text },
      ].map((event, index) => ({ id: `${name}-${index}`, ts: ts + index, ...event })),
    });
  }
  await post('/v1/entities/links?site=demo', {
    destination: 'https://www.example.com/',
    title: 'x'.repeat(200),
  });
  const { rows } = await instance.get<{ rows: { id: string; url: string }[] }>(
    '/v1/entities/links?site=demo',
  );
  await fetch(rows[0]?.url ?? '', { redirect: 'manual', headers: { 'User-Agent': WORST.markup } });
  const answer = await instance.get<{ rows: { person_id: string }[] }>(
    '/v1/query/leads?site=demo&search=long',
  );
  ids = {
    persons: answer.rows[0]?.person_id ?? '',
    orders: 'long',
    products: 'long',
    links: rows[0]?.id ?? '',
  };
});

afterAll(async () => {
  await browser?.close();
  await instance?.stop();
});

async function post(path: string, body: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${instance.adminKey}` };
  const response = await fetch(instance.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status).toBeLessThan(300);
  const { rejected = [] } = JSON.parse((await response.text()) || '{}');
  expect(rejected).toEqual([]);
}

const addressOf = (path: string) =>
  `${instance.url}${path.replace(':id', ids[path.split('/')[1] ?? ''] ?? '')}?site=demo`;

/** What is folded away is looked at as well. */
async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
}

/** For one of them, in each of its windows, on a busy machine. */
const PAGE_MS = 15_000;

describe.each(['light', 'dark'] as const)('every page, in %s', (colorScheme) => {
  it(
    'can be used by everybody, on a phone upright and lying, at a desk and enlarged',
    async () => {
      const look = { colorScheme, viewport: { width: 1280, height: 800 } };
      const { page, context } = await openWatched(browser, { url: instance.url, mishaps, look });
      await page.goto(`${instance.url}/#key=${encodeURIComponent(instance.adminKey)}`);
      await page.locator('nav').waitFor({ state: 'attached' });
      for (const { path } of pages) {
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(addressOf(path));
        await settled(page);
        await openAll(page);
        expect(await violations(page), `${path} at a desk`).toEqual([]);
        // 640 px is what is left of 1,280 where somebody enlarges it to 200 %.
        for (const [width, height] of [
          [640, 400],
          [844, 390],
          [360, 740],
        ] as const) {
          await page.setViewportSize({ width, height });
          const shown = () => page.evaluate(() => document.documentElement.scrollWidth);
          await expect.poll(shown, { message: `${path} at ${width} px` }).toBeLessThanOrEqual(width);
        }
        await openAll(page);
        expect(await violations(page), `${path} on a phone`).toEqual([]);
      }
      await context.close();
    },
    pages.length * PAGE_MS,
  );
});

it('never broke its policy, never threw, never talked to anybody else', () => expect(mishaps).toEqual([]));

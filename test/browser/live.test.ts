// Pages that follow what happens: by one stream a tab, which says what has changed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstance, until } from '../instance.js';
import { launchChromium } from './chromium.js';
import { openWatched, violations } from './watched.js';

let dataDir: string;
let instance: Awaited<ReturnType<typeof startInstance>>;
let browser: Browser;
const mishaps: string[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'leadline-live-'));
  [instance, browser] = await Promise.all([startInstance({ dataDir }), launchChromium()]);
  const owner = { name: 'Grace', email: 'grace@owner.example', password: 'sounding lead and line' };
  await ask('/v1/setup', { ...owner, key: instance.adminKey }, {});
});

afterAll(async () => {
  await browser?.close();
  await instance?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(
  path: string,
  body: object,
  headers: Record<string, string> = { Authorization: `Bearer ${instance.adminKey}` },
): Promise<void> {
  const response = await fetch(instance.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

let count = 0;
const lead = (site: string, name: string, fields: object = {}) => {
  const email = `${name.toLowerCase()}@people.example`;
  const event = { id: `live-${++count}`, ts: Date.now(), type: 'lead_entered', email, name, ...fields };
  return ask('/v1/events?ack=stored', { site, person: { email }, events: [event] });
};

/** How many streams the collector has open. */
const streams = async (): Promise<number> => {
  const headers = { Authorization: `Bearer ${instance.adminKey}` };
  const metrics = await (await fetch(`${instance.url}/metrics`, { headers })).text();
  return Number(/^leadline_streams_open (\d+)$/m.exec(metrics)?.[1]);
};
const isOne = (open: number) => open === 1;

/** Whether the people of a new site were looked through: that is news to the pages that show them. */
async function isFilled(site: string): Promise<boolean> {
  const headers = { Authorization: `Bearer ${instance.adminKey}` };
  const answer = await fetch(`${instance.url}/v1/query/jobs?site=${site}&job=fill_people`, { headers });
  const { rows } = (await answer.json()) as { rows: { last_ended_at: number }[] };
  return rows.some(({ last_ended_at }) => last_ended_at > 0);
}

/** A site of its own with people in it, and the page that lists them, up to date. */
async function leadsOf(...names: string[]): Promise<{ page: Page; site: string; close(): Promise<void> }> {
  const site = `site-${++count}`;
  const body = JSON.stringify({ name: site, origins: [] });
  const headers = { Authorization: `Bearer ${instance.adminKey}` };
  await fetch(`${instance.url}/v1/entities/sites/${site}`, { method: 'PUT', headers, body });
  for (const name of names) await lead(site, name);
  await until(() => isFilled(site), Boolean);
  const { page, context } = await openWatched(browser, { url: instance.url, mishaps });
  const isUpToDate = upToDate(page);
  await page.goto(`${instance.url}/leads?site=${site}#key=${encodeURIComponent(instance.adminKey)}`);
  for (const name of names) await page.getByRole('link', { name }).waitFor();
  await until(streams, isOne);
  await until(async () => isUpToDate(), Boolean);
  return { page, site, close: () => context.close() };
}

/** What was asked before the stream was open is read once more: whether all of it has been answered since. */
function upToDate(page: Page): () => boolean {
  const shown = ['/v1/query/leads', '/v1/entities/sites', '/v1/query/team'];
  const asked = new Set<Request>();
  const answered = new Set<string>();
  let isOpen = false;
  page.on('request', (request) => {
    if (isOpen) asked.add(request);
  });
  // For one that is answered with 304 Playwright tells no end.
  page.on('response', (response) => {
    const request = response.request();
    const { pathname } = new URL(request.url());
    if (pathname === '/v1/stream') isOpen = true;
    if (asked.has(request)) answered.add(pathname);
  });
  return () => shown.every((path) => answered.has(path));
}

const names = (page: Page) =>
  page.locator('tbody a').evaluateAll((links) => links.map((link) => link.textContent));

/** As a browser tells its pages; one without a window does not. */
const show = (page: Page, visible: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, !visible);

describe('a list that is open', () => {
  it('announces who is new once, moves nothing, and shows them when asked', async () => {
    const { page, site, close } = await leadsOf('Ada');
    const before = await page.getByRole('link', { name: 'Ada' }).boundingBox();
    await lead(site, 'Bob');
    const first = page.getByRole('button', { name: '1 new' });
    await first.waitFor();
    expect(await names(page)).toEqual(['Ada']);
    expect(await page.getByRole('link', { name: 'Ada' }).boundingBox()).toEqual(before);
    const said = () => page.getByRole('status').allInnerTexts();
    expect(await said()).toContain('1 new');
    expect(await violations(page)).toEqual([]);

    await lead(site, 'Cleo');
    const both = page.getByRole('button', { name: '2 new' });
    await both.waitFor();
    expect(await said()).toContain('1 new');
    // Whoever is shown is up to date where they stand.
    await lead(site, 'Ada', { company: 'Analytical Engines' });
    await page.getByRole('row').filter({ hasText: 'Analytical Engines' }).waitFor();
    expect(await names(page)).toEqual(['Ada']);

    await both.click();
    await both.waitFor({ state: 'detached' });
    expect(await names(page)).toEqual(['Cleo', 'Bob', 'Ada']);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Leads');
    await close();
  });

  it('asks for nothing while nothing happens, and has no connection while nobody sees it', async () => {
    const { page, site, close } = await leadsOf('Dora');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    // What is measured is that nothing happens in this time.
    await page.waitForTimeout(3_000);
    expect(requests).toEqual([]);

    await show(page, false);
    await until(streams, (open) => open === 0);
    await lead(site, 'Emil');
    await page.waitForTimeout(500);
    expect(requests).toEqual([]);
    await show(page, true);
    await page.getByRole('button', { name: '1 new' }).waitFor();
    await until(streams, isOne);
    expect(requests.filter((url) => url.includes('/v1/stream'))).toHaveLength(1);
    await close();
  });

  it('knows more than one page by one stream, and goes on with it from page to page', async () => {
    const { page, site, close } = await leadsOf('Finn');
    const opened: string[] = [];
    page.on('request', (request) => opened.push(request.url()));
    await page.getByRole('link', { name: 'Finn' }).click();
    await page.getByRole('heading', { level: 1, name: 'Finn' }).waitFor();
    // Who they are the list knew; what they did is read then, and what comes after it is new.
    await page.locator('.timeline .card').waitFor();
    await lead(site, 'Finn', { company: 'Fins' });
    await page.getByRole('button', { name: '1 new' }).click();
    await page.getByText('Fins', { exact: true }).first().waitFor();
    expect(opened.filter((url) => url.includes('/v1/stream'))).toEqual([]);
    await close();
  });

  it('recovers from a collector that was killed', async () => {
    const { page, site, close } = await leadsOf('Gail');
    const port = new URL(instance.url).port;
    await instance.kill();
    const stale = page.getByText('may be out of date');
    await stale.waitFor();
    expect(await names(page)).toEqual(['Gail']);
    instance = await startInstance({ dataDir, env: { LEADLINE_PORT: port } });
    await stale.waitFor({ state: 'detached' });
    await until(streams, isOne);
    await lead(site, 'Hugo');
    await page.getByRole('button', { name: '1 new' }).waitFor();
    await close();
  });

  it('asks for the password where the session has ended, and then goes on', async () => {
    const { page, site, close } = await leadsOf('Ines');
    const ended = await page.evaluate(async () => {
      const { sessionId } = await (await fetch('/v1/session')).json();
      return sessionId as string;
    });
    const headers = { Authorization: `Bearer ${instance.adminKey}`, 'If-Match': '*' };
    await fetch(`${instance.url}/v1/entities/sessions/${ended}`, { method: 'DELETE', headers });
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await streams()).toBe(0);
    await dialog.getByLabel('Admin key', { exact: true }).fill(instance.adminKey);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await until(streams, isOne);
    await lead(site, 'Jack');
    await page.getByRole('button', { name: '1 new' }).waitFor();
    await close();
  });
});

it('never broke its policy, never threw, never talked to anybody else', () => expect(mishaps).toEqual([]));

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { type Instance, startInstance } from '../instance.js';
import { addPeople } from './people.js';

/** What is photographed: an instance, and whose page is shown where there is one for each: by the first part of its path. */
interface World {
  instance: Instance;
  ids: Record<string, string>;
}

const OWNER = { name: 'Ada Lovelace', email: 'ada@halfturn.example', password: 'sounding lead and line' };
/** Enough for lists that go on. */
const VISITORS = 2_000;

export const worlds = {
  seeded: () => worldOf(seed),
  empty: () => worldOf(async () => ({})),
};

/** @param fill says whose pages are shown */
async function worldOf(fill: (instance: Instance) => Promise<World['ids']>): Promise<World> {
  const instance = await startInstance();
  await setUp(instance);
  return { instance, ids: await fill(instance) };
}

async function setUp({ url, adminKey }: Instance): Promise<void> {
  const body = JSON.stringify({ ...OWNER, key: adminKey });
  const headers = { 'Content-Type': 'application/json' };
  const { status } = await fetch(`${url}/v1/setup`, { method: 'POST', headers, body });
  if (status !== 204) throw new Error(`The first account could not be made: ${status}`);
}

async function seed(instance: Instance): Promise<World['ids']> {
  const { url, adminKey } = instance;
  const child = spawn(process.execPath, ['examples/seed/seed.mjs', url, '--visitors', String(VISITORS)], {
    env: { ...process.env, LEADLINE_ADMIN_KEY: adminKey },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The company could not be seeded: ${code}`);
  const headers = { Authorization: `Bearer ${adminKey}` };
  const body = JSON.stringify({
    name: 'Shop backend',
    scopes: ['events:write', 'queries:read'],
    sites: ['demo'],
  });
  const made = await fetch(`${url}/v1/entities/keys`, { method: 'POST', headers, body });
  if (made.status !== 201) throw new Error(`The key could not be made: ${made.status}`);
  const persons = await addPeople(instance, OWNER.email);
  const { rows } = await instance.get<{ rows: { order_id: string; lines: { product: string }[] }[] }>(
    '/v1/query/purchases?site=demo&status=partly_refunded&limit=1',
  );
  return {
    persons,
    orders: rows[0]?.order_id ?? '',
    products: rows[0]?.lines[0]?.product ?? '',
    links: 'spring-button',
  };
}

/** A window of the owner, who is signed in. */
export async function openAs(
  browser: Browser,
  { url }: Instance,
  { language, scheme }: { language: string; scheme: string },
): Promise<{ page: Page; close(): Promise<void> }> {
  const context = await browser.newContext({
    locale: language,
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Dublin',
  });
  const { email, password } = OWNER;
  // As a page of its own would: the session's cookie is the context's from then on.
  const answer = await context.request.post(`${url}/v1/session`, {
    data: { email, password },
    headers: { Origin: url },
  });
  if (!answer.ok()) throw new Error(`The owner could not sign in: ${answer.status()}`);
  return { page: await context.newPage(), close: () => context.close() };
}

/** Waits until the page shows what it has to show. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  // On the page of components some are being read for ever.
  await page.waitForFunction(
    () => !document.querySelector(':is(.skeleton, [aria-busy="true"]):not(.design-part *)'),
  );
}

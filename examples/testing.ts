// For the tests of the examples: an example as a site of its own, the Leadline that it talks to, and a visitor.
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from '../test/browser/chromium.js';
import { startTestSite, type TestSite } from '../test/browser/pages.js';
import { type Instance, startInstance, until } from '../test/instance.js';
import { serveExample } from './serve.mjs';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
export let example: Awaited<ReturnType<typeof serveExample>>;
/** The real collector, in tests that ask it what it knows. */
let instance: Instance;
/** The recording one, in tests of what is sent and what is not. */
export let recorder: TestSite;
export let context: BrowserContext;
export let page: Page;
/** What must not happen: errors, and requests to anyone but the example and its Leadline. */
const mishaps: string[] = [];
export const poll = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

async function newVisitor(...origins: string[]): Promise<void> {
  context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  context.on('weberror', (error) => mishaps.push(error.error().message));
  context.on('request', (request) => {
    if (!origins.concat('data:').some((start) => request.url().startsWith(start)))
      mishaps.push(request.url());
  });
  page = await context.newPage();
}

async function leave(): Promise<void> {
  await context.close();
  expect(mishaps.splice(0)).toEqual([]);
}

/** Runs an example beside the real collector, whose demo site allows its address, with a new visitor for each test. */
export function besideCollector(name: string): void {
  beforeAll(async () => {
    instance = await startInstance();
    example = await serveExample(name, { leadline: instance.url });
    const { ok } = await fetch(`${instance.url}/v1/entities/sites/demo`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${instance.adminKey}`, 'If-Match': '*' },
      body: JSON.stringify({ name: 'Demo', origins: [example.url] }),
    });
    expect(ok).toBe(true);
  });
  afterAll(async () => {
    await example?.close();
    await instance?.stop();
  });
  beforeEach(async () => {
    example.posts.length = 0;
    await newVisitor(example.url, instance.url);
    return leave;
  });
}

/** Runs an example beside a recording collector, a new one and a new visitor for each test. */
export function besideRecorder(name: string): void {
  beforeEach(async () => {
    recorder = await startTestSite();
    example = await serveExample(name, { leadline: recorder.host });
    await newVisitor(example.url, recorder.host);
    return async () => {
      await leave();
      await example.close();
      await recorder.close();
    };
  });
}

interface Event {
  type: string;
  url: string;
  title: string;
  form_id: string;
  fields: Record<string, string[]>;
}

/**
 * The pages that the lead with this address saw and the forms that were submitted, oldest first, once there are
 * `count`; if there are more, they are here as well.
 */
export async function timelineOf(email: string, count: number): Promise<Event[]> {
  const rows = async <Row>(query: string) => (await instance.get<{ rows: Row[] }>(`/v1/query/${query}`)).rows;
  const [lead] = await until(
    () => rows<{ person_id: string }>(`leads?site=demo&search=${email}`),
    ({ length }) => length > 0,
  );
  return until(
    async () => {
      const events = await rows<Event>(`timeline?site=demo&person=${lead?.person_id}`);
      return events.reverse().filter(({ type }) => /^(page_view|form_submit)$/.test(type));
    },
    ({ length }) => length >= count,
  );
}

/** Colour scheme and width of the screens that a page has to look right on. */
export const screens = (['light', 'dark'] as const).flatMap((scheme) =>
  [390, 1280].map((width) => [scheme, width] as const),
);

export async function look([colorScheme, width]: (typeof screens)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 800 });
}

/** What is wrong with the page as it stands: WCAG 2.2 AA as far as a program can tell, and a need to scroll sideways. */
export async function faults(): Promise<string[]> {
  await page.evaluate(`${axe};0`);
  const { violations }: AxeResults = await page.evaluate(
    `axe.run(document, ${JSON.stringify({ runOnly: wcag })})`,
  );
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    .concat(isWide ? 'wider than the screen' : []);
}

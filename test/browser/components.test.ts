import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstance } from '../instance.js';
import { launchChromium } from './chromium.js';
import { type Look, openWatched, violations } from './watched.js';

let instance: Awaited<ReturnType<typeof startInstance>>;
let browser: Browser;
const mishaps: string[] = [];
/** Where the story of each component goes on. */
let page: Page;

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance(), launchChromium()]);
  const owner = { name: 'Grace', email: 'grace@owner.example', password: 'sounding lead and line' };
  const body = JSON.stringify({ ...owner, key: instance.adminKey });
  const headers = { 'Content-Type': 'application/json' };
  expect((await fetch(`${instance.url}/v1/setup`, { method: 'POST', headers, body })).status).toBe(204);
  page = await open();
});

afterAll(async () => {
  await browser?.close();
  await instance?.stop();
});

const url = (search = '') => `${instance.url}/design?site=demo${search}`;

async function open(look?: Look): Promise<Page> {
  const { page } = await openWatched(browser, { url: instance.url, mishaps, look });
  await page.goto(`${url()}#key=${encodeURIComponent(instance.adminKey)}`);
  await page.getByRole('heading', { level: 1, name: 'Components' }).waitFor();
  return page;
}

async function show(search = ''): Promise<void> {
  await page.goto(url(search));
  await page.getByRole('heading', { level: 1, name: 'Components' }).waitFor();
}

const table = () => page.getByRole('table', { name: 'People' });
const names = () => table().getByRole('rowheader').allTextContents();
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const focusedText = () => page.evaluate(() => document.activeElement?.textContent ?? '');
const shown = () => new URL(page.url()).searchParams;

describe('a table', () => {
  it('is sorted by its headers, and says so in the address', async () => {
    await show();
    await table().getByRole('button', { name: 'Name' }).click();
    await page.waitForURL(/sort=name&order=asc/);
    expect(await table().getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    const ascending = await names();
    await table().getByRole('button', { name: 'Name' }).click();
    await page.waitForURL(/order=desc/);
    expect(await names()).toEqual(ascending.reverse());
    await page.reload();
    await table().waitFor();
    expect(await names()).toEqual(ascending);
  });

  it('is walked through, selected from and opened with the keyboard', async () => {
    await show();
    const [first = '', second = ''] = await names();
    await page.keyboard.press('j');
    expect(await focusedText()).toBe(first);
    await page.keyboard.press('j');
    expect(await focusedText()).toBe(second);
    const before = await table().boundingBox();
    await page.keyboard.press('x');
    await page.getByText('1 selected', { exact: true }).waitFor();
    expect(await table().boundingBox()).toEqual(before);
    expect(await page.getByRole('checkbox', { name: `Select ${second}`, exact: true }).isChecked()).toBe(
      true,
    );
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await button('Assign').click();
    await page.getByText('Assigned: 2').waitFor();
    await page.getByRole('checkbox', { name: 'Select all shown' }).check();
    await page.getByText('40 selected').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('40 selected').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#sample-/);
  });

  it('opens a row by a click anywhere in it, but not while text is marked', async () => {
    await show();
    const company = await table().getByText('Kettlewell Café').first().boundingBox();
    if (!company) throw new Error('not shown');
    await page.mouse.move(company.x + 2, company.y + 8);
    await page.mouse.down();
    await page.mouse.move(company.x + 60, company.y + 8, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString())).not.toBe('');
    expect(page.url()).not.toContain('#');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await table().getByText('Working').first().click();
    await page.waitForURL(/#sample-/);
  });

  it('shows the columns that its reader chooses, at the next visit as well', async () => {
    await show();
    await button('Columns').first().click();
    const panel = page.getByRole('dialog', { name: 'Columns' });
    expect(await panel.getByLabel('Name').isDisabled()).toBe(true);
    await panel.getByLabel('Country').check();
    await panel.getByLabel('Company').uncheck();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.reload();
    await table().getByRole('columnheader', { name: 'Country' }).waitFor();
    expect(await table().getByRole('columnheader', { name: 'Company' }).count()).toBe(0);
    await button('Columns').first().click();
    await button('The usual columns').click();
    await table().getByRole('columnheader', { name: 'Company' }).waitFor();
  });

  it('keeps a row of 40 pixels whatever is in it, and tells the whole of what it cuts', async () => {
    await show();
    const odd = page.getByRole('table', { name: 'Odd texts' });
    const heights = await odd
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    for (const height of heights) expect(Math.abs(height - 40)).toBeLessThanOrEqual(1);
    const long = odd.getByRole('rowheader').first();
    await long.hover();
    expect((await long.getAttribute('title'))?.length).toBe(10_000);
  });
});

describe('filters', () => {
  it('read as sentences, are added, changed and removed, and stand in the address', async () => {
    await show('&status!=disqualified&moon=full');
    await page.getByText('Status is not Disqualified').waitFor();
    // What is no column filters nothing.
    expect(await page.getByText('moon').count()).toBe(0);
    expect(await names()).toHaveLength(30);

    await button('+ Filter').click();
    const editor = page.getByRole('dialog', { name: 'Filter' });
    await editor.getByLabel('Column').selectOption({ label: 'Country' });
    await editor.getByLabel('Spain').check();
    await editor.getByLabel('Ireland').check();
    await editor.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Country is Spain or Ireland').waitFor();
    expect(shown().getAll('country')).toEqual(['ES', 'IE']);

    await button(/^Remove the filter: Country/).click();
    await page.getByText('Country is Spain or Ireland').waitFor({ state: 'detached' });
    await page.getByText('Status is not Disqualified').click();
    await page.getByRole('dialog').getByLabel('How').selectOption({ label: '… is …' });
    await button('Apply').click();
    await page.getByText('Status is Disqualified').waitFor();
    expect(shown().get('status')).toBe('disqualified');
    expect(shown().has('status!')).toBe(false);
    expect(shown().has('country')).toBe(false);
  });
});

describe('a form', () => {
  const name = () => page.locator('#form').getByLabel('Name', { exact: true });
  const save = () => page.locator('#form').getByRole('button', { name: 'Save', exact: true }).click();

  it('says at its place what is wrong, a line of a list included', async () => {
    await show();
    await name().fill('');
    await page.getByLabel('Addresses, 2', { exact: true }).fill('shop.halfturn.example');
    await save();
    await page.getByText('Name is missing.').waitFor();
    expect(await name().getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Addresses, 2', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Addresses, 1', { exact: true }).getAttribute('aria-invalid')).toBe('false');
    expect(await violations(page)).toEqual([]);
  });

  it('keeps what was typed through a closed tab, until it is discarded or saved', async () => {
    await show();
    await button('Keep them').click();
    expect(await name().inputValue()).toBe('');
    await name().fill('Half');
    await show();
    await page.getByText(/^Your unsaved changes of/).waitFor();
    expect(await name().inputValue()).toBe('Halfturn');
    await button('Keep them').click();
    expect(await name().inputValue()).toBe('Half');
    await page.getByLabel('Addresses, 2', { exact: true }).fill('https://shop.halfturn.example');
    await save();
    await page.getByText('Saved.').waitFor();
    await show();
    await name().waitFor();
    expect(await page.getByText(/^Your unsaved changes/).count()).toBe(0);
  });

  it('shows two editors both values, and puts together what only one has changed', async () => {
    await show();
    await name().fill('Halfturn Coffee');
    await page.getByLabel('Rooms').fill('34');
    await button('Have somebody else save a name and a level').click();
    await save();
    const two = page.getByRole('group', { name: 'Name: two values' });
    await two.waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('.two-values'));
    expect(await page.getByLabel('Level').inputValue()).toBe('gold');
    expect(await page.getByLabel('Rooms').inputValue()).toBe('34');
    await save();
    await page.getByText('Choose which of the two holds.').waitFor();
    expect(await violations(page)).toEqual([]);
    await two.getByLabel('Theirs, saved meanwhile: Halfturn Roasters').check();
    expect(await name().inputValue()).toBe('Halfturn Roasters');
    await save();
    await page.getByText('Saved.').waitFor();
    await two.waitFor({ state: 'detached' });
  });

  it('makes lines of what is pasted into a list', async () => {
    await show();
    await button('Add an address').click();
    await page.getByLabel('Addresses, 3', { exact: true }).evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', 'https://a.example\n\n https://b.example \n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(await page.getByLabel('Addresses, 3', { exact: true }).inputValue()).toBe('https://a.example');
    expect(await page.getByLabel('Addresses, 4', { exact: true }).inputValue()).toBe('https://b.example');
  });
});

describe('reports', () => {
  it('have their days and comparison in the address', async () => {
    await show();
    await button('Last 30 days').click();
    await button('Last month').click();
    await button('No comparison').click();
    await button(/^A year before/).click();
    await page
      .getByText(/from \d+/)
      .first()
      .waitFor();
    expect(shown().get('compare')).toBe('year');
    expect(shown().get('from')).toMatch(/^\d{4}-\d\d-01$/);
    await button('Last month').click();
    const panel = page.getByRole('dialog', { name: 'Days' });
    await panel.getByLabel('From').fill('2026-03-31');
    await panel.getByLabel('To').fill('2026-03-29');
    await panel.getByText('The first day comes after the last.').waitFor();
    await panel.getByLabel('From').fill('2026-03-27');
    await button('Show these days').click();
    await page.waitForURL(/from=2026-03-27&to=2026-03-29/);
  });

  it('tell a chart by the keyboard and as a table', async () => {
    await show('&from=2026-03-27&to=2026-03-29&compare=previous');
    const chart = page.getByRole('slider', { name: 'Leads by day' });
    await chart.focus();
    await page.keyboard.press('Home');
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/^27 Mar 2026: \d+ · 24 Mar 2026: \d+$/);
    await page.keyboard.press('ArrowRight');
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/^28 Mar/);
    await button('Show as table').first().click();
    const twin = page.getByRole('table', { name: 'Leads by day' });
    expect(await twin.getByRole('rowheader').allTextContents()).toEqual([
      '27 Mar 2026',
      '28 Mar 2026',
      '29 Mar 2026',
    ]);
    expect(await violations(page)).toEqual([]);
  });
});

describe('lists', () => {
  const list = () => page.getByRole('list', { name: '10,000 rows' });
  const box = () => page.getByRole('region', { name: '10,000 rows' });
  const top = () => box().evaluate((element) => element.getBoundingClientRect().top);
  const rowAt = (text: string) => list().getByText(text, { exact: true });

  it('of 10,000 rows draw a few of them, and know their number', async () => {
    await show();
    const rows = list().getByRole('listitem');
    await rowAt('Row 1').waitFor();
    expect(await rows.count()).toBeLessThan(60);
    expect(await rows.first().getAttribute('aria-setsize')).toBe('10000');
    await box().focus();
    await page.keyboard.press('End');
    await rowAt('Row 9,999').waitFor();
    expect(await list().locator('[aria-posinset="10000"]').textContent()).toBe('Row 9,999');
  });

  it('keep what is being read in its place when rows come above it', async () => {
    await show();
    await box().evaluate((element) => element.scrollTo(0, 4_000));
    const read = list()
      .getByText(/^Row 1\d\d$/)
      .first();
    await read.waitFor();
    const text = (await read.textContent()) ?? '';
    const place = async () => (await rowAt(text).boundingBox())?.y ?? Number.NaN;
    const before = (await place()) - (await top());
    await button('Put 10 rows above').click();
    await list().locator('[aria-setsize="10010"]').first().waitFor();
    await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))));
    expect(Math.abs((await place()) - (await top()) - before)).toBeLessThanOrEqual(1);
  });

  it('fold a visit to one line that opens', async () => {
    await show();
    expect(await page.getByText('Viewed /prices').count()).toBe(0);
    await button('Show 4 entries').click();
    await page.getByText('Viewed /prices').waitFor();
    await button('Show less').click();
    await page.getByText('Viewed /prices').waitFor({ state: 'detached' });
  });
});

describe('a toast', () => {
  it('offers to undo, is reached by a key and closed by Escape', async () => {
    await show();
    await button('Remove something').click();
    const removed = page.getByText('Removed.', { exact: true });
    await removed.waitFor();
    await page.keyboard.press('u');
    await page.keyboard.press('Enter');
    await page.getByText('Undone.').waitFor();
    await removed.waitFor({ state: 'detached' });
    await button('Remove something').click();
    await removed.waitFor();
    await page.keyboard.press('u');
    await page.keyboard.press('Escape');
    await removed.waitFor({ state: 'detached' });
  });

  it('stays while it has the focus', async () => {
    await page.clock.install();
    await show();
    await button('Remove something').click();
    const removed = page.getByText('Removed.', { exact: true });
    await removed.waitFor();
    await page.keyboard.press('u');
    await page.clock.runFor(60_000);
    expect(await removed.count()).toBe(1);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.clock.runFor(60_000);
    await removed.waitFor({ state: 'detached' });
    await page.context().close();
    page = await open();
  });
});

describe('shortcuts', () => {
  it('are listed, and lead to pages', async () => {
    await show();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Go to Leads').waitFor();
    await dialog.getByText('Next row').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor();
  });

  it('wait while somebody types, and can be switched off', async () => {
    await show();
    const name = page.locator('#form').getByLabel('Name', { exact: true });
    await name.fill('');
    await name.press('j');
    await name.press('?');
    expect(await name.inputValue()).toBe('j?');
    await page.locator('h1').first().click();
    await page.keyboard.press('?');
    await page.getByLabel('Shortcuts are on in this browser').uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await table().waitFor();
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  });
});

describe('every component', () => {
  it.each([
    { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
    { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true },
    { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true },
    { forcedColors: 'active', viewport: { width: 1280, height: 800 } },
  ] as const)('has no violation and no sideways scroll with %j', async (look) => {
    const opened = await open(look);
    await opened.getByRole('slider').first().waitFor();
    expect(await violations(opened)).toEqual([]);
    const isWide = await opened.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isWide).toBe(false);
    await opened.context().close();
  });

  it('runs nothing that people wrote, and breaks no policy', () => {
    expect(mishaps).toEqual([]);
  });
});

// Pages of people: what is said of them, joining and separating by hand, views that a team saves.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstance, until } from '../instance.js';
import { launchChromium } from './chromium.js';
import { openWatched, violations } from './watched.js';

let instance: Awaited<ReturnType<typeof startInstance>>;
let browser: Browser;
const mishaps: string[] = [];

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance(), launchChromium()]);
  await post('/v1/setup', {
    name: 'Grace',
    email: 'grace@owner.example',
    password: 'sounding lead and line',
    key: instance.adminKey,
  });
});

afterAll(async () => {
  await browser?.close();
  await instance?.stop();
});

async function post(
  path: string,
  body: object,
  headers: Record<string, string> = { Authorization: `Bearer ${instance.adminKey}` },
): Promise<void> {
  const response = await fetch(instance.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

let count = 0;
const enter = (email: string, fields: object = {}) =>
  post('/v1/events?ack=stored', {
    site: 'demo',
    person: { email, ...('customer' in fields && { customer: fields.customer }) },
    events: [{ id: `people-${++count}`, ts: Date.now(), type: 'lead_entered', email, ...fields }],
  });

const idOf = async (search: string): Promise<string> => {
  const path = `/v1/query/leads?site=demo&search=${encodeURIComponent(search)}`;
  return (await instance.get<{ rows: { person_id: string }[] }>(path)).rows[0]?.person_id ?? '';
};

async function open(path: string): Promise<{ page: Page; close(): Promise<void> }> {
  const { page, context } = await openWatched(browser, { url: instance.url, mishaps });
  await page.goto(`${instance.url}/leads#key=${encodeURIComponent(instance.adminKey)}`);
  await page.locator('nav').waitFor({ state: 'attached' });
  await page.goto(`${instance.url}${path}`);
  return { page, close: () => context.close() };
}

const leadNamed = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

describe('two people', () => {
  it('are joined from the list, with both seen before, and are two again when that is undone', async () => {
    await enter('ana@hotel.example', { name: 'Ana Ruiz', phone: '+34 600 123 456' });
    await enter('ana.ruiz@home.example', { name: 'A. Ruiz', company: 'Hotel <b>Sol</b>' });
    const { page, close } = await open('/leads?site=demo&search=ruiz');
    await page.getByText('2 people').first().waitFor();
    for (const name of ['Ana Ruiz', 'A. Ruiz']) {
      await leadNamed(page, name).focus();
      await page.keyboard.press('x');
    }
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const line = (title: string) => dialog.getByRole('row', { name: title }).locator('td').allInnerTexts();
    await dialog.getByRole('row', { name: 'E-mail' }).waitFor();
    expect((await line('E-mail')).sort()).toEqual(['ana.ruiz@home.example', 'ana@hotel.example']);
    expect((await line('Company')).sort()).toEqual(['Hotel <b>Sol</b>', '—']);
    expect(await violations(page)).toEqual([]);

    await dialog.getByRole('button', { name: 'Join', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('1 person').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await leadNamed(page, 'Ana Ruiz').waitFor();
    await leadNamed(page, 'A. Ruiz').waitFor();
    await close();
  });

  it('who were joined keep their addresses, and are separated by an identifier', async () => {
    await enter('eva@one.example', { name: 'Eva One' });
    await enter('eva@two.example', { name: 'Eva Two' });
    const ids = [await idOf('eva@one.example'), await idOf('eva@two.example')].sort();
    const [staying = '', going = ''] = ids;
    const { page, close } = await open(`/persons/${going}?site=demo`);
    await page.getByRole('button', { name: 'Join with…' }).click();
    await page.getByRole('searchbox', { name: 'Look for the other person' }).fill('eva');
    await page.getByRole('dialog').locator('.pick').click();
    await page.getByRole('dialog').getByRole('row', { name: 'E-mail' }).waitFor();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.waitForURL(`**/persons/${staying}?site=demo`);
    // What they have done themselves shows by itself: all of the page, and nothing of it as news.
    const entered = page.getByRole('region', { name: 'Timeline' }).getByText('Was entered as a lead');
    await entered.nth(1).waitFor();
    expect(await page.getByRole('button', { name: /^\d+ new$/ }).count()).toBe(0);

    await page.goto(`${instance.url}/persons/${going}?site=demo`);
    await page.waitForURL(`**/persons/${staying}?site=demo`);
    const known = page.getByRole('region', { name: 'Known by' });
    await known.getByRole('button', { name: 'Separate eva@two.example' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('columnheader').nth(1).waitFor();
    expect(await dialog.getByRole('columnheader').allInnerTexts()).toEqual([
      'Becomes another person',
      'Stays with this person',
    ]);
    const cellsOf = (name: string) => dialog.getByRole('row', { name }).getByRole('cell').allInnerTexts();
    expect(await cellsOf('Name')).toEqual(['Eva Two', 'Eva One']);
    expect(await cellsOf('E-mail')).toEqual(['eva@two.example', 'eva@one.example']);
    await dialog.getByRole('button', { name: 'Separate', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('is another person now').waitFor();
    await known.getByRole('button').first().waitFor({ state: 'detached' });
    await entered.nth(1).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await known.getByRole('button', { name: 'Separate eva@two.example' }).waitFor();
    await entered.nth(1).waitFor();
    expect(await page.getByRole('button', { name: /^\d+ new$/ }).count()).toBe(0);
    await close();
  });

  it('who may be one are listed with the reason; they stay two, or become one after all', async () => {
    const phone = '+353 20 910 4400';
    await enter('tom@tamper.example', { name: 'Tom Tamper', phone });
    await enter('tt@else.example', { name: 'T. Tamper', phone });
    const { page, close } = await open('/duplicates?site=demo');
    await page.getByRole('heading', { name: 'No duplicates to look at' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await post('/v1/sites/demo/jobs', { job: 'find_duplicates' });
    await until(
      () => instance.get<{ rows: unknown[] }>('/v1/query/duplicates?site=demo'),
      ({ rows }) => rows.length > 0,
    );
    const row = page.getByRole('row').filter({ hasText: 'tt@else.example' });
    await row.getByText('Both gave the same phone number.').waitFor();

    await row.getByRole('button', { name: 'They are two' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();

    // Their pages say so, too.
    await row.getByRole('link', { name: 'Tom Tamper' }).click();
    await page.getByText('Perhaps the same as T. Tamper (tt@else.example)').waitFor();
    await page.getByRole('button', { name: 'Compare with T. Tamper' }).click();
    await page.getByRole('dialog').getByRole('row', { name: 'tt@else.example' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.goBack();
    await row.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('dialog').getByRole('row', { name: 'Phone' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await idOf('tt@else.example')).toBe(await idOf('tom@tamper.example'));
    await close();
  });
});

describe('what was said of somebody', () => {
  it('is told by word, with the claim beside it and all that was said behind it', async () => {
    const email = 'rocio@cucharilla.example';
    await enter(email, { name: 'Rocío Cucharilla', city: 'Madrid' });
    const fields = { name: 'Rocio C.', email, industry: 'Hotels' };
    const form = { id: 'f', name: 'Quote', fields };
    await post(
      '/v1/events?ack=stored',
      {
        site: 'demo',
        visitor: 'visitor-of-rocio-in-a-browser',
        events: [{ id: 'claim', ts: Date.now(), type: 'form_submit', form }],
      },
      { Origin: instance.url },
    );
    const { page, close } = await open(`/persons/${await idOf(email)}?site=demo`);
    await page.getByRole('heading', { level: 1, name: 'Rocío Cucharilla' }).waitFor();
    const fact = (term: string) =>
      page.locator('.person-facts dl > div').filter({ has: page.getByText(term, { exact: true }) });
    await fact('Name')
      .getByText(/^Form, .*: Rocio C\.$/)
      .waitFor();
    await fact('City').getByText('Madrid').waitFor();
    expect(await fact('Industry').textContent()).toContain('claimed');
    await fact('Name')
      .getByRole('button', { name: /values/ })
      .click();
    const said = page.getByRole('dialog', { name: 'All that was said: Name' });
    expect((await said.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      'Rocio C.',
      'Rocío Cucharilla Current',
    ]);
    expect(await violations(page)).toEqual([]);
    // A short timeline, whose rows are measured late, moved the page under its reader.
    expect(await page.evaluate('scrollY')).toBe(0);
    await close();
  });
});

describe('a timeline', () => {
  const DAY_MS = 86_400_000;
  const dayOf = (ts: number) => new Date(ts).toISOString().slice(0, 10);

  it('marks who became known, folds what is long, is filtered, searched and read both ways from a day', async () => {
    const email = 'lena@lathe.example';
    const send = (events: object[]) =>
      post(
        '/v1/events?ack=stored',
        { site: 'demo', visitor: 'visitor-of-lena-in-a-browser', events },
        { Origin: instance.url },
      );
    const view = (id: string, ts: number, more: object = {}) => ({
      ...more,
      id,
      ts,
      type: 'page_view',
      url: `${instance.url}/${id}`,
      title: id,
    });
    const ago = (days: number) => Date.now() - days * DAY_MS;
    const form = {
      id: 'f',
      name: 'Quote',
      fields: { email, message: `${'m'.repeat(8_990)}<b>end</b>`, topic: 'lathes' },
    };
    await send([
      view('prices', ago(6)),
      view('delivery', ago(6) + 1_000, { referrer: `${instance.url}/prices` }),
      { id: 'lena-form', ts: ago(4), type: 'form_submit', form },
      view('thanks', ago(2)),
    ]);
    const { page, close } = await open(`/persons/${await idOf(email)}?site=demo`);
    const timeline = page.getByRole('region', { name: 'Timeline' });
    const entry = (text: string | RegExp) => timeline.getByRole('listitem').filter({ hasText: text });
    await entry(/Became known · Submitted the form/).waitFor();
    await entry(/Viewed 2 pages.*unknown until then/).waitFor();
    expect(await entry('unknown until then').count()).toBe(1);

    // Long: the beginning, then the whole, then the beginning again; the focus stays at the button.
    const whole = timeline.getByRole('button', { name: 'Show all (9,000 characters)' });
    expect(await timeline.getByText('<b>end</b>').count()).toBe(0);
    await whole.click();
    await timeline.getByText('<b>end</b>').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Show less');
    await page.keyboard.press('Enter');
    await whole.waitFor();

    // A day to begin with, from there both ways; then what it was stands in the address.
    await timeline.getByRole('button', { name: 'Go to date' }).click();
    await page.getByLabel('Day', { exact: true }).fill(dayOf(ago(4)));
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await entry('Viewed thanks').waitFor({ state: 'detached' });
    await entry(/Became known/).waitFor();
    await timeline.getByRole('button', { name: 'Show newer' }).click();
    await entry('Viewed thanks').waitFor();
    await timeline.getByRole('button', { name: 'Show newer' }).waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);

    await timeline.getByRole('searchbox', { name: 'Search this timeline' }).fill('delivery');
    await entry('Viewed delivery').waitFor();
    await entry(/Became known/).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('search')).toBe('delivery');
    await page.reload();
    await entry('Viewed delivery').waitFor();
    await timeline.getByRole('searchbox').fill('nowhere to be found');
    await timeline.getByRole('button', { name: 'Clear search and filters' }).click();
    await entry('Viewed thanks').waitFor();

    await timeline.getByRole('button', { name: '+ Filter' }).click();
    await page.getByRole('checkbox', { name: 'Submitted a form' }).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await timeline.getByRole('button', { name: 'Remove the filter: Event Submitted a form' }).waitFor();
    await entry('Viewed thanks').waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    await entry('Viewed thanks').waitFor();
    await close();
  });
});

describe('a list', () => {
  it('has its columns in the address, and what narrows it though it is no column', async () => {
    const { page, close } = await open('/leads?site=demo&attributes.country%21=ES');
    await page.getByRole('button', { name: 'Remove the filter: Country ES' }).waitFor();
    await page.getByRole('button', { name: 'Columns' }).first().click();
    await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'City' }).check();
    await page.waitForURL(/columns=[^&]*attributes\.city/);
    const { pathname, search } = new URL(page.url());
    await close();
    const other = await open(pathname + search);
    await other.page.getByRole('columnheader', { name: 'City' }).waitFor();
    await other.close();
  });
});

describe('a view', () => {
  it('is saved for the team, chosen, changed, renamed and deleted, each until it is undone', async () => {
    const { page, close } = await open('/leads?site=demo&stage=lead&sort=name&order=asc');
    const views = (name: string) => page.getByRole('button', { name, exact: true });
    await views('Everyone').click();
    await page.getByLabel('Save what is shown as a view').fill('Cold leads');
    await page.getByRole('button', { name: 'Save view' }).click();
    await views('Cold leads').waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBeTruthy();

    await views('Cold leads').click();
    await page.getByRole('link', { name: 'Everyone' }).click();
    await views('Everyone').click();
    await page.getByRole('link', { name: 'Cold leads' }).click();
    await page.waitForURL(/stage=lead.*sort=name/);

    await page.getByRole('button', { name: 'Remove the filter: Stage Lead' }).click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('button', { name: 'Save changes' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByRole('button', { name: 'Save changes' }).waitFor();

    await views('Cold leads').click();
    await page.getByLabel('Name of the view').fill('Warm leads');
    await page.getByRole('button', { name: 'Rename' }).click();
    await views('Warm leads').click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete' }).click();
    await views('Everyone').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await views('Warm leads').waitFor();
    await close();
  });
});

it('never broke its policy, never threw, never talked to anybody else', () => expect(mishaps).toEqual([]));

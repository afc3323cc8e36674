// A rep's and a marketer's day: links that are made and followed, what is due, a call logged in a few steps, what comes next, and whose somebody is.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startInstance } from '../instance.js';
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
  expect(mishaps).toEqual([]);
});

const HOUR_MS = 3_600_000;

const post = (path: string, body: object) => send('POST', path, body);
const put = (path: string, body: object) => send('PUT', path, body);

async function send(method: string, path: string, body: object): Promise<void> {
  const response = await fetch(instance.url + path, {
    method,
    headers: { Authorization: `Bearer ${instance.adminKey}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

async function enter(email: string, events: object[] = []): Promise<string> {
  const [name] = email.split('@');
  await post('/v1/events?ack=stored', {
    site: 'demo',
    person: { email },
    events: [{ type: 'lead_entered', name }, ...events].map((event, at) => ({
      id: `${name}-${at}`,
      ts: Date.now() - HOUR_MS + at,
      ...event,
    })),
  });
  const found = await instance.get<{ rows: { person_id: string }[] }>(
    `/v1/query/leads?site=demo&search=${email}`,
  );
  return found.rows[0]?.person_id ?? '';
}

async function open(path: string, width = 1280): Promise<Page> {
  const { page } = await openWatched(browser, {
    url: instance.url,
    mishaps,
    look: { viewport: { width, height: 844 } },
  });
  await page.goto(`${instance.url}/leads#key=${encodeURIComponent(instance.adminKey)}`);
  await page.locator('nav').waitFor({ state: 'attached' });
  await page.goto(`${instance.url}${path}`);
  return page;
}

it('a call is logged on a phone in three steps, does what was planned, and says what comes next', async () => {
  const person = await enter('ada@call.example', [
    { type: 'next_step_set', what: 'Call Ada', at: Date.now() - HOUR_MS / 2 },
  ]);
  const page = await open(`/persons/${person}?site=demo`, 390);
  const planned = page.getByRole('region', { name: 'Next steps' });
  await planned.getByText('Call Ada').waitFor();
  await planned.getByText('Overdue').waitFor();
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  const dialog = page.getByRole('dialog');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Outcome' }).fill('Wants an offer');
  await dialog.getByRole('textbox', { name: 'What', exact: true }).fill('Send the offer');
  await dialog.getByRole('button', { name: 'Save' }).click();
  // What is to be done needs a time.
  await dialog.getByText('Say when.').waitFor();
  await dialog.locator('input[name="next"]').fill('2030-01-07T09:30');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await planned.getByText('Send the offer').waitFor();
  expect(await planned.getByText('Call Ada').count()).toBe(0);
  await page.getByText('Wants an offer').waitFor();
  const steps = await instance.get<{ rows: object[] }>('/v1/query/next_steps?site=demo');
  expect(steps.rows).toMatchObject([
    { what: 'Send the offer', at: Date.parse('2030-01-07T09:30Z'), due: 'later', contacts: 1 },
  ]);
  await planned.getByRole('button', { name: 'Done: Send the offer' }).click();
  await planned.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await planned.getByText('Send the offer').waitFor();
  await page.context().close();
});

it('Today lists what is due, overdue first, and what is done goes', async () => {
  const at = Date.now() - HOUR_MS;
  await enter('eve@today.example', [
    { type: 'next_step_set', step: 'a', what: 'Write to Eve', at },
    { type: 'next_step_set', step: 'b', what: 'Visit Eve', at: at - 1 },
  ]);
  const page = await open('/today?site=demo&due=overdue');
  const table = page.getByRole('table');
  await table.getByText('Write to Eve').waitFor();
  expect(await table.getByRole('row').locator('th[scope=row]').allInnerTexts()).toEqual([
    'Visit Eve',
    'Write to Eve',
  ]);
  await page.getByRole('link', { name: 'Overdue: 2' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done: Visit Eve' }).click();
  await table.getByText('Visit Eve').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Overdue: 1' }).waitFor();
  await page.context().close();
});

it('products come in from a file as its preview says', async () => {
  await put('/v1/entities/products/cup?site=demo', { name: 'Cup', price: '4', currency: 'EUR' });
  const page = await open('/products?site=demo');
  await page.getByRole('link', { name: 'Import a file' }).click();
  const text = 'SKU;Name;Price;Colour\ncup;<b>Cup</b>;4,50 €;red\njug;Jug;1.200,00;blue\npot;Pot;cheap;';
  const file = { name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('File of CSV').setInputFiles(file);
  const table = page.getByRole('table');
  await table.getByText('Name, List price').waitFor();
  await table.getByText('cup · <b>Cup</b>').waitFor();
  await table.getByText('List price: not valid.').waitFor();
  expect(await violations(page)).toEqual([]);
  // Somebody changes one of them meanwhile.
  await put('/v1/entities/products/jug?site=demo', { name: 'Another jug' });
  await page.getByRole('button', { name: 'Import 2 products' }).click();
  await page.getByText('1 product is imported.').waitFor();
  await table.getByText('Somebody has changed it since the preview').waitFor();
  expect(await instance.get('/v1/entities/products/cup?site=demo')).toMatchObject({
    name: '<b>Cup</b>',
    price: '4.50',
  });
  await page.context().close();
});

it('status and owner are set on the person’s page, and can be undone', async () => {
  const person = await enter('bob@status.example');
  const page = await open(`/persons/${person}?site=demo`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Status', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Status' }).selectOption('disqualified');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Buys elsewhere');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const head = page.locator('.person-head');
  await head.getByText('Disqualified').waitFor();
  await page.getByText('Buys elsewhere').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await head.getByText('New', { exact: true }).waitFor();
  await page.context().close();
});

it('what is known of somebody is changed where it stands; an address that somebody has is said before', async () => {
  await enter('ann@other.example', [{ type: 'lead_entered', email: 'ann@other.example', name: 'Ann Other' }]);
  const person = await enter('cal@facts.example');
  const page = await open(`/persons/${person}?site=demo`);
  const facts = page.getByRole('region', { name: 'About this person' });
  const change = async (fact: string, value: string) => {
    await facts.getByRole('button', { name: `Change: ${fact}` }).click();
    const field = facts.getByRole('textbox', { name: fact });
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'value');
    await field.fill(value);
  };
  const save = () => facts.getByRole('button', { name: 'Save' }).click();
  await facts.getByRole('button', { name: 'Say more' }).click();
  await change('Name', 'Cal <b>Culus</b>');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Cal <b>Culus</b>' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { level: 1, name: 'cal', exact: true }).waitFor();
  await facts.getByRole('button', { name: 'Change: Country' }).click();
  await facts.getByRole('combobox', { name: 'Country' }).selectOption('TR');
  await save();
  await facts.getByText('Türkiye').waitFor();

  await change('E-mail', 'ann@other');
  await save();
  await facts.getByText('This is no e-mail address.').waitFor();
  await facts.getByRole('textbox', { name: 'E-mail' }).fill('ann@other.example');
  await facts.getByText('saving makes both one person: Ann Other').waitFor();
  await facts.getByRole('textbox', { name: 'E-mail' }).fill('cal@right.example');
  await facts.getByText('saving makes both').waitFor({ state: 'detached' });
  await save();
  await page.locator('.person-head').getByText('cal@right.example').first().waitFor();
  const { rows } = await instance.get<{ rows: object[] }>(
    '/v1/query/leads?site=demo&search=cal%40right.example',
  );
  expect(rows).toMatchObject([{ emails: ['cal@facts.example', 'cal@right.example'], country: 'TR' }]);
  await page.context().close();
});

it('an order is entered on a person’s page, partly refunded on its own, and the customers show what is left', async () => {
  const person = await enter('max@buys.example');
  await put('/v1/entities/products/mill-64?site=demo', { name: 'Mill 64', price: '640', currency: 'EUR' });
  const page = await open(`/persons/${person}?site=demo`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Order number' }).fill('A-1');
  // The product that is typed brings its list price.
  await dialog.getByRole('combobox', { name: 'Product' }).fill('Mill 64');
  await dialog.getByText('Total: €640.00').waitFor();
  await dialog.getByRole('spinbutton', { name: 'Quantity' }).fill('2');
  await dialog.getByRole('button', { name: 'Add a line' }).click();
  await dialog.getByRole('combobox', { name: 'Product' }).nth(1).fill('Old chair');
  const price = dialog
    .getByRole('group', { name: 'Line: Old chair' })
    .getByRole('textbox', { name: 'Price of one' });
  await price.fill('x');
  await dialog.getByRole('button', { name: 'Add the order' }).click();
  await dialog.getByText('This is no amount: write it such as 12.50.').waitFor();
  expect(await violations(page)).toEqual([]);
  await price.fill('20.50');
  await dialog.getByText('Total: €1,300.50').waitFor();
  await dialog.getByRole('button', { name: 'Add the order' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'A-1' }).click();
  const worth = page.getByRole('group', { name: 'What it is worth' });
  await worth.getByText('€1,300.50').first().waitFor();

  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  const amount = dialog.getByRole('textbox', { name: 'Amount' });
  expect(await amount.inputValue()).toBe('1300.50');
  await amount.fill('1300.51');
  await dialog.getByRole('button', { name: 'Refund' }).click();
  await dialog.getByText('This is more than is left of the order: €1,300.50.').waitFor();
  await amount.fill('300.50');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A dent');
  await dialog.getByRole('button', { name: 'Refund' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Partly refunded').waitFor();
  expect(await worth.getByRole('definition').allInnerTexts()).toEqual(['€1,300.50', '€300.50', '€1,000.00']);

  // What was a mistake is taken back, and counts again when that is undone.
  await page.getByRole('button', { name: 'Take back the refund of €300.50' }).click();
  await page.locator('.page-head').getByText('Placed', { exact: true }).waitFor();
  const undo = (done: string) =>
    page.getByRole('listitem').filter({ hasText: done }).getByRole('button', { name: 'Undo' }).click();
  await undo('The refund is taken back');
  await page.locator('.page-head').getByText('Partly refunded').waitFor();

  // The order becomes another one; what was given back stays given back.
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const yesterday = new Date(Date.now() - 24 * HOUR_MS).toISOString().slice(0, 10);
  await dialog.getByLabel('Day').fill(yesterday);
  await dialog.getByRole('textbox', { name: 'Special instructions' }).fill('Ring twice');
  await dialog.getByRole('button', { name: 'Remove Line: Old chair' }).click();
  await dialog.getByRole('button', { name: 'Change the order' }).click();
  await dialog.waitFor({ state: 'detached' });
  await worth.getByText('€979.50').waitFor();
  await page.getByRole('region', { name: 'About this order' }).getByText('Ring twice').waitFor();
  await page.locator(`time[datetime^="${yesterday}T"]`).first().waitFor();
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await dialog.getByRole('button', { name: 'Cancel the order' }).click();
  await page.locator('.page-head').getByText('Cancelled', { exact: true }).waitFor();
  await undo('The order A-1 is cancelled');
  await page.locator('.page-head').getByText('Partly refunded').waitFor();

  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('row', { name: /max/ }).getByText('€979.50').waitFor();
  await page.getByRole('link', { name: 'Products' }).click();
  await page
    .getByRole('row', { name: /Mill 64/ })
    .getByText('€1,280.00')
    .waitFor();
  await page.context().close();
});

it('somebody is added from any page, and whoever is there already is shown while they are typed', async () => {
  await enter('zoe@known.example');
  const page = await open('/orders?site=demo');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Add a person' }).waitFor();
  await page.keyboard.press('n');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Half');
  // What was typed is there again after Escape, until it is not wanted.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.goto(`${instance.url}/leads?site=demo`);
  await page.getByRole('button', { name: 'Add a person' }).click();
  await dialog.getByRole('button', { name: 'Keep them' }).click();
  expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Half');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('An e-mail address or a phone number is needed.').waitFor();
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('ZOE@known.example');
  await dialog.getByText('Already there:').waitFor();
  await dialog.getByRole('link', { name: 'zoe' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('max@new.example');
  await dialog.getByText('Already there:').waitFor({ state: 'detached' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Max <b>Power</b>');
  await dialog.getByRole('textbox', { name: 'Source' }).fill('Trade fair');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Max <b>Power</b>' }).waitFor();
  await page.context().close();
});

it('people come in from a file as its preview says, and go again', async () => {
  await enter('known@import.example');
  const page = await open('/import?site=demo');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByText('Choose a file first.').waitFor();
  const text =
    'Mail;Full name;Town;?\nnew@import.example;<b>New</b>;Bilbao;x\nknown@import.example;Known;;\n;Nobody;;';
  const file = { name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('File of CSV').setInputFiles(file);
  await page.getByRole('button', { name: 'Read the file' }).click();
  const columns = page.getByRole('list', { name: 'What the columns are' });
  await columns.getByRole('combobox', { name: 'Full name' }).waitFor();
  expect(
    await columns
      .getByRole('combobox')
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
  ).toEqual(['email', 'name', 'city', '']);
  expect(await violations(page)).toEqual([]);
  await columns.getByRole('combobox', { name: '?' }).selectOption('email');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('E-mail is chosen for two columns: leave one out.').waitFor();
  await columns.getByRole('combobox', { name: '?' }).selectOption('');
  await page.getByRole('button', { name: 'Preview' }).click();
  const table = page.getByRole('table');
  await table.getByText('Nothing stands in the column by which rows are matched.').waitFor();
  await table.getByText('<b>New</b>').waitFor();
  for (const counted of ['Create: 1', 'Update: 1', 'Unchanged: 0', 'Skip: 1'])
    await page.getByRole('radio', { name: counted }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Update: 1' }).click();
  await table.getByText('<b>New</b>').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Import 2 people' }).click();
  await page.getByText('Imported. 3 rows').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('skipped fair.csv');
  const names = async () =>
    (
      await instance.get<{ rows: { name: string }[] }>(
        '/v1/query/leads?site=demo&search=import.example&sort=email&order=asc',
      )
    ).rows.map(({ name }) => name);
  expect(await names()).toEqual(['Known', '<b>New</b>']);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByText('Nobody is left of those whom it created', { exact: false }).waitFor();
  expect(await names()).toEqual(['known']);
  await page.context().close();
});

it('what was written of somebody is retracted from the timeline, and counts again when that is undone', async () => {
  const person = await enter('rue@retract.example', [{ type: 'stage_changed', stage: 'qualified' }]);
  const page = await open(`/persons/${person}?site=demo`);
  const head = page.locator('.person-head');
  await head.getByText('Qualified').waitFor();
  await page.getByRole('button', { name: 'Retract' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retract' }).click();
  await head.getByText('New', { exact: true }).waitFor();
  await page.locator('.timeline s').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await head.getByText('Qualified').waitFor();
  await page.locator('.timeline s').waitFor({ state: 'detached' });
  await page.context().close();
});

it('a link is made, given to a mail tool and followed, and its page tells who did, and who did not', async () => {
  const page = await open('/links?site=demo');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Make a link').click();
  await page.getByLabel('Leads to').fill('javascript:alert(1)');
  await page.getByLabel('Title').fill('Spring offer');
  await button('Make it').click();
  await page.getByText(/must be a web address/).waitFor();
  await page.getByLabel('Leads to').fill(`${instance.url}/demo/`);
  await page.getByLabel('Campaign').selectOption({ label: 'A new campaign …' });
  await page.getByLabel('Name of the new campaign').fill('Spring');
  await button('Make it').click();
  await page.getByRole('heading', { level: 1, name: 'Spring offer' }).waitFor();
  await page.getByText('Nobody has followed it yet.').waitFor();
  await page.getByLabel('Mail tool').selectOption({ label: 'Brevo' });
  const code = page.locator('.snippet code');
  await expect.poll(() => code.textContent()).toMatch(/\/l\/[\w-]+\?r=\{\{contact\.EMAIL\}\}$/);
  await page.getByText('QR code', { exact: true }).click();
  const [picture] = await Promise.all([page.waitForEvent('download'), button('PNG').click()]);
  expect(picture.suggestedFilename()).toMatch(/^link-\w+\.png$/);
  expect(await violations(page)).toEqual([]);

  const visitor = await page.context().newPage();
  await visitor.goto(String(await code.textContent()).replace('{{contact.EMAIL}}', 'ada@link.example'));
  expect(visitor.url()).toMatch(
    /\/demo\/\?utm_source=email&utm_medium=email&utm_campaign=Spring&ll_click=[\w-]+$/,
  );
  await expect
    .poll(
      async () => {
        await visitor.mouse.move(Math.random() * 300, 200);
        return page.getByText('Somebody’s hand on the page').count();
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);

  await page.getByRole('link', { name: 'Recipients', exact: true }).click();
  await page.getByText('ada@link.example').first().waitFor();
  await button('Make addresses').click();
  await page.getByLabel('E-mail addresses').fill('bob@link.example\nnobody');
  await button('Make them').click();
  await page.getByText('This is no e-mail address: nobody').waitFor();
  await page.getByLabel('E-mail addresses').fill('bob@link.example\nada@link.example');
  const [file] = await Promise.all([page.waitForEvent('download'), button('Make them').click()]);
  expect(file.suggestedFilename()).toMatch(/^links-\w+\.csv$/);
  await page.getByText('bob@link.example').first().waitFor();
  expect(await violations(page)).toEqual([]);
});

it('an e-mail is pasted, and comes back with tracked links', async () => {
  const page = await open('/convert?site=demo');
  await page.getByLabel('Campaign').fill('Letter');
  await page
    .getByLabel('HTML source')
    .fill(
      `<p>Hi</p><a href="${instance.url}/demo/pricing.html">Prices</a><a href="mailto:a@a.example">M</a>`,
    );
  await page.getByRole('button', { name: 'Put in tracked links' }).click();
  await page.getByRole('heading', { name: '1 tracked link', exact: true }).waitFor();
  await page.getByText('It is no web page.').waitFor();
  expect(await page.locator('.snippet code').first().textContent()).toMatch(
    /^<p>Hi<\/p><a href="http[^"]*\/l\/[\w-]+">Prices<\/a><a href="mailto:a@a\.example">M<\/a>$/,
  );
  expect(await violations(page)).toEqual([]);
});

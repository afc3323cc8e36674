// What an owner sees of a site's tag, its settings, what was refused and how the whole does: in a real Chromium, the tag on
// pages of other origins.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstance } from '../instance.js';
import { launchChromium } from './chromium.js';
import { html } from './pages.js';
import { openWatched, violations } from './watched.js';

const ada = { name: 'Ada', email: 'ada@owner.example', password: 'sounding lead and line' };

let instance: Awaited<ReturnType<typeof startInstance>>;
let browser: Browser;
let shop: Server;
/** The shop's pages, and the same ones under another name. */
let origin: string;
let otherOrigin: string;
/** Of the shop's page, from now on. */
let tag = '';
let policy = '';
const mishaps: string[] = [];

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance(), launchChromium()]);
  shop = createServer((_, response) => {
    const form = '<form><input name="email" type="email" aria-label="E-mail"><button>Send</button></form>';
    const headers = { 'Content-Type': 'text/html', ...(policy && { 'Content-Security-Policy': policy }) };
    response.writeHead(200, headers).end(html(form, tag));
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  const { port } = shop.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  otherOrigin = `http://localhost:${port}`;
  await ask('POST', '/v1/setup', { ...ada, key: instance.adminKey });
  await ask('PUT', '/v1/entities/sites/shop', { name: 'Shop', origins: [origin], timeZone: 'Europe/Madrid' });
});

afterAll(async () => {
  await browser?.close();
  shop?.closeAllConnections();
  shop?.close();
  await instance?.stop();
});

async function ask(method: string, path: string, body?: object, headers = {}): Promise<Response> {
  const own = {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${instance.adminKey}`,
    ...headers,
  };
  const init = { method, headers: own, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(instance.url + path, init);
  expect([path, response.ok]).toEqual([path, true]);
  return response;
}

async function openAsOwner(path: string): Promise<Page> {
  const { page } = await openWatched(browser, { url: instance.url, mishaps });
  await page.goto(instance.url + path);
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByLabel('Password', { exact: true }).fill(ada.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  return page;
}

const tagOf = (site: string, more = '') =>
  `<script async src="${instance.url}/leadline.js" data-site="${site}"${more}></script>`;

/** A visitor on a page with the present tag, until what is to be looked at has happened. */
async function visit<Result>(then: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext();
  try {
    return await then(await context.newPage());
  } finally {
    await context.close();
  }
}

const answered = (page: Page) =>
  page.waitForResponse((response) => response.url() === `${instance.url}/v1/events`);

/** Somebody opens the page, and the collector answers for what it sends. */
const sendFrom = (at: string) =>
  visit(async (page) => {
    const answer = answered(page);
    await page.goto(at);
    return (await answer).status();
  });

describe('the live check of Install', () => {
  let page: Page;
  const step = (title: string) => page.locator('.check-step').filter({ hasText: title });

  it('waits for the script, and says who uses the key from where it is not allowed: one click allows it', async () => {
    page = await openAsOwner('/install?site=shop');
    await step('The script is loaded').getByText('Waiting', { exact: true }).waitFor();
    await step('The first page view').getByText('Waiting', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);

    tag = tagOf('shop');
    expect(await sendFrom(otherOrigin)).toBe(403);
    await page.getByText(`Pages of ${otherOrigin} use this key but are not allowed to.`).waitFor();
    await page.getByText('The events of 1 visitor wait in the browser until you allow them.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: `Allow ${otherOrigin}` }).click();
    await page.getByRole('button', { name: `Remove ${otherOrigin}` }).waitFor();
    await page.getByText(`Pages of ${otherOrigin} use this key`).waitFor({ state: 'detached' });
  });

  it('says which key is wrong, and what it should be', async () => {
    tag = tagOf('shpo');
    expect(await sendFrom(origin)).toBe(404);
    await page.getByText(`Pages of ${origin} send the key “shpo”`).waitFor();
    await page.getByText('It should be “shop”').waitFor();
    await step('The script is loaded').getByText('Seen', { exact: true }).waitFor();
  });

  it('shows the first page view and the first form by itself', async () => {
    tag = tagOf('shop');
    await visit(async (visitor) => {
      const viewed = answered(visitor);
      await visitor.goto(origin);
      expect((await viewed).status()).toBe(202);
      await step('Page views arrive').getByText(`${origin}/`).waitFor();
      await visitor.getByLabel('E-mail').fill('first@people.example');
      const sent = answered(visitor);
      await visitor.getByRole('button', { name: 'Send' }).click();
      await sent;
    });
    await step('Forms arrive').waitFor();
    await page.getByText('The tag works: page views and forms arrive.').waitFor();
    await page.context().close();
  });

  it.each([
    ['consent is missing', 'asks-first', ' data-consent="required"', ''],
    ['a policy forbids it to send', 'strict', '', 'connect-src https://elsewhere.example'],
  ])('says what may be in the way of a script that is there but silent: %s', async (_, id, more, csp) => {
    await ask('PUT', `/v1/entities/sites/${id}`, { name: 'Quiet', origins: [origin] });
    [tag, policy] = [tagOf(id, more), csp];
    await visit(async (visitor) => {
      const loaded = visitor.waitForResponse((response) => response.url().endsWith('/leadline.js'));
      await visitor.goto(origin);
      await (await loaded).finished();
    });
    policy = '';
    page = await openAsOwner(`/install?site=${id}`);
    await step('The script is loaded').getByText('Seen', { exact: true }).waitFor();
    await page.getByText('have loaded the script, but nothing has arrived from them').waitFor();
    await page.getByText('data-consent="required" and nobody has agreed yet').waitFor();
    await page.getByText(`add ${instance.url} to connect-src`).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('Sites', () => {
  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

  it('adds a site, and says at its field what is wrong with it', async () => {
    const page = await openAsOwner('/sites?site=shop');
    await page.getByRole('link', { name: 'Add a site' }).click();
    await field(page, 'Site key').fill('shop');
    await field(page, 'Name').fill('Blog');
    await field(page, 'Allowed addresses, 1').fill('blog.example/start');
    await field(page, 'Time zone').fill('Mars/Olympus');
    const add = page.getByRole('button', { name: 'Add the site' });
    await add.click();
    await page.getByText('must be a time zone such as Europe/Madrid').waitFor();
    await field(page, 'Time zone').fill('Europe/Istanbul');
    await add.click();
    await page.getByText('There is a site with this key already.').waitFor();
    expect(await violations(page)).toEqual([]);
    await field(page, 'Site key').fill('blog');
    await add.click();
    await page.getByRole('heading', { level: 1, name: 'Install' }).waitFor();
    await page.getByText('https://blog.example', { exact: true }).waitFor();
    await page.context().close();
  });

  it('lets the second of two owners see both values and choose', async () => {
    const [first, second] = await Promise.all([
      openAsOwner('/sites?site=shop&edit=shop'),
      openAsOwner('/sites?site=shop&edit=shop'),
    ]);
    await field(first, 'Name').fill('Espresso shop');
    await field(second, 'Name').fill('Coffee shop');
    await second.getByRole('button', { name: 'Add a host' }).click();
    await field(second, 'Never a source, 1').fill('https://pay.example/checkout');
    await save(first);
    await first.getByRole('heading', { level: 1, name: 'Espresso shop' }).waitFor();
    await save(second);
    await second.getByText('Theirs, saved meanwhile: Espresso shop').waitFor();
    await second.getByText('Yours: Coffee shop').waitFor();
    expect(await violations(second)).toEqual([]);
    await second.getByText('Theirs, saved meanwhile: Espresso shop').click();
    await save(second);
    await expect
      .poll(() => instance.get<object>('/v1/entities/sites/shop'))
      .toMatchObject({ name: 'Espresso shop', ignoredReferrers: ['pay.example'] });
    await first.context().close();
    await second.context().close();
  });

  it('shows the identity secret when it is asked for, and renews it after a question', async () => {
    const page = await openAsOwner('/sites?site=shop&edit=shop');
    const secret = page.locator('.snippet code').filter({ hasText: /^[0-9a-f]{64}$/ });
    expect(await secret.count()).toBe(0);
    await page.getByRole('button', { name: 'Show the secret' }).click();
    const before = await secret.textContent();
    await page.getByRole('button', { name: 'Renew', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Renew', exact: true }).click();
    await page.getByText('There is a new identity secret.').waitFor();
    expect(await secret.count()).toBe(0);
    await page.getByRole('button', { name: 'Show the secret' }).click();
    await secret.waitFor();
    expect(await secret.textContent()).not.toBe(before);
    await page.context().close();
  });

  it('removes a site after a question', async () => {
    const page = await openAsOwner('/sites?site=shop&edit=blog');
    await page.getByRole('button', { name: 'Remove the site' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('What was recorded stays in the database').waitFor();
    await question.getByRole('button', { name: 'Remove the site' }).click();
    await page.getByText('Blog is removed.').waitFor();
    await page.getByRole('link', { name: 'Demo', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Blog', exact: true }).waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('Refused events', () => {
  it('are told by reason, with what to do, and open to the single ones', async () => {
    const events = [1, 2].map((n) => ({ id: `wrong-${n}`, ts: Date.now(), type: 'purchase', value: n }));
    const sent = await fetch(`${instance.url}/v1/events?ack=stored`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', Origin: origin },
      body: JSON.stringify({ site: 'shop', visitor: 'v1', sent: Date.now(), events }),
    });
    expect(sent.status).toBe(202);
    const page = await openAsOwner('/refused?site=shop');
    const reason = page.getByRole('listitem').filter({ hasText: 'Only a server may send it' });
    await reason.getByText('2 events').waitFor();
    await reason.getByText('Send it from your server with an API key').waitFor();
    await reason.getByText('Events: purchase').waitFor();
    expect(await violations(page)).toEqual([]);
    await reason.getByRole('link', { name: /^Show the single ones/ }).click();
    const table = page.getByRole('table', { name: 'Refused events' });
    await expect.poll(() => table.getByRole('row').count()).toBe(3);
    await page.getByRole('searchbox').fill('nothing like it');
    await page.getByText('No match for “nothing like it”.').waitFor();
    expect(new URL(page.url()).searchParams.get('reason')).toBe('server_only');
    await page.context().close();
  });
});

describe('Rules', () => {
  beforeAll(async () => {
    for (const [name, country] of Object.entries({ one: 'ES', two: 'ES', three: 'FR' }))
      await ask('POST', '/v1/events?ack=stored', {
        ...{ site: 'shop', person: { email: `${name}@rules.example` } },
        events: [{ id: `rule-${name}`, ts: Date.now() - 60_000, type: 'lead_entered', country }],
      });
  });

  it('of assignment are tried on the leads there are before they are made, put in order, switched off and deleted', async () => {
    const page = await openAsOwner('/assignment?site=shop');
    await page.getByText('Nobody is assigned by itself yet').waitFor();
    const rule = { name: 'Everybody', position: 1, filters: '', owners: [ada.email], isOn: false };
    await ask('POST', '/v1/entities/rules?site=shop', rule);
    const list = page.getByRole('list', { name: 'Assignment rules, in their order' });
    const stand = async (...names: string[]) => {
      for (const [at, name] of names.entries())
        await list.getByRole('listitem').nth(at).getByRole('heading', { name }).waitFor();
    };
    await stand('1. Everybody');

    await page.getByRole('link', { name: 'New rule' }).click();
    await page.getByRole('button', { name: 'Make the rule' }).click();
    await page.getByText('Choose who is given charge of them.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Spain');
    await page.getByRole('button', { name: '+ Filter' }).click();
    await page.getByLabel('Column').selectOption({ label: 'Country' });
    await page.getByLabel('How').selectOption({ label: '… is …' });
    await page.getByLabel('What', { exact: true }).fill('ES');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '2 leads so far fit' }).waitFor();
    await page.getByLabel('Ada').check();
    await page.getByLabel('Also for people who are here already').check();
    await page.getByRole('link', { name: '2 of them never had an owner' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make the rule' }).click();
    await stand('1. Spain', '2. Everybody');
    await list.getByText('Country is ES').waitFor();
    expect(await violations(page)).toEqual([]);

    const down = page.getByRole('button', { name: 'Move down: Spain' });
    await down.focus();
    await page.keyboard.press('Enter');
    await stand('1. Everybody', '2. Spain');
    await expect.poll(() => down.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('switch', { name: 'Spain is switched on' }).uncheck();
    await page.getByRole('button', { name: 'Delete: Everybody' }).click();
    await stand('1. Spain');
    await page.getByRole('button', { name: 'Undo' }).click();
    await stand('1. Everybody', '2. Spain');
    await expect
      .poll(() => instance.get<{ rows: object[] }>('/v1/entities/rules?site=shop'))
      .toMatchObject({ rows: [{ isOn: false }, { isOn: false }] });
    await page.context().close();
  });

  it('of the score tell what leads score, and why', async () => {
    const page = await openAsOwner('/leads?site=shop');
    await page.getByRole('columnheader', { name: 'Captured' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Score' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Score' }).click();
    await page.getByText('Leads have no score yet').waitFor();
    await page.getByRole('link', { name: 'New rule' }).click();
    await page.getByLabel('Name', { exact: true }).fill('New this week');
    await page.getByLabel('Points', { exact: true }).fill('25');
    await page.getByRole('button', { name: '+ Filter' }).click();
    await page.getByLabel('Column').selectOption({ label: 'Captured' });
    await page.getByLabel('or so many days ago').fill('7');
    await page.keyboard.press('Enter');
    await page.getByText('Captured since 7 days ago').waitFor();
    await page.getByRole('link', { name: /^\d leads so far fit/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make the rule' }).click();
    const list = page.getByRole('list', { name: 'Score rules' });
    await list.getByRole('heading', { name: '+25 New this week' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Leads', exact: true }).click();
    await page.getByRole('columnheader', { name: 'Score' }).waitFor();
    await page.getByRole('cell', { name: '25' }).first().waitFor();
    await page.getByRole('link', { name: 'one@rules.example' }).click();
    await page.getByRole('region', { name: 'Score: 25' }).getByText('New this week').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('System', () => {
  it('tells what is stored and waits, and is for owners of all sites alone', async () => {
    const page = await openAsOwner('/system?site=shop');
    await page.getByText('All is well: events are taken and stored.').waitFor();
    await page.getByText('answers').waitFor();
    await page.getByRole('meter', { name: 'Disk of the data folder' }).waitFor();
    await page.getByRole('row').filter({ hasText: 'personal_data' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

it('never broke its policy, never threw, never talked to anybody else', () => expect(mishaps).toEqual([]));

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstance } from '../instance.js';
import { launchChromium } from './chromium.js';
import { type Look, openWatched, violations } from './watched.js';

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example', password: 'sounding lead and line' };
const bob = { name: 'Bob <b>Rep</b>', email: 'bob@analytical.example', password: 'a boat on the river' };
const phone: Look = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

let instance: Awaited<ReturnType<typeof startInstance>>;
let browser: Browser;
const mishaps: string[] = [];
/** Ada's, and Bob's on his phone: the story goes on in them. */
let owner: Page;
let rep: Page;

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await instance?.stop();
});

const open = async (look?: Look) => (await openWatched(browser, { url: instance.url, mishaps, look })).page;

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** The names in the menu, which a phone keeps behind a button. */
async function menu(page: Page): Promise<string[]> {
  const toggle = button(page, 'Menu');
  // A page that was just loaded asks first who is signed in.
  await page.locator('nav a').first().waitFor({ state: 'attached' });
  if (await toggle.isVisible()) await toggle.click();
  const names = await page.locator('nav a').allInnerTexts();
  if (await toggle.isVisible()) await toggle.click();
  return names.map((name) => name.trim());
}

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

async function sendLead(email: string, owner: string): Promise<void> {
  const events = [
    { type: 'lead_entered', email },
    { type: 'owner_assigned', owner },
  ].map((event, at) => ({ id: crypto.randomUUID(), ts: Date.now() + at, ...event }));
  const body = JSON.stringify({ site: 'boats.example', person: { email }, events });
  const headers = { Authorization: `Bearer ${instance.adminKey}` };
  const sent = await fetch(`${instance.url}/v1/events?ack=stored`, { method: 'POST', headers, body });
  expect(await sent.text()).toContain('"rejected":[]');
}

async function setLanguageOf(email: string, language: string): Promise<void> {
  const headers: Record<string, string> = { Authorization: `Bearer ${instance.adminKey}` };
  const listed = await fetch(`${instance.url}/v1/entities/users`, { headers });
  const { rows } = (await listed.json()) as {
    rows: { id: string; email: string; [field: string]: unknown }[];
  };
  const user = rows.find((one) => one.email === email);
  const body = JSON.stringify({ email, name: user?.name, access: user?.access, language });
  headers['If-Match'] = `"${user?.version}"`;
  const saved = await fetch(`${instance.url}/v1/entities/users/${user?.id}`, {
    method: 'PUT',
    headers,
    body,
  });
  expect(saved.status).toBe(200);
}

describe('access', () => {
  it('lets whoever has the printed link go on with the key alone, and make an account later', async () => {
    const page = await open();
    await page.goto(`${instance.url}/leads#key=${encodeURIComponent(instance.adminKey)}`);
    await heading(page, 'Welcome to Leadline').waitFor();
    expect(page.url()).toBe(`${instance.url}/leads`);
    await button(page, 'Later: go on with the admin key alone').click();
    await heading(page, 'Leads').waitFor();
    await page.getByText('Signed in as Admin key').waitFor();
    await button(page, 'Make your account').click();
    await page.getByLabel('Name of the site').waitFor();
    await page.context().close();
  });

  it('begins with the first account and the first site', async () => {
    owner = await open();
    await owner.goto(`${instance.url}/leads`);
    await heading(owner, 'Welcome to Leadline').waitFor();
    expect(await violations(owner)).toEqual([]);
    await owner.getByLabel('Admin key', { exact: true }).fill('wrong');
    await owner.keyboard.press('Enter');
    await owner.getByText('This key is not right').waitFor();
    await owner.getByLabel('Admin key', { exact: true }).fill(instance.adminKey);
    await owner.keyboard.press('Enter');

    await owner.getByLabel('Name', { exact: true }).fill(ada.name);
    await owner.getByLabel('E-mail').fill(ada.email);
    await owner.getByLabel('Password', { exact: true }).fill('password12');
    await owner.getByLabel('Name of the site').fill('Boats');
    await owner.getByLabel('Address').fill('www.boats.example/harbour');
    expect(await owner.getByLabel('Site key').inputValue()).toBe('boats.example');
    await button(owner, 'Make the account and the site').click();
    await owner.getByText('is easy to guess').waitFor();
    expect(await violations(owner)).toEqual([]);
    await button(owner, 'Show the password').click();
    await owner.locator('[name=password]').fill(ada.password);
    await button(owner, 'Make the account and the site').click();
    await heading(owner, 'Install').waitFor();
    expect(owner.url()).toBe(`${instance.url}/install?site=boats.example`);
    await owner.getByText('https://www.boats.example', { exact: true }).waitFor();
    await owner.getByText('Signed in as Ada Lovelace').waitFor();
  });

  it('says when e-mail or password is wrong, and signs in', async () => {
    await button(owner, 'Sign out').click();
    await heading(owner, 'Sign in').waitFor();
    expect(await owner.getByLabel('E-mail').getAttribute('autocomplete')).toBe('username');
    await signIn(owner, { ...ada, password: 'not the one it is' });
    await owner.getByText('E-mail or password is not right.').waitFor();
    expect(await violations(owner)).toEqual([]);
    await signIn(owner, ada);
    await heading(owner, 'Install').waitFor();
  });

  it('invites a rep, who accepts on a phone', async () => {
    await owner.getByRole('link', { name: 'Users' }).click();
    await heading(owner, 'Users').waitFor();
    await owner.getByLabel('E-mail').fill('bob');
    await button(owner, 'Make the invitation link').click();
    await owner.getByText('E-mail must be an e-mail address').waitFor();
    await owner.getByLabel('E-mail').fill(bob.email);
    await owner.getByRole('combobox', { name: 'People' }).selectOption('own');
    await button(owner, 'Make the invitation link').click();
    await owner.getByRole('heading', { name: `A link for ${bob.email}` }).waitFor();
    const link = (await owner.locator('.snippet code').textContent()) ?? '';
    expect(await violations(owner)).toEqual([]);

    rep = await open(phone);
    await rep.goto(link);
    await heading(rep, 'You are invited').waitFor();
    await rep.getByText('the leads of Boats are').waitFor();
    expect(await violations(rep)).toEqual([]);
    await rep.getByLabel('Your name').fill(bob.name);
    await rep.getByLabel('Password', { exact: true }).fill('short');
    await button(rep, 'Accept the invitation').click();
    await rep.getByText('Password needs 10 characters or more.').waitFor();
    await rep.getByLabel('Password', { exact: true }).fill(bob.password);
    await button(rep, 'Accept the invitation').click();
    await heading(rep, 'Next steps').waitFor();
    expect(rep.url()).toBe(`${instance.url}/today?site=boats.example`);
    await rep.getByText('Nothing is planned').waitFor();
    await rep.goto(`${instance.url}/leads?site=boats.example`);
    await rep.getByText('Nobody is assigned to you yet.').waitFor();

    const late = await open(phone);
    await late.goto(link);
    await late.getByText('This invitation has been used.').waitFor();
    expect(await violations(late)).toEqual([]);
    await late.goto(`${instance.url}/#/invitation/nobody-made-this`);
    await late.reload();
    await late.getByText('There is no such invitation.').waitFor();
    await late.context().close();
  });

  it('shows the rep their own people, and nothing else', async () => {
    await sendLead('mine@lead.example', bob.email);
    await sendLead('other@lead.example', ada.email);
    await rep.getByText('mine@lead.example').first().waitFor();
    expect(await rep.content()).not.toContain('other@lead.example');
    expect(await menu(rep)).toEqual([
      ...['Next steps', 'Leads', 'Customers', 'Duplicates', 'Import'],
      ...['Orders', 'Products', 'Reps', 'Links', 'Clicks'],
    ]);
    for (const path of ['users', 'keys', 'audit', 'install']) {
      await rep.goto(`${instance.url}/${path}?site=boats.example`);
      await heading(rep, 'Not for your role').waitFor();
    }
    expect(await violations(rep)).toEqual([]);
    await rep.goto(`${instance.url}/leads?site=demo`);
    await rep.getByText('or you have no access to it').waitFor();
    await owner.getByRole('link', { name: 'Leads' }).click();
    await owner.getByText('other@lead.example').first().waitFor();
    await owner.getByRole('link', { name: 'mine@lead.example' }).click();
    await owner.getByText(`Was assigned to ${bob.name}`).waitFor();
  });

  it('gives and takes a role while the page is open', async () => {
    await rep.goto(`${instance.url}/leads?site=boats.example`);
    await owner.getByRole('link', { name: 'Users' }).click();
    await button(owner, `Edit ${bob.name}`).click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Owner' }).check();
    expect(await violations(owner)).toEqual([]);
    await button(owner, 'Save').click();
    await dialog.waitFor({ state: 'detached' });
    await owner.getByText('Owner and sales rep of Boats').waitFor();
    await rep.reload();
    expect(await menu(rep)).toContain('Users');
    await rep.goto(`${instance.url}/users?site=boats.example`);
    await rep.getByLabel('E-mail').fill('carol@analytical.example');

    await button(owner, `Edit ${bob.name}`).click();
    await dialog.getByRole('checkbox', { name: 'Owner' }).uncheck();
    await setLanguageOf(bob.email, 'es');
    await button(owner, 'Save').click();
    await dialog.getByText('Somebody else has changed this meanwhile.').waitFor();
    await dialog.getByRole('definition').filter({ hasText: 'Español' }).waitFor();
    expect(await violations(owner)).toEqual([]);
    await button(owner, 'Save').click();
    await dialog.waitFor({ state: 'detached' });
    // Their page hears of it by itself.
    await heading(rep, 'Not for your role').waitFor();
  });

  it('keeps what was typed when a session ends, and goes on as the same user', async () => {
    await rep.goto(`${instance.url}/account?site=boats.example`);
    await rep.getByLabel('Name', { exact: true }).fill('Robert');
    await owner.goto(`${instance.url}/account?site=boats.example`);
    await owner.getByRole('combobox', { name: 'Whose' }).selectOption({ label: bob.name });
    await button(owner, 'Sign out everywhere').waitFor({ state: 'detached' });
    await button(owner, /^Sign out Computer|^Sign out Phone/)
      .first()
      .click();
    await owner.getByText('Nobody is signed in.').waitFor();

    // Their page hears of it by itself.
    const dialog = rep.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    expect(await violations(rep)).toEqual([]);
    await rep.keyboard.press('Escape');
    await rep.keyboard.press('Escape');
    expect(await dialog.getByLabel('E-mail').inputValue()).toBe(bob.email);
    await dialog.getByLabel('Password', { exact: true }).fill(bob.password);
    await rep.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await rep.getByText('Your session has ended').waitFor({ state: 'detached' });
    expect(await rep.getByLabel('Name', { exact: true }).inputValue()).toBe('Robert');
    await button(rep, 'Save').click();
    await rep.getByText('Saved.').waitFor();
  });

  it('changes a password, and signs out everywhere', async () => {
    const password = 'three rivers meet here';
    await rep.getByLabel('Current password').fill('not this one at all');
    await rep.getByLabel('New password').fill(password);
    await button(rep, 'Change the password').click();
    await rep.getByText('The current password is not right.').waitFor();
    await rep.getByLabel('Current password').fill(bob.password);
    await button(rep, 'Change the password').click();
    await rep.getByText('The password is changed.').waitFor();
    expect(await violations(rep)).toEqual([]);

    const second = await open();
    await second.goto(`${instance.url}/account?site=boats.example`);
    await signIn(second, { email: bob.email, password });
    await second.getByText('this one').waitFor();
    await button(second, 'Sign out everywhere').click();
    await second.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await heading(second, 'Sign in').waitFor();
    await rep.reload();
    await heading(rep, 'Sign in').waitFor();
    await second.context().close();
  });

  it('makes a reset link, and tells in the audit what happened', async () => {
    await owner.goto(`${instance.url}/users?site=boats.example`);
    await button(owner, 'Make a reset link for Robert').click();
    await owner.getByText('With it they choose a new password.').waitFor();
    const link = (await owner.locator('.snippet code').textContent()) ?? '';
    await rep.goto(link);
    await rep.reload();
    await heading(rep, 'Choose a new password').waitFor();
    await button(owner, 'Remove Robert').click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByText('What they did stays in the history').waitFor();
    await button(owner, 'Yes, remove them').click();
    await dialog.waitFor({ state: 'detached' });

    await owner.goto(`${instance.url}/audit?site=boats.example`);
    await owner.getByText('Ada Lovelace signed in', { exact: true }).first().waitFor();
    await owner
      .getByText(/^Ada Lovelace ended a session of /)
      .first()
      .waitFor();
    await owner.getByText(`Ada Lovelace invited ${bob.email}`).first().waitFor();
    const row = owner.locator('summary', { hasText: /^Ada Lovelace changed the user/ }).first();
    await row.click();
    await owner.getByRole('columnheader', { name: 'Before' }).waitFor();
    expect(await violations(owner)).toEqual([]);
    await button(owner, '+ Filter').click();
    await owner.getByLabel('Column').selectOption('action');
    await owner.getByLabel('Removed', { exact: true }).check();
    await button(owner, 'Apply').click();
    await owner.getByText(/^Ada Lovelace removed the user/).waitFor();
    expect(owner.url()).toContain('action=deleted');
    const [file] = await Promise.all([
      owner.waitForEvent('download'),
      button(owner, 'Download as CSV').click(),
    ]);
    expect(file.suggestedFilename()).toBe('audit-boats.example.csv');
  });
});

it('never broke its policy, never threw, never talked to anybody else', () => expect(mishaps).toEqual([]));

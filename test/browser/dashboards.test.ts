import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstance } from '../instance.js';
import { launchChromium } from './chromium.js';
import { type Look, openWatched, violations } from './watched.js';

const email = 'ada.lovelace@analytical.example';

let instance: Awaited<ReturnType<typeof startInstance>>;
let browser: Browser;
/** What must not happen anywhere: broken policies, uncaught errors, dialogs, requests to somebody else. */
const mishaps: string[] = [];

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance(), launchChromium()]);
  // Somebody has an account: without, everybody is asked to make the first one.
  const owner = { name: 'Grace', email: 'grace@owner.example', password: 'sounding lead and line' };
  const body = JSON.stringify({ ...owner, key: instance.adminKey });
  const headers = { 'Content-Type': 'application/json' };
  const made = await fetch(`${instance.url}/v1/setup`, { method: 'POST', headers, body });
  expect(made.status).toBe(204);
});

afterAll(async () => {
  await browser?.close();
  await instance?.stop();
});

const open = (look?: Look) => openWatched(browser, { url: instance.url, mishaps, look });

const signedIn = async (look?: Look, path = '/leads') => {
  const opened = await open(look);
  await opened.page.goto(`${instance.url}${path}#key=${encodeURIComponent(instance.adminKey)}`);
  // On a phone the sections are behind the menu button.
  await opened.page.locator('nav').waitFor({ state: 'attached' });
  return opened;
};

/** Sends a batch as a server with the owner's key would or, with an `Origin`, as a page with the public one. */
async function send(
  batch: { events: Record<string, unknown>[] } & Record<string, unknown>,
  headers: HeadersInit = { Authorization: `Bearer ${instance.adminKey}` },
): Promise<void> {
  const events = batch.events.map((event) => ({ id: crypto.randomUUID(), ts: Date.now(), ...event }));
  const body = JSON.stringify({ site: 'demo', ...batch, events });
  const { status } = await fetch(`${instance.url}/v1/events?ack=stored`, { method: 'POST', headers, body });
  expect(status).toBe('Origin' in headers ? 403 : 202);
}

describe('from an empty instance to a lead', () => {
  it('asks for the key at any address, refuses a wrong one and goes on where the reader wanted to be', async () => {
    const { page, context } = await open();
    await page.goto(`${instance.url}/install?site=demo`);
    const byKey = page.getByRole('button', { name: 'Sign in with the admin key' });
    await byKey.click();
    const key = page.getByLabel('Admin key', { exact: true });
    await key.fill('not the key');
    await key.press('Enter');
    await page.getByText('This key is not right').waitFor();
    await key.fill(instance.adminKey);
    await key.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Install' }).waitFor();
    expect(page.url()).toBe(`${instance.url}/install?site=demo`);

    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Install' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await byKey.waitFor();
    await page.reload();
    await byKey.waitFor();
    await context.close();
  });

  it('takes the key out of the address', async () => {
    const { page, context } = await signedIn();
    await page.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
    expect(page.url()).toBe(`${instance.url}/leads?site=demo`);
    expect(await page.evaluate('document.cookie')).toBe('');
    await context.close();
  });

  it('shows a form submitted on the demo site within seconds, without a reload, and its timeline', async () => {
    const { page, context } = await signedIn();
    await page.getByRole('heading', { name: 'No leads yet' }).waitFor();
    await page.evaluate('window.notReloaded = true');

    const visitor = await open({ locale: 'tr-TR' });
    await visitor.page.goto(`${instance.url}/demo/`);
    await visitor.page.goto(`${instance.url}/demo/pricing.html`);
    await visitor.page.goto(`${instance.url}/demo/contact.html`);
    const form = visitor.page.locator('form#contact');
    await form.locator('[name=name]').fill('İpek <b>Şahin</b>');
    await form.locator('[name=email]').fill(email);
    await form.locator('[name=phone]').fill('+90 532 000 00 00');
    await form.locator('[name=company]').fill('Işıltı A.Ş.');
    await form.locator('[name=message]').fill('Merhaba!\n<img src=x onerror=alert(1)>');
    await form.locator('[name=consent]').check();
    await form.locator('[type=submit]').click();
    await visitor.page.waitForURL('**/thanks.html');

    const link = page.getByRole('link', { name: 'İpek <b>Şahin</b>' });
    // The promise is two seconds; the rest is for a busy test machine.
    await link.waitFor({ timeout: 6_000 });
    const row = page.getByRole('row').filter({ has: link });
    expect(await row.textContent()).toContain(email);
    expect(await row.textContent()).toContain('Işıltı A.Ş.');
    expect(await page.getByRole('status').allInnerTexts()).toContainEqual(
      expect.stringContaining('New lead'),
    );
    expect(await page.evaluate('window.notReloaded')).toBe(true);

    await link.click();
    await page.getByRole('heading', { level: 1, name: 'İpek <b>Şahin</b>' }).waitFor();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    const submitted = timeline.getByRole('listitem').filter({ hasText: 'Submitted the form “contact”' });
    await submitted.waitFor();
    expect(await submitted.locator('dd').allInnerTexts()).toContainEqual(
      'Merhaba!\n<img src=x onerror=alert(1)>',
    );
    // This browser says that it is headless.
    expect(await submitted.locator('dd').allInnerTexts()).toContainEqual('the browser calls itself one');
    expect(await submitted.locator('img').count()).toBe(0);
    const seen = await timeline
      .getByRole('listitem')
      .filter({ hasText: 'Viewed' })
      .locator('a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(seen).toEqual(expect.arrayContaining(['/demo/', '/demo/pricing.html', '/demo/contact.html']));

    // What happens next on that browser shows up as well.
    await visitor.page.goto(`${instance.url}/demo/quote.html`);
    await timeline.getByRole('button', { name: /^\d+ new$/ }).click();
    await timeline.locator('a[href$="/demo/quote.html"]').first().waitFor();
    await visitor.context.close();
    await context.close();
  });

  it('finds leads by search and keeps the search in the address', async () => {
    const { page, context } = await signedIn();
    await page.getByRole('searchbox').fill('nobody by this name');
    await page.getByText('No match for').waitFor();
    await page.getByRole('searchbox').fill('ada.lovelace');
    await page.getByRole('link', { name: 'İpek' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'İpek' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('ada.lovelace');
    await context.close();
  });

  it('lets the owner allow a site and take it back', async () => {
    const { page, context } = await signedIn({}, '/install');
    await page.getByLabel('Address of a site').fill('shop.example.org/start');
    await page.getByLabel('Address of a site').press('Enter');
    await page.getByRole('button', { name: 'Remove https://shop.example.org' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    // The old list shows until the new one is read; a reload before that would cut the change short.
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Remove https://shop.example.org' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Remove https://shop.example.org' }).waitFor();
    await context.close();
  });

  it('offers the pinned tag, which fits the script that is served', async () => {
    const { page, context } = await signedIn({}, '/install');
    await page.getByRole('tab', { name: 'Pinned (SRI)' }).click();
    const tag = await page.getByRole('tabpanel').locator('code').textContent();
    const [, src = '', integrity] =
      /^<script async src="([^"]+)" integrity="([^"]+)" crossorigin="anonymous" data-site="demo"><\/script>$/.exec(
        tag ?? '',
      ) ?? [];
    const script = Buffer.from(await (await fetch(src)).arrayBuffer());
    expect(src).toMatch(/\/leadline\.[0-9a-f]{12}\.js$/);
    expect(integrity).toBe(`sha384-${createHash('sha384').update(script).digest('base64')}`);
    await context.close();
  });

  it.each([
    { status: 404, body: '' },
    { status: 200, body: 'null' },
    { status: 200, body: '<!doctype html>' },
  ])('offers the plain tag alone where the present version is not told: %j', async (answer) => {
    const { page, context } = await signedIn();
    await page.route('**/leadline.json', (route) => route.fulfill(answer));
    const asked = page.waitForResponse('**/leadline.json');
    await page.goto(`${instance.url}/install?site=demo`);
    await (await asked).finished();
    await page.getByText('/leadline.js" data-site="demo"').waitFor();
    expect(await page.getByRole('tab', { name: 'Pinned (SRI)' }).count()).toBe(0);
    await page.unroute('**/leadline.json');
    await context.close();
  });

  it('tells what brought somebody first and last', async () => {
    const url = 'https://shop.test/?utm_source=News&utm_medium=email&utm_campaign=Spring';
    await send({ person: { email }, events: [{ type: 'page_view', url }] });
    const { page, context } = await signedIn();
    await page.getByRole('link', { name: 'İpek' }).click();
    const fact = (term: string) =>
      page.locator('.person-facts dl > div').filter({ has: page.getByText(term, { exact: true }) });
    expect(await fact('First touch').locator('dd p').first().textContent()).toBe('Direct');
    expect(await fact('Last touch').locator('dd p').first().textContent()).toBe('News / email / Spring');
    await context.close();
  });

  it('lists what was ordered, with prices, and keeps the rest out of the way', async () => {
    const order = {
      type: 'conversion',
      orderId: 'A-1001',
      currency: 'EUR',
      lines: [
        { product: 'sku-1', name: 'Blue <b>mug</b>', quantity: 2, price: 12.5, size: 'L' },
        { product: 'sku-2', price: '1200' },
        ...Array.from({ length: 12 }, (_, index) => ({ product: `free-${index}` })),
      ],
      props: { channel: 'phone' },
    };
    await send({ person: { email }, events: [order] });

    const { page, context } = await signedIn();
    await page.getByRole('link', { name: 'İpek' }).click();
    const entry = page.getByRole('listitem').filter({ hasText: 'Placed the order A-1001' });
    const lines = entry.getByRole('list', { name: 'Items' }).first().getByRole('listitem');
    await lines.first().waitFor();
    const texts = (await lines.allTextContents()).slice(0, 3);
    expect(texts).toEqual(['2 × Blue <b>mug</b>size: L€12.50 each', '1 × sku-2€1,200.00', '1 × free-0']);
    expect(await lines.count()).toBe(10);
    await entry.getByText('4 more items').click();
    await entry.getByText('free-11', { exact: true }).waitFor();
    await entry.getByText('More details').click();
    expect(await entry.locator('.props').textContent()).toContain('channel');
    expect(await entry.locator('.props').textContent()).not.toContain('price_minor');
    await context.close();
  });

  it('tells in each language what servers and reps sent', async () => {
    const customer = 'Told <i>by</i> reps';
    const lines = [{ product: 'mug', name: 'Mug', quantity: 2, price: '12.50' }];
    const ts = Date.now() - 60_000;
    const events = [
      { type: 'lead_entered', customer, source: 'Trade fair', note: 'Hot', rep: 'mia' },
      { type: 'owner_assigned', owner: '<b>mia</b>' },
      { type: 'contact_logged', channel: 'call', direction: 'outbound', outcome: 'Wants two', rep: 'mia' },
      { type: 'contact_logged', channel: 'visit' },
      { type: 'contact_logged', channel: 'meeting', direction: 'inbound' },
      { type: 'contact_logged', channel: 'note', notes: 'Prefers\ne-mail' },
      { type: 'stage_changed', stage: 'qualified', from: 'new', reason: 'Budget' },
      { type: 'purchase', orderId: 'S-1', lines, reps: ['mia', 'lee'], instructions: 'Ring twice' },
      { type: 'refund', orderId: 'S-1', refundId: 'R-1', value: 12.5, reason: 'Broken' },
      { type: 'feedback', rating: 4, ratingMax: 5, text: '<img src=x onerror=alert(1)>', orderId: 'S-1' },
    ];
    await send({ person: { customer }, events: events.map((event, at) => ({ ...event, ts: ts + at })) });
    const told = {
      'en-GB': [
        'Gave feedback',
        'Got money back for the order S-1',
        'Placed the order S-1',
        'Came to the stage “Qualified”',
        'Note',
        'Asked for a meeting',
        'Visit',
        'Was called',
        'Was assigned to <b>mia</b>',
        'Was entered as a lead',
      ],
      'es-ES': [
        'Dio su opinión',
        'Recibió un reembolso del pedido S-1',
        'Hizo el pedido S-1',
        'Pasó a la etapa «Cualificado»',
        'Nota',
        'Pidió una reunión',
        'Visita',
        'Recibió una llamada',
        'Se asignó a <b>mia</b>',
        'Se dio de alta como lead',
      ],
      'tr-TR': [
        'Geri bildirim verdi',
        'S-1 siparişi için para iadesi aldı',
        'S-1 siparişini verdi',
        '“Nitelikli” aşamasına geçti',
        'Not',
        'Toplantı istedi',
        'Ziyaret',
        'Arandı',
        'Sorumlusu: <b>mia</b>',
        'Aday olarak kaydedildi',
      ],
    };
    for (const [locale, sentences] of Object.entries(told)) {
      const { page, context } = await signedIn({ locale });
      await page.getByRole('link', { name: customer, exact: true }).click();
      await page.locator('.moment').nth(9).waitFor();
      expect(await page.locator('.moment-sentence').allInnerTexts()).toEqual(sentences);
      if (locale === 'en-GB') {
        const facts = async (entry: number) => {
          const texts = await page.locator('.moment').nth(entry).locator('dt, dd').allInnerTexts();
          return texts.map((text) => text.trim());
        };
        expect(await facts(0)).toEqual([
          'Message',
          '<img src=x onerror=alert(1)>',
          'Order',
          'S-1',
          'Rating',
          '4 / 5',
        ]);
        expect(await facts(1)).toEqual(['Reason', 'Broken', 'Value', '-€12.50', 'Refund number', 'R-1']);
        expect(await facts(2)).toEqual([
          'Instructions',
          'Ring twice',
          'Value',
          '€25.00',
          'Sales reps',
          'mia, lee',
        ]);
        expect(await facts(4)).toEqual(['Notes', 'Prefers\ne-mail']);
        expect(await facts(7)).toEqual(['Outcome', 'Wants two', 'Sales rep', 'mia']);
        expect(await facts(9)).toEqual([
          'Customer number',
          customer,
          'Notes',
          'Hot',
          'Sales rep',
          'mia',
          'Source',
          'Trade fair',
        ]);
        const known = page.locator('.person-facts');
        expect(await known.locator('dd').allInnerTexts()).toEqual(
          expect.arrayContaining(['Qualified', '<b>mia</b>', '€12.50']),
        );
      }
      await context.close();
    }
  });

  it('says why events were refused, and allows with one click only what is an origin', async () => {
    await send({ person: { phone: 'none' }, events: [{ type: 'conversion' }] });
    const origins = [
      'null',
      'https://user:pw@bad.example',
      'https://bad.example/path',
      'https://*.bad.example',
    ];
    for (const Origin of [...origins, 'https://good.example'])
      await send({ visitor: crypto.randomUUID(), events: [{ type: 'page_view' }] }, { Origin });

    const { page, context } = await signedIn({}, '/refused');
    const reason = (title: string) => page.getByRole('listitem').filter({ hasText: title });
    await reason('A server sent it for nobody').getByText('Technical detail: person names nobody').waitFor();
    const wrong = reason('The page is not at an allowed address');
    const shown = origins.map((origin) => origin.replace('pw@bad.example', 'removed'));
    for (const origin of shown) await wrong.getByText(origin).first().waitFor();
    const allow = page.getByRole('button', { name: /^Allow / });
    expect(await allow.allInnerTexts()).toEqual(['Allow https://good.example']);
    await allow.click();
    await allow.waitFor({ state: 'detached' });
    await page.goto(`${instance.url}/install?site=demo`);
    await page.getByRole('button', { name: 'Remove https://good.example' }).waitFor();
    await context.close();
  });

  it('keeps what was typed when somebody else was faster', async () => {
    const { page, context } = await signedIn({}, '/install');
    const address = `${instance.url}/v1/entities/sites/demo`;
    const headers = { Authorization: `Bearer ${instance.adminKey}`, 'If-Match': '*' };
    await page.route(
      '**/v1/entities/sites/demo',
      async (route) => {
        const {
          id: _,
          version,
          ...site
        } = (await (await fetch(address, { headers })).json()) as {
          id: string;
          version: number;
          origins: string[];
        };
        expect(await route.request().headerValue('If-Match')).toBe(`"${version}"`);
        const body = JSON.stringify({ ...site, origins: [...site.origins, 'https://faster.example'] });
        expect((await fetch(address, { method: 'PUT', headers, body })).status).toBe(200);
        await route.continue();
      },
      { times: 1 },
    );
    const field = page.locator('input[name=origin]');
    await field.fill('https://slower.example');
    await field.press('Enter');
    await page.getByText('Somebody else has changed this just now.').waitFor();
    await page.getByRole('button', { name: 'Remove https://faster.example' }).waitFor();
    expect(await field.inputValue()).toBe('https://slower.example');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Remove https://slower.example' }).waitFor();
    await page.getByRole('button', { name: 'Remove https://faster.example' }).waitFor();
    await context.close();
  });

  it('makes an API key, shows it once, and revokes it', async () => {
    const { page, context } = await signedIn({}, '/keys');
    const submit = page.getByRole('button', { name: 'Make the key' });
    await submit.click();
    await page.getByText('Give the key a name.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Shop <b>backend</b>');
    await submit.click();
    await page.getByText('Choose at least one thing that it may do.').waitFor();
    await page.getByLabel('Send events').check();
    await submit.click();
    await page.getByRole('heading', { name: 'The key “Shop <b>backend</b>” is ready' }).waitFor();
    const key = (await page.locator('.snippet code').first().textContent()) ?? '';
    expect(key).toMatch(/^ll_shop-b-backend-b-[a-z0-9]{6}_[\w-]{43}$/);
    expect(await violations(page)).toEqual([]);

    const authorization = { Authorization: `Bearer ${key}` };
    const status = async () => {
      const events = [{ id: crypto.randomUUID(), ts: Date.now(), type: 'page_view' }];
      const body = JSON.stringify({ site: 'demo', visitor: 'v-key', events });
      return (await fetch(`${instance.url}/v1/events`, { method: 'POST', headers: authorization, body }))
        .status;
    };
    expect(await status()).toBe(202);
    expect((await fetch(`${instance.url}/v1/entities/keys`, { headers: authorization })).status).toBe(403);

    await page.getByRole('button', { name: 'I have copied it' }).click();
    await page.reload();
    const item = page.getByRole('row').filter({ hasText: 'Shop <b>backend</b>' });
    await item.getByRole('button', { name: 'Revoke' }).click();
    expect(await violations(page)).toEqual([]);
    expect(await page.content()).not.toContain(key.slice(-43));
    await page.keyboard.press('Escape');
    await item.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Yes, revoke it' }).click();
    await page.getByText('There are no keys yet.').waitFor();
    expect(await status()).toBe(401);
    await context.close();
  });

  it.each(['/persons/%zz', '/nowhere'])('has nothing at %s', async (path) => {
    const { page, context } = await signedIn({}, path);
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
    await page.getByRole('link', { name: 'Go to the leads' }).click();
    await page.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
    await context.close();
  });
});

describe('for everybody', () => {
  it('keeps the language that was chosen', async () => {
    const { page, context } = await signedIn();
    await page.getByLabel('Language').selectOption('tr');
    await page.getByRole('heading', { level: 1, name: 'Müşteri adayları' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Müşteri adayları' }).waitFor();
    expect(await page.title()).toBe('Müşteri adayları · Leadline');
    await context.close();
  });
});

it('never broke its policy, never threw, never talked to anybody else', () => expect(mishaps).toEqual([]));

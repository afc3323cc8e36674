import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { LeadlineError } from '../errors.js';
import { linkToken } from '../links/address.js';
import { runNamed } from '../queries/run.js';
import { errorCode, OWN, SHOP, startApp, type TestApp } from './testing.js';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const json = async <Body>(response: Response) => (await response.json()) as Body;
const make = (kind: string, record: object) =>
  running.owner(`/v1/entities/${kind}?site=shop`, { method: 'POST', body: JSON.stringify(record) });
const made = async (record: object) => json<{ id: string; url: string }>(await make('links', record));
const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const follow = async (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  running.app.request(url, { method, headers: { ...browser, 'X-Test-Address': '203.0.113.7', ...headers } });
const clickOf = (response: Response) => /ll_click=([\w-]+)/.exec(response.headers.get('Location') ?? '')?.[1];
const rows = async (query: string) =>
  (await json<{ rows: Record<string, unknown>[] }>(await running.owner(`/v1/query/${query}`))).rows;
/** What is stored of a click, once it is. */
const stored = (click: string | undefined) =>
  vi.waitFor(
    async () => {
      const [row] = await running.test.select<Record<string, unknown>>(
        `SELECT * FROM leadline.clicks FINAL WHERE click_id = '${click}'`,
      );
      expect(row).toBeDefined();
      return row;
    },
    { timeout: 60_000 },
  );

it('every answer with a link has its address, which says what its campaign is called', async () => {
  const campaign = await json<{ id: string }>(await make('campaigns', { name: 'Spring 2026' }));
  const sent = { destination: 'https://www.shop.test/offer?a=1#x', campaign: campaign.id, title: 'Offer' };
  const answer = await make('links', sent);
  const link = await json<{ id: string; url: string; kind: string }>(answer);
  expect([answer.status, link.kind, link.url.startsWith(`${OWN}/l/`)]).toEqual([201, 'email', true]);
  const path = `/v1/entities/links/${link.id}?site=shop`;
  const put = await running.owner(path, {
    method: 'PUT',
    body: JSON.stringify(link),
    headers: { 'If-Match': '*' },
  });
  expect(await json(put)).toMatchObject({ ...sent, url: link.url });
  expect(await json(await running.owner(path))).toMatchObject({ url: link.url });
  const list = await running.owner(`/v1/entities/links?site=shop&campaign=${campaign.id}`);
  expect((await json<{ rows: object[] }>(list)).rows).toMatchObject([{ url: link.url }]);

  const landing = (await follow(link.url)).headers.get('Location');
  expect(landing).toMatch(
    /^https:\/\/www\.shop\.test\/offer\?a=1&utm_source=email&utm_medium=email&utm_campaign=Spring%202026&ll_click=[\w-]{21}#x$/,
  );
});

it('whoever follows a link gets there, and what would tell who it was is kept', async () => {
  const { id, url } = await made({ destination: `${SHOP}/offer` });
  const answer = await follow(url, {
    'Sec-Purpose': 'prefetch;prerender',
    'Accept-Language': 'es-ES',
    Referer: 'https://mail.test/?u=ada@a.test',
  });
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    302,
    `${SHOP}/offer?ll_click=${clickOf(answer)}`,
  ]);
  for (const [name, value] of Object.entries({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  }))
    expect(answer.headers.get(name)).toBe(value);
  const click = await stored(clickOf(answer));
  expect(click).toMatchObject({
    site: 'shop',
    link: id,
    campaign: '',
    url: `${SHOP}/offer`,
    method: 'GET',
    purpose: 'prefetch;prerender',
    agent: 'Firefox',
    browser: 'Firefox',
    country: 'ES',
    asn: 3352,
    language: 'es-ES',
    bot_signals: ['prefetch'],
    address_hash: expect.stringMatching(/^[\w-]{22}$/),
  });
  expect(JSON.stringify(click)).not.toMatch(/203\.0\.113|ada@a/);

  const program = await stored(clickOf(await follow(url, { 'User-Agent': 'curl/8.1' })));
  expect(program).toMatchObject({ agent: 'curl', bot_signals: ['user_agent'] });
  expect(program?.address_hash).toBe(click?.address_hash);
});

it('HEAD is answered and not counted', async () => {
  const { id, url } = await made({ destination: SHOP });
  const head = await follow(url, {}, 'HEAD');
  expect([head.status, await head.text()]).toEqual([302, '']);
  await stored(clickOf(await follow(url)));
  expect(await running.test.select(`SELECT click_id FROM leadline.clicks WHERE link = '${id}'`)).toHaveLength(
    1,
  );
});

it('an edited link leads elsewhere at once, and an expired, deleted, foreign or tampered one nowhere', async () => {
  const { id, url } = await made({ destination: `${SHOP}/old` });
  expect((await follow(url)).headers.get('Location')).toContain('/old?');
  const path = `/v1/entities/links/${id}?site=shop`;
  const put = (body: object) =>
    running.owner(path, { method: 'PUT', body: JSON.stringify(body), headers: { 'If-Match': '*' } });
  await put({ destination: `${SHOP}/new` });
  expect((await follow(url)).headers.get('Location')).toContain('/new?');

  const nowhere = async (address: string, headers?: Record<string, string>) => {
    const answer = await follow(address, { 'Accept-Language': 'tr', ...headers });
    expect([answer.status, answer.headers.get('Location')]).toEqual([404, null]);
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex');
    return answer.text();
  };
  await put({ destination: `${SHOP}/new`, expires: 1_000 });
  expect(await nowhere(url)).toContain('Bu bağlantının süresi doldu');
  expect(await nowhere(url, { 'Accept-Language': 'xx' })).toContain('This link has expired');
  const expired = await made({ destination: SHOP, expires: 2_000 });
  expect(await nowhere(expired.url)).toContain('süresi doldu');
  await running.owner(path, { method: 'DELETE', headers: { 'If-Match': '*' } });
  expect(await nowhere(url)).toContain('Bu bağlantı çalışmıyor');

  const { url: right } = await made({ destination: SHOP });
  const ofNobody = { site: 'none', link: 'x', campaign: '', destination: SHOP, expires: undefined };
  for (const wrong of [
    `${right}A`,
    right.slice(0, -1),
    `${OWN}/l/x`,
    `${OWN}/l/${'A'.repeat(10_240)}`,
    `${OWN}/l/${linkToken('another', { ...ofNobody, site: 'shop' })}`,
    `${OWN}/l/${linkToken('the-instance-secret', ofNobody)}`,
  ])
    expect(await nowhere(wrong)).toContain('çalışmıyor');
});

it('a link that no database knows leads where its address says', async () => {
  const carried = { site: 'shop', link: 'none', campaign: '', destination: `${SHOP}/x`, expires: undefined };
  const url = `${OWN}/l/${linkToken('the-instance-secret', carried)}`;
  expect((await follow(url)).headers.get('Location')).toContain(`${SHOP}/x?ll_click=`);
  const away = await running.another('http://127.0.0.1:9');
  expect((await away.request(url)).headers.get('Location')).toContain(`${SHOP}/x?ll_click=`);
});

it('whoever follows a link gets there when there is no room for the click, which is counted as lost', async () => {
  const { url } = await made({ destination: SHOP });
  const append = vi.spyOn(running.queue, 'append').mockRejectedValueOnce(new LeadlineError('queue_full', ''));
  const answer = await follow(url);
  append.mockRestore();
  expect([answer.status, clickOf(answer)]).toEqual([302, expect.any(String)]);
  const metrics = await (await running.owner('/metrics')).text();
  expect(metrics).toMatch(/^leadline_clicks_lost_total 1$/m);
});

it('a destination is a page of somebody else', async () => {
  const { url } = await made({ destination: SHOP });
  for (const [destination, limit] of [
    ['javascript:alert(1)', 'web_address'],
    ['//shop.test/', 'web_address'],
    ['https://a:b@shop.test/', 'no_password'],
    [`${SHOP}/unsubscribe`, 'no_unsubscribe'],
    [`${OWN}/l/anything`, 'not_tracked'],
    [url.replace('/l/', '/%6c/'), 'not_tracked'],
    [`${SHOP}/${'ş'.repeat(500)}`, 'long_address'],
    [url.replace(OWN, 'https://other.test'), 'not_tracked'],
  ]) {
    const answer = await make('links', { destination });
    const { error } = await json<{ error: { details: object[] } }>(answer.clone());
    expect(await errorCode(answer)).toBe('400 entity_invalid');
    expect(error.details).toEqual([{ path: 'destination', rule: 'format', limit }]);
  }
  expect(await errorCode(await make('links', { destination: SHOP, campaign: 'none' }))).toBe(
    '400 entity_invalid',
  );
});

it('what is written otherwise than it was given away is another address', async () => {
  const { url } = await made({ destination: SHOP });
  const [, token = ''] = url.split('/l/');
  for (const path of [
    `/l/%${token.charCodeAt(0).toString(16)}${token.slice(1)}`,
    `/%6c/${token}`,
    `/l/${token}/`,
    '/l/',
  ])
    expect((await follow(`${OWN}${path}`)).status, path).toBe(404);
});

it('a click makes nobody a lead', async () => {
  await stored(clickOf(await follow((await made({ destination: SHOP })).url)));
  expect(await rows('leads?site=shop')).toEqual([]);
});

it('clicks are told with what the page said of them, and whose browser that was', async () => {
  const campaign = await json<{ id: string }>(await make('campaigns', { name: 'Autumn' }));
  const { id } = await made({ destination: `${SHOP}/autumn`, campaign: campaign.id, title: 'Autumn offer' });
  const { url } = await json<{ url: string }>(await running.owner(`/v1/entities/links/${id}?site=shop`));
  const [first, second] = [clickOf(await follow(url)), clickOf(await follow(url))];
  const evidence = (visitor: string, kind: string, trusted: boolean) => ({
    site: 'shop',
    visitor,
    sent: Date.now(),
    events: [
      { id: `${visitor}-${kind}`, ts: Date.now(), type: 'click_evidence', click: first, kind, trusted },
    ],
  });
  const form = {
    id: 'form',
    ts: Date.now(),
    type: 'form_submit',
    form: { fields: { email: 'eve@clicks.test' } },
  };
  await running.post(evidence('eve', 'landing', false), {}, '?ack=stored');
  await running.post(evidence('eve', 'pointer', true), {}, '?ack=stored');
  // Whoever opens the copied address later is another one.
  await running.post(evidence('bob', 'landing', false), {}, '?ack=stored');
  await running.post({ site: 'shop', visitor: 'eve', sent: Date.now(), events: [form] }, {}, '?ack=stored');
  await Promise.all([stored(first), stored(second)]);

  expect(await rows(`clicks?site=shop&link=${id}&sort=is_touched&order=desc`)).toMatchObject([
    {
      click_id: first,
      title: 'Autumn offer',
      campaign_name: 'Autumn',
      verdict: 'pending',
      reasons: [],
      evidence: expect.arrayContaining(['landing', 'pointer']),
      is_touched: true,
      email: 'eve@clicks.test',
      person_id: expect.stringMatching(/^p_/),
      country: 'ES',
    },
    { click_id: second, evidence: [], is_touched: false, person_id: '', email: '' },
  ]);
  expect(await rows('links?site=shop&search=autumn')).toMatchObject([
    { link: id, clicks: 2, clicks_pending: 2, clicks_human: 0, clicks_landed: 1, clicks_touched: 1 },
  ]);
  expect(await rows('links?site=shop&search=autumn&to=2020-01-01')).toMatchObject([{ link: id, clicks: 0 }]);
  const ofOthers = { owners: ['mia@shop.test'], within: [], note: async () => undefined };
  const input = new URLSearchParams({ site: 'shop', link: id });
  const seen = await runNamed(running.test.connect({ database: 'leadline' }), 'clicks', input, {
    asker: ofOthers,
  });
  expect(seen.rows).toMatchObject([{ email: '' }, { email: '' }]);
});

it('recipients have an address each, and are known by it, whether they follow it or not', async () => {
  const { id, url } = await made({ destination: `${SHOP}/to-you`, title: 'To you' });
  const ask = (recipients: object[], link = id) =>
    running.owner('/v1/links/recipients?site=shop', {
      method: 'POST',
      body: JSON.stringify({ link, recipients }),
    });
  const said = [{ email: 'Ada@clicks.test' }, { customer: '4711' }, { email: 'eve@clicks.test' }];
  const answer = await json<{ rows: { recipient: object; url: string }[] }>(await ask(said));
  expect(answer.rows.map(({ recipient }) => recipient)).toEqual(said);
  expect(await json(await ask(said))).toEqual(answer);
  const [ada, , eve] = answer.rows.map((row) => row.url);
  expect(ada).toMatch(new RegExp(`^${url}/[\\w-]+$`));
  expect(ada).not.toMatch(/ada/i);

  const click = await stored(clickOf(await follow(ada ?? '')));
  expect(click).toMatchObject({ message: `${id}:${click?.recipient}` });
  expect((await follow(`${ada}A`)).status).toBe(404);
  const other = await made({ destination: SHOP });
  expect((await follow(`${other.url}/${ada?.split('/').at(-1)}`)).status).toBe(404);
  await stored(clickOf(await follow(eve ?? '')));
  // What a tool has filled in is taken for it; a link that was sealed for nobody stays one.
  await stored(clickOf(await follow(`${url}?utm_source=x&r=ada%2Bnews@clicks.test`)));
  await stored(clickOf(await follow(`${url}?r=f2a9c1`)));
  const test = clickOf(await follow(`${url}?r=*%7CUNIQID%7C*`));
  expect(await stored(test)).toMatchObject({ recipient: '', is_team: true });

  const clickers = await rows(`clickers?site=shop&link=${id}`);
  const byName = (row: Record<string, unknown>) => `${row.email}${row.customer}`;
  expect(clickers.sort((one, next) => (byName(one) < byName(next) ? -1 : 1))).toMatchObject([
    { customer: '4711', clicked: 'no', clicks: 0 },
    { email: 'ada+news@clicks.test', is_claim: true, clicked: 'yes' },
    { email: 'ada@clicks.test', is_claim: false, clicked: 'yes', clicks: 1, is_known: false },
    { email: 'eve@clicks.test', clicked: 'yes', is_known: true },
    { customer: 'mail tool: f2a9c1', clicked: 'yes' },
  ]);
  expect(await rows(`clickers?site=shop&link=${id}&clicked=no`)).toMatchObject([{ customer: '4711' }]);
  expect(await rows(`clicks?site=shop&link=${id}&search=you&is_team=true`)).toMatchObject([
    { click_id: test },
  ]);
  const clicks = await rows(`clicks?site=shop&link=${id}&limit=10`);
  expect(clicks.map(({ email }) => email).sort()).toEqual([
    ...['', '', 'ada+news@clicks.test', 'ada@clicks.test', 'eve@clicks.test'],
  ]);
  // Own traffic is in no figure.
  expect(await rows('links?site=shop&title=To you')).toMatchObject([{ clicks: 4 }]);

  const wrong = await ask([{ email: 'ada@clicks.test' }, { email: 'nobody' }]);
  expect((await json<{ error: object }>(wrong)).error).toMatchObject({ details: [{ path: 'recipients.1' }] });
  expect(await errorCode(await ask([{ email: 'ada@clicks.test' }], 'none'))).toBe('404 entity_unknown');
  expect(await rows('leads?site=shop&email=ada@clicks.test')).toEqual([]);

  // Whoever was written to twice, and clicked once, has clicked.
  const told = {
    id: 'eve-is-4711',
    ts: Date.now(),
    type: 'identify',
    email: 'eve@clicks.test',
    customer: '4711',
  };
  await running.send({ site: 'shop', events: [told] });
  expect(await rows(`clickers?site=shop&link=${id}&clicked=no`)).toEqual([]);
  const [both] = await rows(`clickers?site=shop&link=${id}&email=eve@clicks.test`);
  expect(both).toMatchObject({ customer: '4711', clicked: 'yes', is_known: true });
});

it('an e-mail comes back with tracked links, and nothing else of it changed', async () => {
  const ask = (email: object) =>
    running.owner('/v1/links/html?site=shop', { method: 'POST', body: JSON.stringify(email) });
  const html = [
    '<A HREF=https://www.shop.test/a?x=1&amp;y=2>A</A>\r\n',
    "<!--[if mso]><v:rect href='https://www.shop.test/a?x=1&#038;y=2'><![endif]-->",
    '<a href="https://www.shop.test/b">https://www.shop.test/b</a>',
    '<a href="mailto:a@a.test">m</a><a href="#top">t</a><a href="tel:1">c</a><a href="*|UNSUB|*">u</a>',
    '<a href="https://www.shop.test/unsubscribe?u=1">u</a><a href="https://www.shop.test/?u=*|ID|*">i</a>',
  ].join('');
  const text = 'A: https://www.shop.test/b.\r\n';
  const email = { html, text, campaign: 'Letter 7', tool: 'brevo' };
  const answer = await ask(email);
  const made = await json<{
    html: string;
    text: string;
    links: { url: string; destination: string; count: number }[];
    untouched: { why: string }[];
  }>(answer);
  expect(answer.status).toBe(200);
  expect(made.links.map(({ destination, count }) => [destination, count])).toEqual([
    [`${SHOP}/a?x=1&y=2`, 2],
    [`${SHOP}/b`, 2],
  ]);
  const [a, b] = made.links.map(({ url }) => `${url}?r={{contact.EMAIL}}`);
  expect(made.html).toBe(
    html
      .replace('https://www.shop.test/a?x=1&amp;y=2', `${a}`)
      .replace('https://www.shop.test/a?x=1&#038;y=2', `${a}`)
      .replace('https://www.shop.test/b"', `${b}"`),
  );
  expect(made.text).toBe(`A: ${b}.\r\n`);
  expect(made.untouched.map(({ why }) => why)).toEqual([
    ...['no_page', 'no_page', 'no_page', 'merge_tag', 'unsubscribe', 'merge_tag'],
  ]);
  // The same e-mail has the same links; what is tracked stays.
  const again = await json<typeof made>(await ask(email));
  expect(again.links).toEqual(made.links);
  const whole = await json<typeof made>(
    await ask({ ...email, html: made.html.replaceAll('?r={{contact.EMAIL}}', '') }),
  );
  expect(whole.untouched.map(({ why }) => why)).toContain('tracked');
  expect(await json(await ask({ text: 'nothing', campaign: 'Letter 7' }))).toMatchObject({
    html: '',
    text: 'nothing',
    links: [],
  });

  expect(await errorCode(await ask({ html }))).toBe('400 entity_invalid');
  const many = Array.from({ length: 301 }, (_, at) => `<a href="${SHOP}/${at}">`).join('');
  expect(await errorCode(await ask({ html: many, campaign: 'Letter 8' }))).toBe('400 entity_invalid');
  expect(await rows('links?site=shop&campaign_name=Letter 8')).toEqual([]);
});

it('a browser that nobody knows is whose link brought it, once a hand was seen there, and no other one', async () => {
  const { id } = await made({ destination: `${SHOP}/claims`, title: 'Claims' });
  const emails = ['zoe@claims.test', 'yan@claims.test', 'xena@claims.test', 'known@claims.test'];
  const answer = await running.owner('/v1/links/recipients?site=shop', {
    method: 'POST',
    body: JSON.stringify({ link: id, recipients: emails.map((email) => ({ email })) }),
  });
  const urls = (await json<{ rows: { url: string }[] }>(answer)).rows.map(({ url }) => url);
  const [zoe, yan, xena, other] = await Promise.all(urls.map(async (url) => clickOf(await follow(url))));
  await Promise.all([zoe, yan, xena, other].map(stored));
  let count = 0;
  const page = (visitor: string, events: object[]) =>
    running.post(
      {
        site: 'shop',
        visitor,
        sent: Date.now(),
        events: events.map((event) => ({ id: `claims-${++count}`, ts: Date.now(), ...event })),
      },
      {},
      '?ack=stored',
    );
  const landed = (click?: string) => ({ type: 'click_evidence', click, kind: 'landing' });
  const touched = (click?: string) => ({ type: 'click_evidence', click, kind: 'touch', trusted: true });
  await page('zoes', [{ type: 'page_view', url: `${SHOP}/before` }, landed(zoe), touched(zoe)]);
  // To whom she has sent the address that she came to.
  await page('a friend of zoe', [landed(zoe), touched(zoe)]);
  // A program that runs scripts.
  await page('yans', [landed(yan)]);
  // She reads what was forwarded to her.
  await page('knowns', [{ type: 'form_submit', form: { fields: { email: 'known@claims.test' } } }]);
  await page('knowns', [landed(xena), touched(xena)]);
  const claim = async () => {
    const asked = { method: 'POST', body: JSON.stringify({ job: 'claim_visitors' }) };
    expect((await running.owner('/v1/sites/shop/jobs', asked)).status).toBe(202);
    await running.runJobs();
  };
  const known = async () =>
    (await rows('leads?site=shop&search=claims.test&sort=email&order=asc')).map(({ email, visitors }) => [
      email,
      visitors,
    ]);
  await claim();
  await vi.waitFor(async () => expect(await known()).toContainEqual(['zoe@claims.test', 1]), {
    timeout: 60_000,
  });
  await claim();
  expect(await known()).toEqual([
    ['known@claims.test', 1],
    ['zoe@claims.test', 1],
  ]);
  const [person] = await rows('leads?site=shop&search=zoe');
  const timeline = await rows(`timeline?site=shop&person=${person?.person_id}`);
  expect(timeline.filter(({ type }) => type === 'identify')).toMatchObject([{ props: { click: zoe } }]);
  expect(timeline).toContainEqual(expect.objectContaining({ type: 'page_view', url: `${SHOP}/before` }));
});

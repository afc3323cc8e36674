// What the collector promises by HTTP, whatever it runs on: one suite for both entries (`node.test.ts`, `worker.test.ts`).
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../instance.js';

export interface Collector {
  /** Its own origin, from which the key `demo` counts. */
  origin: string;
  adminKey: string;
  /** @param country a request that comes from there, as the platform tells it */
  fetch(path: string, init?: RequestInit, country?: 'ES' | 'TR'): Promise<Response>;
  close(): Promise<void>;
}

type Fields = Record<string, unknown>;

export function collectorContract(name: string, open: () => Promise<Collector>): void {
  describe(name, () => {
    let collector: Collector;
    beforeAll(async () => {
      collector = await open();
    });
    afterAll(() => collector?.close());

    const run = crypto.randomUUID().slice(0, 8);
    let count = 0;
    /** Ids that no other test has. */
    const next = (what: string) => `${what}-${run}-${++count}`;

    const event = (type: string, fields: Fields = {}) => ({ id: next('e'), type, ts: Date.now(), ...fields });
    const form = (email: string) => event('form_submit', { form: { id: 'contact', fields: { email } } });
    const batch = (events: unknown[], fields: Fields = {}) =>
      ({ site: 'demo', visitor: next('v'), sent: Date.now(), context: {}, events, ...fields }) as Fields;

    const json = async <Body = Fields>(response: Response) => (await response.json()) as Body;
    const post = (body: unknown, headers: Fields = {}, path = '/v1/events', country?: 'ES' | 'TR') =>
      collector.fetch(
        path,
        {
          method: 'POST',
          headers: { Origin: collector.origin, 'Content-Type': 'text/plain', ...headers } as HeadersInit,
          body:
            typeof body === 'string' || body instanceof Uint8Array
              ? (body as BodyInit)
              : JSON.stringify(body),
        },
        country,
      );
    const bearer = (key = collector.adminKey) => ({ Authorization: `Bearer ${key}` });
    /** As a shop's server: stored by the time it answers. */
    const serve = (body: Fields, headers: Fields = {}) =>
      post(body, { Origin: '', ...bearer(), ...headers }, '/v1/events?ack=stored');
    const owner = async (path: string, init: RequestInit = {}) =>
      collector.fetch(path, { ...init, headers: { ...bearer(), ...(init.headers as object) } });
    const rows = async <Row>(path: string) =>
      (await json<{ rows: Row[] }>(await owner(`/v1/query/${path}`))).rows;
    const lead = async (email: string) =>
      (await rows<Fields & { person_id: string }>(`leads?site=demo&search=${email}`))[0];
    const timeline = async (email: string) =>
      rows<Fields>(`timeline?site=demo&person=${(await lead(email))?.person_id}`);
    const code = async (response: Response) =>
      `${response.status} ${(await json<{ error: { code: string } }>(response)).error.code}`;

    it('takes a batch, says what became of each event, and counts it once however often it is sent', async () => {
      const email = `${next('ada')}@example.com`;
      const sent = batch([form(email), { id: 'bad', type: 'page_view' }]);
      for (let time = 0; time < 3; time++) {
        const response = await post(sent);
        expect(response.status).toBe(202);
        expect(await json(response)).toMatchObject({
          accepted: 1,
          rejected: [{ index: 1, id: 'bad', reason: 'event_invalid', message: 'ts is missing' }],
        });
      }
      const found = await until(() => lead(email), Boolean);
      expect(found).toMatchObject({ email, form_submits: 1 });
    });

    it('answers ?ack=stored once queries see the events', async () => {
      const email = `${next('grace')}@example.com`;
      expect((await post(batch([form(email)]), {}, '/v1/events?ack=stored')).status).toBe(202);
      expect(await lead(email)).toMatchObject({ email });
    });

    it('takes a batch that is larger than any one message of a queue', async () => {
      const email = `${next('large')}@example.com`;
      const large = Array.from({ length: 50 }, () => event('custom', { text: 'ğ'.repeat(9_000) }));
      expect((await post(batch([form(email), ...large]))).status).toBe(202);
      await until(
        () => lead(email),
        (found) => found?.events === 51,
      );
    });

    it('takes a server’s orders with a key, once under one Idempotency-Key', async () => {
      const email = `${next('buyer')}@example.com`;
      const order = {
        type: 'purchase',
        ts: Date.now(),
        orderId: next('order'),
        currency: 'EUR',
        lines: [{ product: 'mug', quantity: 2, price: '9.95' }],
      };
      const sent = { site: 'demo', person: { email }, events: [order] };
      for (let time = 0; time < 2; time++) {
        const response = await serve(sent, { 'Idempotency-Key': `"${order.orderId}"` });
        expect([response.status, await json(response)]).toEqual([202, { accepted: 1, rejected: [] }]);
      }
      expect(await timeline(email)).toMatchObject([
        { type: 'purchase', value_minor: 1_990, currency: 'EUR' },
      ]);
    });

    it('lets the public key neither buy nor name people, and counts it from its origins only', async () => {
      const purchase = event('purchase', { orderId: 'o', value: 1 });
      expect(await json(await post(batch([purchase])))).toMatchObject({
        rejected: [{ reason: 'server_only' }],
      });
      for (const Origin of ['https://other.test', `${collector.origin}.evil.test`, 'null', ''])
        expect(await code(await post(batch([form('a@b.example')]), { Origin }))).toBe(
          '403 origin_not_allowed',
        );
    });

    it.each([
      ['400 body_not_json', 'not json'],
      ['400 batch_invalid', '[]'],
      ['400 batch_invalid', '{"site":"demo","visitor":"v","events":[]}'],
      ['404 site_unknown', '{"site":"nowhere","visitor":"v","events":[{}]}'],
      ['413 body_too_large', `"${'x'.repeat(1 << 20)}"`],
    ])('answers %s', async (expected, body) => expect(await code(await post(body))).toBe(expected));

    it('tells the page itself why nothing is taken and what to do, whichever way it was sent', async () => {
      const view = [event('page_view')];
      const cases: [expected: string, says: RegExp, body: unknown, Origin: string][] = [
        [
          '403 origin_not_allowed',
          /https:\/\/other\.test may not .*: allow that/,
          batch(view),
          'https://other.test',
        ],
        ['403 origin_not_allowed', /: open the page at its web address/, batch(view), 'null'],
        ['404 site_unknown', /"demmo": copy the tag/, batch(view, { site: 'demmo' }), collector.origin],
        ['400 batch_invalid', /visitor/, batch(view, { visitor: undefined }), collector.origin],
        ['400 body_not_json', /JSON/, 'not json', collector.origin],
      ];
      for (const [expected, says, body, Origin] of cases) {
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        const ways = [
          await post(text, { Origin }),
          await post(gzipSync(text), { Origin, 'Content-Encoding': 'gzip' }),
        ];
        for (const response of ways) {
          expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
          expect(response.headers.get('Content-Type')).toBe('application/json');
          const { error } = await json<{ error: { code: string; message: string } }>(response);
          expect(`${response.status} ${error.code}`).toBe(expected);
          expect(error.message).toMatch(says);
        }
      }
    });

    it('tells the owner which pages wait for what', async () => {
      const site = next('waiting');
      const made = await owner(`/v1/entities/sites/${site}`, {
        method: 'PUT',
        body: JSON.stringify({ name: 'Waiting', origins: ['https://waiting.example'] }),
      });
      expect(made.ok).toBe(true);
      const sent = batch([form('a@b.example')], { site });
      const Origin = 'https://www.waiting.example';
      const waiting = async () =>
        (await json<{ refused: Fields[] }>(await owner(`/v1/sites/${site}/installation`))).refused;
      expect(await code(await post(sent, { Origin }))).toBe('403 origin_not_allowed');
      expect(await until(waiting, (refused) => refused.length > 0)).toMatchObject([
        { origin: Origin, visitors: 1 },
      ]);
      // Kept by its sender, and taken once the owner has allowed it.
      const allowed = await owner(`/v1/entities/sites/${site}`, {
        method: 'PUT',
        headers: { 'If-Match': '*' },
        body: JSON.stringify({ name: 'Waiting', origins: ['https://*.waiting.example'] }),
      });
      expect(allowed.status).toBe(200);
      expect(await json(await post(sent, { Origin }))).toEqual({ accepted: 1, rejected: [] });
    });

    it('unpacks bodies, and no more of them than a body may have', async () => {
      const packers = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
      for (const [encoding, pack] of Object.entries(packers)) {
        const email = `${next(encoding)}@example.com`;
        const body = pack(JSON.stringify(batch([form(email)])));
        const response = await post(body, { 'Content-Encoding': encoding }, '/v1/events?ack=stored');
        expect([encoding, response.status]).toEqual([encoding, 202]);
        expect(await lead(email)).toMatchObject({ email });
        const bomb = pack(Buffer.alloc(50 << 20));
        expect(await code(await post(bomb, { 'Content-Encoding': encoding }))).toBe('413 body_too_large');
      }
      expect(await code(await post('{}', { 'Content-Encoding': 'snappy' }))).toBe('415 encoding_unsupported');
    });

    it('tells pages of any origin what they may send, without credentials', async () => {
      const preflight = await collector.fetch('/v1/events', { method: 'OPTIONS' });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('Access-Control-Max-Age')).toBe('86400');
      const taken = await post(batch([event('page_view')]));
      for (const response of [preflight, taken]) {
        expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
        expect(response.headers.has('Access-Control-Allow-Credentials')).toBe(false);
      }
      expect(taken.headers.get('RateLimit-Policy')).toMatch(/q=\d+/);
    });

    it('knows where a visitor is, and forgets the address', async () => {
      const Agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
      const headers = { 'User-Agent': Agent, 'Accept-Language': 'tr-TR' };
      const arrive = async () => {
        const email = `${next('elif')}@example.com`;
        const view = event('page_view', {
          url: `${collector.origin}/?q=x@example.com`,
          referrer: 'https://www.google.com.tr/',
        });
        await post(batch([view, form(email)]), headers, '/v1/events?ack=stored', 'TR');
        return (await timeline(email)).find(({ type }) => type === 'page_view');
      };
      // A fresh collector reads its lists with the first address, and lets nobody wait long for them.
      const found = await until(arrive, (view) => view?.country !== '');
      expect(found).toMatchObject({
        channel: 'organic_search',
        source: 'google',
        country: 'TR',
        browser: 'Firefox',
        url: expect.not.stringContaining('x@example.com'),
      });
    });

    it('gives out keys that may do what their scopes say, until they are revoked', async () => {
      const id = next('key');
      const made = await owner(`/v1/entities/keys/${id}`, {
        method: 'PUT',
        body: JSON.stringify({ name: 'Shop', scopes: ['events:write'] }),
      });
      const { key } = await json<{ key: string }>(made);
      const sent = () => ({
        site: 'demo',
        person: { email: 'k@example.com' },
        events: [event('conversion')],
      });
      expect((await serve(sent(), bearer(key))).status).toBe(202);
      const asked = await collector.fetch('/v1/query/leads?site=demo', { headers: bearer(key) });
      expect(await code(asked)).toBe('403 scope_missing');
      expect(await (await owner(`/v1/entities/keys/${id}`)).text()).not.toContain(
        key.slice(`ll_${id}_`.length),
      );
      expect(
        (await owner(`/v1/entities/keys/${id}`, { method: 'DELETE', headers: { 'If-Match': '*' } })).status,
      ).toBe(204);
      expect(await code(await serve(sent(), bearer(key)))).toBe('401 key_invalid');
      expect(await code(await collector.fetch('/v1/query/leads?site=demo'))).toBe('401 sign_in_required');
    });

    it('signs the owner’s browser in and out', async () => {
      const signIn = (key: string) =>
        collector.fetch('/v1/session', { method: 'POST', body: JSON.stringify({ key }) });
      expect(await code(await signIn('wrong'))).toBe('401 key_invalid');
      const cookie = (await signIn(collector.adminKey)).headers.get('Set-Cookie') ?? '';
      expect(cookie).toMatch(/HttpOnly/i);
      const Cookie = cookie.split(';')[0] ?? '';
      expect((await collector.fetch('/v1/session', { headers: { Cookie } })).status).toBe(200);
    });

    it('lets a team in: a first owner, a rep with their own people, and nobody whom they have not', async () => {
      const PHONE =
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
      const password = 'correct horse battery';
      const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
        collector.fetch(path, { method: 'POST', body: JSON.stringify(body), headers });
      const cookiesOf = (response: Response) =>
        response.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; ');
      const first = await collector.fetch('/v1/session');
      expect([first.status, await json(first)]).toMatchObject([401, { setup: true }]);
      const ada = { name: 'Ada', email: `${next('ada')}@team.example`, password };
      const site = { id: next('team'), name: 'Team', origins: [] };
      const setUp = await send('/v1/setup', { ...ada, site, key: collector.adminKey });
      expect(setUp.status).toBe(204);
      const Cookie = cookiesOf(setUp);
      const asAda = (path: string, init: RequestInit = {}) =>
        collector.fetch(path, { ...init, headers: { Cookie, ...(init.headers as object) } });

      const email = `${next('rep')}@team.example`;
      const access = [{ site: site.id, roles: ['rep'], people: 'own' }];
      const invited = await asAda('/v1/entities/invitations', {
        method: 'POST',
        body: JSON.stringify({ email, name: 'Bea', access }),
      });
      const { url } = await json<{ url: string }>(invited);
      expect(url.startsWith(`${collector.origin}/#/invitation/`)).toBe(true);
      const token = url.split('/').at(-1);
      const accepted = await send('/v1/invitation/accept', { token, password }, { 'User-Agent': PHONE });
      expect(accepted.status).toBe(204);
      expect(await code(await send('/v1/invitation/accept', { token, password }))).toBe(
        '410 invitation_used',
      );
      const signedIn = await send('/v1/session', { email, password }, { 'User-Agent': PHONE });
      const asRep = (path: string, init: RequestInit = {}) =>
        collector.fetch(path, {
          ...init,
          headers: { Cookie: cookiesOf(signedIn), ...(init.headers as object) },
        });

      const [mine, other] = [`${next('mine')}@example.com`, `${next('other')}@example.com`];
      for (const lead of [mine, other])
        await serve({
          site: site.id,
          person: { email: lead },
          events: [event('lead_entered', { email: lead })],
        });
      await serve({
        site: site.id,
        person: { email: mine },
        events: [event('owner_assigned', { owner: email })],
      });
      const leads = await json<{ rows: { email: string; person_id: string }[] }>(
        await asRep(`/v1/query/leads?site=${site.id}`),
      );
      expect(leads.rows.map((row) => row.email)).toEqual([mine]);
      const [hidden] = await rows<{ person_id: string }>(`leads?site=${site.id}&search=${other}`);
      for (const query of ['person', 'timeline']) {
        const asked = await asRep(`/v1/query/${query}?site=${site.id}&person=${hidden?.person_id}`);
        expect(await json(asked)).toMatchObject({ rows: [] });
      }
      for (const [path, refusal] of [
        ['/v1/query/leads?site=demo', '404 site_unknown'],
        ['/v1/query/leads?site=nowhere', '404 site_unknown'],
        [`/v1/query/audit?site=${site.id}`, '403 role_missing'],
        ['/v1/entities/users', '403 role_missing'],
        ['/v1/entities/keys', '403 role_missing'],
        ['/v1/entities/sites/demo', '404 entity_unknown'],
      ] as const)
        expect([path, await code(await asRep(path))]).toEqual([path, refusal]);

      const { rows: sessions } = await json<{ rows: Fields[] }>(await asRep('/v1/entities/sessions'));
      expect(sessions).toHaveLength(2);
      expect(sessions[0]).toMatchObject({ device: 'mobile', os: 'iOS' });
      expect((await asRep('/v1/session?everywhere=true', { method: 'DELETE' })).status).toBe(204);
      expect((await asRep('/v1/session')).status).toBe(401);
      expect((await asAda('/v1/session')).status).toBe(200);
      const audit = () =>
        rows<Fields>(`audit?site=${site.id}&target=sessions&action=signed_in&action=signed_out`);
      const told = await until(audit, (all) => all.filter(({ by_name }) => by_name === 'Bea').length >= 4);
      expect(told[0]).toMatchObject({ action: 'signed_out', by_name: 'Bea' });
    });

    it('keeps records, each change at once', async () => {
      const path = `/v1/entities/sites/${next('site')}`;
      const put = {
        method: 'PUT',
        body: JSON.stringify({ name: 'Shop', origins: ['https://*.shop.example'] }),
      };
      expect((await owner(path, put)).status).toBe(200);
      const sent = batch([event('page_view')], { site: path.split('/').at(-1) });
      expect((await post(sent, { Origin: 'https://www.shop.example' })).status).toBe(202);
      expect((await owner(path, { method: 'DELETE', headers: { 'If-Match': '"1"' } })).status).toBe(204);
      expect(await code(await owner(path))).toBe('404 entity_unknown');
      expect(await code(await owner(path, { method: 'PUT', body: '{}' }))).toBe('400 entity_invalid');
    });

    it('tells a browser that is signed in what has changed, and answers once more only then', async () => {
      const signedIn = await collector.fetch('/v1/session', {
        method: 'POST',
        body: JSON.stringify({ key: collector.adminKey }),
      });
      const Cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
      const leads = (tag = '') =>
        collector.fetch('/v1/query/leads?site=demo', { headers: { Cookie, 'If-None-Match': tag } });
      const tag = (await leads()).headers.get('ETag') ?? '';
      const known = await leads(tag);
      expect([known.status, await known.text()]).toEqual([304, '']);

      const stream = await collector.fetch('/v1/stream?site=demo', { headers: { Cookie } });
      expect(stream.headers.get('Content-Type')).toBe('text/event-stream');
      expect(stream.headers.has('Content-Encoding')).toBe(false);
      const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
      const email = `${next('told')}@example.com`;
      await serve({ site: 'demo', person: { email }, events: [event('lead_entered', { email })] });
      let text = '';
      while (!text.includes('"leads"')) text += new TextDecoder().decode((await reader.read()).value);
      expect(text).toMatch(/^event: changed\ndata: \{"queries":\[.*\],"kinds":\[.*\]\}\n\n$/m);
      expect(text).not.toContain('told');
      await reader.cancel();
      expect((await leads(tag)).status).toBe(200);
    });

    it('answers with a table where one is asked for', async () => {
      const csv = await owner('/v1/query/leads?site=demo', { headers: { Accept: 'text/csv' } });
      expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
      expect((await csv.text()).split('\n')[0]).toContain('person_id');
      expect(await code(await owner('/v1/query/nothing?site=demo'))).toBe('404 query_unknown');
    });

    it('leads on by a tracked link, and counts who followed it', async () => {
      const record = { destination: 'https://www.example.com/offer?a=%2f#top', title: next('link') };
      const made = await owner('/v1/entities/links?site=demo', {
        method: 'POST',
        body: JSON.stringify(record),
      });
      const { url } = await json<{ url: string }>(made);
      const path = url.slice(new URL(url).origin.length);
      expect((await collector.fetch(path, { method: 'HEAD' })).status).toBe(302);
      const answer = await collector.fetch(path);
      const landing = answer.headers.get('Location') ?? '';
      const [, click] =
        /^https:\/\/www\.example\.com\/offer\?a=%2f&ll_click=([\w-]+)#top$/.exec(landing) ?? [];
      expect([answer.status, answer.headers.get('Cache-Control'), click]).toEqual([
        302,
        'no-store',
        expect.any(String),
      ]);
      const [found] = await until(
        () => rows<Fields>(`clicks?site=demo&click_id=${click}`),
        ([row]) => row !== undefined,
      );
      expect(found).toMatchObject({ title: record.title, verdict: 'pending' });
      expect(await rows(`links?site=demo&title=${record.title}`)).toMatchObject([{ clicks: 1 }]);
      expect((await collector.fetch(`${path}x`)).status).toBe(404);
    });

    it('serves the script to every page, and the dashboards under a strict policy', async () => {
      const script = await collector.fetch('/leadline.js');
      expect(script.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
      const known = { headers: { 'If-None-Match': script.headers.get('ETag') ?? '' } };
      expect((await collector.fetch('/leadline.js', known)).status).toBe(304);
      const head = await collector.fetch('/', { method: 'HEAD', headers: { Accept: 'text/html' } });
      expect([head.status, await head.text()]).toEqual([200, '']);
      for (const path of ['/', '/demo/', '/persons/anyone']) {
        const page = await collector.fetch(path, { headers: { Accept: 'text/html' } });
        expect([path, page.status]).toEqual([path, 200]);
        expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      }
    });

    it('says how it is', async () => {
      expect(await json(await collector.fetch('/healthz'))).toEqual({ status: 'ok' });
      expect(await json(await collector.fetch('/readyz'))).toMatchObject({
        status: 'ready',
        clickhouse: 'up',
      });
      const metrics = await (await owner('/metrics')).text();
      expect(metrics).toMatch(/^leadline_events_accepted_total\{site="demo"\} [1-9]/m);
    });

    it('says what a route takes, and that there is nothing elsewhere', async () => {
      const wrong = await collector.fetch('/v1/events');
      expect([await code(wrong), wrong.headers.get('Allow')]).toEqual([
        '405 method_not_allowed',
        expect.stringContaining('POST'),
      ]);
      expect(await code(await collector.fetch('/v1/nothing'))).toBe('404 not_found');
    });
  });
}

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode, KEY, MADRID, OWN, SHOP, startApp, type TestApp } from './testing.js';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

let count = 0;
const event = (rest = {}) => ({ id: `e${++count}`, ts: Date.now(), type: 'page_view', ...rest });
const batch = (rest = {}) => ({ site: 'shop', visitor: 'v1', sent: Date.now(), events: [event()], ...rest });
const post: TestApp['post'] = (...args) => running.post(...args);
const ids = async (where: string) =>
  (
    await running.test.select<{ id: string }>(
      `SELECT event_id AS id FROM leadline.events FINAL WHERE ${where} ORDER BY ts, id`,
    )
  ).map(({ id }) => id);

describe('POST /v1/events', () => {
  it('takes a browser’s batch and says what became of it', async () => {
    const bad = { id: 'bad', ts: Date.now(), type: 'conversion', value: 'lots' };
    const response = await post(batch({ events: [event(), bad] }));
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({
      accepted: 1,
      rejected: [
        {
          index: 1,
          id: 'bad',
          reason: 'event_invalid',
          message: 'value must be a decimal number such as "12.50"',
        },
      ],
    });
  });

  it('answers with ack=stored once queries see the events', async () => {
    const [first, second] = [event(), event()];
    const response = await post(batch({ visitor: 'v-stored', events: [first, second] }), {}, '?ack=stored');
    expect(response.status).toBe(202);
    expect(await ids("visitor_id = 'v-stored'")).toEqual([first.id, second.id]);
  });

  it('takes a server’s batch with a key, from anywhere', async () => {
    const server = {
      site: 'shop',
      person: { email: 'ada@example.com' },
      events: [event({ type: 'conversion', value: 1 })],
    };
    const response = await post(
      server,
      { Authorization: `Bearer ${KEY}`, Origin: 'https://evil.test' },
      '?ack=stored',
    );
    expect(await response.json()).toEqual({ accepted: 1, rejected: [] });
    const listed = await running.owner('/v1/query/leads?site=shop&search=ada@example.com');
    expect(await listed.json()).toMatchObject({ rows: [{ email: 'ada@example.com', events: 1 }] });
  });

  it('keeps what the request tells of a browser, and nothing of a server’s', async () => {
    const headers = {
      'X-Test-Address': '203.0.113.9',
      'User-Agent': 'curl/8.5.0',
      'Accept-Language': 'es-es, en;q=0.8',
      'Sec-Purpose': 'prefetch;prerender',
    };
    await post(batch({ visitor: 'v-place' }), headers, '?ack=stored');
    const server = { ...headers, Authorization: `Bearer ${KEY}` };
    await post(batch({ visitor: 'v-server' }), server, '?ack=stored');
    const columns = 'country, region, asn, network, language, bot_signals, device';
    const stored = await running.test.select(
      `SELECT ${columns} FROM leadline.events FINAL
      WHERE visitor_id IN ('v-place', 'v-server') ORDER BY visitor_id`,
    );
    expect(stored).toEqual([
      { ...MADRID, language: 'es-ES', bot_signals: ['user_agent', 'prefetch'], device: 'desktop' },
      { country: '', region: '', asn: 0, network: '', language: '', bot_signals: [], device: '' },
    ]);
  });

  it('leaves out of addresses what the site names', async () => {
    const site = { name: 'Hiding', origins: [SHOP], scrubParameters: ['member'] };
    const put = { method: 'PUT', body: JSON.stringify(site) };
    expect((await running.owner('/v1/entities/sites/hiding', put)).status).toBe(200);
    const url = `${SHOP}/?Member=4711&a=1`;
    const form = { id: 'f', ts: Date.now(), type: 'form_submit', form: { action: url, fields: {} } };
    const click = { id: 'l', ts: Date.now(), type: 'link_click', link: { url } };
    const events = [event({ url, referrer: url, landing: url }), form, click];
    const sent = await post(batch({ site: 'hiding', context: { url }, events }), {}, '?ack=stored');
    expect(await sent.json()).toMatchObject({ accepted: 3 });
    const rows = await running.test.select("SELECT * FROM leadline.events WHERE site = 'hiding'");
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('4711');
    expect(rows).toContainEqual(expect.objectContaining({ url: `${SHOP}/?Member=removed&a=1` }));
  });

  it('does not let the public key name a person beside the batch', async () => {
    const forged = batch({ visitor: 'v-forged', person: { email: 'bob@example.com' } });
    expect((await post(forged, {}, '?ack=stored')).status).toBe(202);
    expect(await ids("visitor_id = 'v-forged' AND person_id != ''")).toEqual([]);
  });

  it.each([
    ['401 key_invalid', batch(), { Authorization: 'Bearer wrong' }],
    ['401 key_invalid', batch(), { Authorization: KEY }],
    ['401 key_invalid', batch(), { Authorization: '' }],
    ['404 site_unknown', batch({ site: 'nowhere' }), {}],
    ['400 batch_invalid', batch({ visitor: undefined }), {}],
    ['400 batch_invalid', { site: 'shop', events: [event()] }, { Authorization: `Bearer ${KEY}` }],
    ['400 batch_invalid', batch({ events: [] }), {}],
    ['400 batch_invalid', batch({ events: Array(501).fill(event()) }), {}],
    ['400 batch_invalid', [], {}],
    ['400 batch_invalid', 'null', {}],
    ['400 body_not_json', 'site=shop', {}],
    ['400 body_not_json', '', {}],
    ['413 body_too_large', 'x'.repeat(2 ** 20 + 1), {}],
    ['413 body_too_large', '{}', { 'Content-Length': '9999999' }],
  ])('answers %s', async (code, body, headers) => {
    expect(await errorCode(await post(body, headers))).toBe(code);
  });

  it('reads no more of a body than it may have, however it comes', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    expect(await errorCode(await running.app.request('/v1/events', init))).toBe('413 body_too_large');
    expect(pulled).toBeLessThan(20);
  });

  it('refuses bytes that are no text', async () => {
    const init = { method: 'POST', body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) };
    expect(await errorCode(await running.app.request('/v1/events', init))).toBe('400 body_not_json');
  });
});

describe('a server', () => {
  const key = { Authorization: `Bearer ${KEY}` };
  const sale = (rest = {}) => ({
    type: 'purchase',
    ts: Date.now(),
    orderId: `o${++count}`,
    value: 1,
    ...rest,
  });
  const send = (events: unknown[], rest = {}, headers = {}) =>
    post({ site: 'shop', events, ...rest }, { ...key, ...headers }, '?ack=stored');
  const stored = async (where: string) => (await ids(where)).length;

  it('may speak of many people at once, each event for itself', async () => {
    const events = [
      sale({ id: 'many-1', person: { email: 'one@example.com' } }),
      sale({ id: 'many-2', person: { email: 'two@example.com' }, visitor: 'v-two' }),
      sale({ id: 'many-3' }),
    ];
    const answer = await (await send(events)).json();
    expect(answer).toMatchObject({ accepted: 2, rejected: [{ index: 2, reason: 'person_invalid' }] });
    expect(await ids("subject_id = 'v-two'")).toEqual(['many-2']);
    for (const email of ['one@example.com', 'two@example.com']) {
      const listed = await running.owner(`/v1/query/leads?site=shop&search=${email}`);
      expect(await listed.json()).toMatchObject({ rows: [{ email, stage: 'customer', orders: 1 }] });
    }
  });

  it('may leave the ids to an Idempotency-Key: the same request counts once, whatever becomes of the answer', async () => {
    const batch = { person: { email: 'key@example.com' } };
    const events = [
      { type: 'contact_logged', ts: Date.now(), channel: 'call' },
      { type: 'contact_logged', ts: Date.now(), channel: 'note', id: 'own-id' },
    ];
    for (const quoted of ['call-17', '"call-17"', 'call-17']) {
      const response = await send(events, batch, { 'Idempotency-Key': quoted });
      expect(await response.json()).toEqual({ accepted: 2, rejected: [] });
    }
    const kept = await ids("type = 'contact_logged' AND site = 'shop'");
    expect(kept).toEqual([expect.stringMatching(/^ik_[\w-]{22}$/), 'own-id']);
    await send(events, batch, { 'Idempotency-Key': 'call-18' });
    expect(await stored("type = 'contact_logged' AND site = 'shop'")).toBe(3);
    // Another body under the same key: what came first stands.
    await send([{ ...events[0], channel: 'visit' }], batch, { 'Idempotency-Key': 'call-17' });
    expect(await stored("type = 'contact_logged' AND site = 'shop'")).toBe(3);
    expect(await stored("contact_channel = 'visit' AND site = 'shop'")).toBe(0);
  });

  it('is told what is wrong with its key, and that ids are missing', async () => {
    const events = [sale({ person: { customer: '7' } })];
    expect(await errorCode(await send(events, {}, { 'Idempotency-Key': '' }))).toBe(
      '400 idempotency_key_invalid',
    );
    expect(await (await send(events)).json()).toMatchObject({
      rejected: [{ id: null, message: 'id is missing: send one, or an Idempotency-Key header' }],
    });
  });

  it('alone has the header read: a page makes its own ids', async () => {
    const sent = { ...event(), id: undefined };
    const response = await post(batch({ events: [sent] }), { 'Idempotency-Key': 'x'.repeat(300) });
    expect(await response.json()).toMatchObject({ rejected: [{ message: 'id is missing' }] });
  });

  it('may tell of long ago', async () => {
    const ts = Date.UTC(2003, 4, 6);
    const events = [sale({ id: 'old-sale', ts, orderId: 'old-sale', person: { email: 'old@example.com' } })];
    expect(await (await send(events)).json()).toEqual({ accepted: 1, rejected: [] });
    const listed = await running.owner('/v1/query/leads?site=shop&search=old@example.com');
    expect(await listed.json()).toMatchObject({ rows: [{ first_seen: ts, orders: 1 }] });
  });
});

describe('what a browser may send besides', () => {
  const half = '\ud83d';
  const row = async (table: string, id: string) =>
    (
      await running.test.select<Record<string, unknown>>(
        `SELECT * FROM leadline.${table} FINAL WHERE event_id = '${id}'`,
      )
    )[0];

  it('half characters arrive as U+FFFD, wherever they stand', async () => {
    const whole = {
      url: `https://www.shop.test/?q=${half}`,
      title: `${half} title`,
      referrer: `https://a.test/${half}`,
    };
    const form = {
      id: `form${half}`,
      name: half,
      action: `https://www.shop.test/${half}`,
      fields: {
        [`field${half}`]: `text ${half}`,
        name: `Ada ${half}`,
        message: ['\ude00 first'],
        cv: `${half}.pdf`,
        [`privacy${half}`]: 'yes',
      },
      hints: {
        [`privacy${half}`]: { type: 'checkbox' },
      },
    };
    const events = [
      event({ type: 'form_submit', ...whole, form }),
      event({
        type: 'open',
        ...whole,
        props: { [half]: [half, { deep: `\ud83d\ude00${half}` }] },
        [`x${half}`]: half,
      }),
      event({ type: 'identify', customer: half, name: half, company: half }),
      event({ type: 'link_click', link: { url: `https://b.test/${half}`, text: half } }),
      event({
        type: 'conversion',
        orderId: half,
        coupon: half,
        value: 1,
        lines: [{ product: half, [half]: half }],
      }),
      event({ ...whole, landing: `https://www.shop.test/?utm_source=${half}` }),
    ];
    const context = { ...whole, language: half, [half]: half };
    const sent = JSON.stringify(batch({ visitor: 'v-half', events, context }));
    expect(sent).toContain('\\ud83d');
    expect(await (await post(sent, {}, '?ack=stored')).json()).toEqual({ accepted: 6, rejected: [] });

    const id = (at: number) => events[at]?.id ?? '';
    expect(await row('personal_data', id(0))).toMatchObject({
      name: 'Ada \ufffd',
      message: '\ufffd first',
      consents: ['privacy\ufffd'],
      fields: {
        'field\ufffd': ['text \ufffd'],
        name: ['Ada \ufffd'],
        message: ['\ufffd first'],
        cv: ['\ufffd.pdf'],
        'privacy\ufffd': ['yes'],
      },
    });
    expect(await row('events', id(0))).toMatchObject({ form_id: 'form\ufffd', title: '\ufffd title' });
    const { props } = (await row('events', id(1))) ?? {};
    expect(JSON.parse(String(props))).toEqual({
      '\ufffd': ['\ufffd', { deep: '😀\ufffd' }],
      'x\ufffd': '\ufffd',
    });
    // ClickHouse itself reads the properties, as a report would.
    const read = await running.test.select<{ x: string }>(
      `SELECT JSONExtractString(props, 'x\ufffd') AS x FROM leadline.events FINAL WHERE event_id = '${id(1)}'`,
    );
    expect(read).toEqual([{ x: '\ufffd' }]);
    expect(await row('personal_data', id(2))).toMatchObject({ customer: '\ufffd', name: '\ufffd' });
    expect(await row('events', id(4))).toMatchObject({ order_id: '\ufffd', coupon: '\ufffd' });
    expect(await row('events', id(5))).toMatchObject({ source: '\ufffd' });
    expect(
      await running.test.select("SELECT * FROM leadline.rejected_events WHERE reason = 'not_storable'"),
    ).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'https://www.shop.test/'],
    ['a list', []],
    [
      'nulls',
      {
        url: null,
        referrer: null,
        title: null,
        language: null,
        timeZone: null,
      },
    ],
    ['other things', { url: {}, referrer: [], title: {}, language: [1] }],
  ])('a context of %s costs no event', async (_, context) => {
    const sent = event({ type: 'form_submit', form: { fields: { email: 'ada@example.com' } } });
    const response = await post(batch({ visitor: 'v-context', context, events: [sent] }), {}, '?ack=stored');
    expect(await response.json()).toEqual({ accepted: 1, rejected: [] });
    expect(await row('events', sent.id)).toMatchObject({ url: '', language: '', props: '{}' });
  });

  it('how long and how far a page was read, and a choice, are kept', async () => {
    const [view, left, choice] = [
      event(),
      event({ type: 'page_leave', engagedMs: 1e12, scrollPercent: 80.4 }),
      event({ type: 'consent', choice: 'denied' }),
    ];
    const events = [view, { ...left, pageView: view.id }, choice];
    await post(batch({ visitor: 'v-left', events }), {}, '?ack=stored');
    expect(await row('events', left.id)).toMatchObject({
      page_view_id: view.id,
      engaged_ms: 86_400_000,
      scroll_percent: 80,
    });
    expect(await row('events', choice.id)).toMatchObject({ type: 'consent', props: '{"choice":"denied"}' });
  });
});

describe('origins', () => {
  it.each(['https://www.shop.test', 'https://shop.shop.example', 'https://a.b.shop.example'])(
    '%s may send',
    async (Origin) => {
      expect((await post(batch(), { Origin })).status).toBe(202);
    },
  );

  it.each([
    'http://www.shop.test',
    'https://shop.test',
    'https://www.shop.test.evil.test',
    'https://shop.example',
    'https://notshop.example',
    'https://www.shop.test:8443',
    'null',
    '',
    OWN,
  ])('"%s" may not', async (Origin) => {
    expect(await errorCode(await post(batch(), { Origin }))).toBe('403 origin_not_allowed');
  });

  it('is needed', async () => {
    const init = { method: 'POST', body: JSON.stringify(batch()) };
    const response = await running.app.request('/v1/events', init);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await errorCode(response)).toBe('403 origin_not_allowed');
  });

  it('self is the instance', async () => {
    expect((await post(batch({ site: 'demo' }), { Origin: OWN })).status).toBe(202);
    expect((await post(batch({ site: 'demo' }))).status).toBe(403);
  });

  it('refused are noted for the owner', async () => {
    await post(batch({ events: [event(), event()] }), { Origin: 'https://forgotten.shop.test' });
    await post(batch(), {}, '?ack=stored');
    const answer = await running.owner('/v1/query/rejected_events?site=shop&limit=1000');
    const { rows } = (await answer.json()) as { rows: { origin: string }[] };
    expect(rows.filter(({ origin }) => origin === 'https://forgotten.shop.test')).toEqual([
      expect.objectContaining({
        reason: 'origin_not_allowed',
        count: 2,
        message: expect.stringContaining('allow that address'),
      }),
    ]);
  });
});

describe('CORS', () => {
  it('lets any page ask, without credentials, and remembers the preflight for a day', async () => {
    const response = await running.app.request('/v1/events', {
      method: 'OPTIONS',
      headers: { Origin: 'https://any.test', 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'Authorization, Content-Encoding, Content-Type, Idempotency-Key',
      'access-control-max-age': '86400',
    });
    expect(response.headers.has('Access-Control-Allow-Credentials')).toBe(false);
  });

  it('lets pages read answers and refusals, of this route only', async () => {
    for (const response of [await post(batch()), await post('nonsense')]) {
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
    const elsewhere = await running.owner('/v1/query/leads?site=shop', {
      headers: { Origin: 'https://any.test' },
    });
    expect(elsewhere.headers.has('Access-Control-Allow-Origin')).toBe(false);
  });
});

describe('whatever is sent', () => {
  it('is answered, and never with a failure of ours', async () => {
    const field = fc.constantFrom(
      'site',
      'visitor',
      'person',
      'sent',
      'context',
      'events',
      'id',
      'ts',
      'type',
      'url',
      'form',
      'fields',
      'props',
      'lines',
      '__proto__',
      'constructor',
      'toString',
    );
    const { tree: value } = fc.letrec((tie) => ({
      leaf: fc.oneof(
        fc.constantFrom(
          'shop',
          'v1',
          'form_submit',
          'conversion',
          'constructor',
          '\ud800',
          Date.now(),
          -1,
          1e308,
          null,
        ),
        fc.string(),
        fc.double(),
      ),
      tree: fc.oneof(
        { depthSize: 'small' },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(field, tie('tree'), { maxKeys: 6 }),
      ),
    }));
    const whole = fc.record({
      site: fc.constant('shop'),
      visitor: fc.constant('v1'),
      events: fc.array(value, { minLength: 1, maxLength: 5 }),
    });
    const body = fc.oneof(
      fc.string(),
      value.map((tree) => JSON.stringify(tree) ?? ''),
      whole.map((tree) => JSON.stringify(tree)),
    );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const response = await post(text);
        expect(response.status).toBeLessThan(500);
        await response.json();
      }),
      { numRuns: 300 },
    );
    for (const deep of [
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    ]) {
      const nested = `{"site":"shop","visitor":"v1","events":[{"id":"d","ts":${Date.now()},"type":"x","props":{"deep":${deep}}}]}`;
      expect((await post(nested)).status).toBe(202);
      expect((await post(deep)).status).toBe(400);
    }
    // And all that was taken arrives.
    expect((await post(batch(), {}, '?ack=stored')).status).toBe(202);
    expect(running.queue.status().backlogBytes).toBe(0);
  });
});

describe('a queue without room', () => {
  it('is 503 with Retry-After', async () => {
    const full = await startApp({ bytesMax: 1_000 });
    const response = await full.post(batch({ events: [event({ props: { text: 'x'.repeat(2_000) } })] }));
    expect(response.headers.get('Retry-After')).toBe('5');
    expect(await errorCode(response)).toBe('503 queue_full');
    await full.stop();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from './index.js';
import { arrivalOf, byTable, NOW, take } from './testing.js';

const page = { id: 'p1', ts: NOW, type: 'page_view', url: 'https://shop.test/pricing?a=1', title: 'Pricing' };

describe('ingest', () => {
  it('takes the good events of a batch and lists the bad ones, each with its reason', () => {
    const events = [
      page,
      { id: 'b1', ts: NOW, type: 'conversion', value: 'lots', secret: 'ada@example.com' },
      'not an event',
      { id: 'b3', ts: NOW, type: 'refund' },
      { id: 'b4', ts: 1_760_000_000, type: 'page_view' },
      { ...page, id: 'p2' },
    ];
    const { rows, answer } = ingest(arrivalOf({ batch: { events } }));
    expect(answer).toEqual({
      accepted: 2,
      rejected: [
        {
          index: 1,
          id: 'b1',
          reason: 'event_invalid',
          message: 'value must be a decimal number such as "12.50"',
        },
        { index: 2, id: null, reason: 'event_invalid', message: 'must be an object' },
        {
          index: 3,
          id: 'b3',
          reason: 'type_reserved',
          message: 'type "refund" is a name of Leadline\'s own: choose another one',
        },
        {
          index: 4,
          id: 'b4',
          reason: 'ts_out_of_range',
          message: expect.stringContaining('seconds need multiplying by 1000'),
        },
      ],
    });
    expect(rows.map(({ table }) => table)).toEqual([
      'events',
      'rejected_events',
      'rejected_events',
      'rejected_events',
      'rejected_events',
      'events',
    ]);
    const [noted] = rows
      .filter(({ table }) => table === 'rejected_events')
      .map(({ json }) => JSON.parse(json));
    expect(noted).toEqual({
      site: 'demo',
      ts: '2026-10-14 12:00:00.000',
      rejected_id: expect.stringMatching(/^[\w-]{22}$/),
      event_id: 'b1',
      type: 'conversion',
      reason: 'event_invalid',
      message: 'value must be a decimal number such as "12.50"',
      origin: 'https://shop.test',
      count: 1,
    });
  });

  it('answers for every event of any batch, and keeps no value of a refused one', () => {
    const event = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { type: fc.constantFrom('page_view', 'form_submit', 'identify', 'conversion', 'toString', 'x') },
        { noNullPrototype: true },
      ),
      fc.record(
        {
          id: fc.constantFrom('a', 'b', ''),
          ts: fc.oneof(fc.constant(NOW), fc.double()),
          type: fc.constantFrom(
            'page_view',
            'form_submit',
            'link_click',
            'conversion',
            'identify',
            'page_leave',
            'consent',
            'constructor',
            '__proto__',
          ),
          form: fc.record({ fields: fc.dictionary(fc.string(), fc.jsonValue()), hints: fc.jsonValue() }),
          link: fc.record({ url: fc.string(), text: fc.string() }),
          landing: fc.oneof(fc.webUrl(), fc.jsonValue()),
          choice: fc.jsonValue(),
          engagedMs: fc.double(),
          url: fc.webUrl(),
          value: fc.double(),
          props: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 20 }), fc.jsonValue(), (events, context) => {
        const batch = { events, context: context as never };
        const { rows, answer } = ingest(arrivalOf({ batch }));
        expect(answer.accepted + answer.rejected.length).toBe(events.length);
        expect(rows.filter(({ table }) => table === 'events')).toHaveLength(answer.accepted);
        expect(rows.filter(({ table }) => table === 'rejected_events')).toHaveLength(answer.rejected.length);
        for (const { json } of rows) expect(json).not.toMatch(/(^|[^\\])(\\\\)*\\ud[89a-f]/);
      }),
    );
  });
});

describe('page', () => {
  it('takes address and title of the event, else of the batch', () => {
    const context = {
      url: 'https://shop.test/a?token=x',
      referrer: 'https://www.google.com/',
      title: 'For ada@example.com',
    };
    expect(take({ type: 'x' }, { batch: { context } }).events).toMatchObject({
      url: 'https://shop.test/a?token=removed',
      host: 'shop.test',
      path: '/a',
      referrer: 'https://www.google.com/',
      title: 'For removed',
    });
    expect(take(page, { batch: { context } }).events).toMatchObject({ path: '/pricing', title: 'Pricing' });
  });
  it('is content with what is no address', () => {
    expect(take({ ...page, url: 'about:blank', referrer: '///' }).events).toMatchObject({
      url: 'about:',
      host: '',
    });
  });
});

describe('link', () => {
  it('keeps where it leads, without secrets', () => {
    const link = { url: 'https://ada:pw@b.test/?sid=1', text: 'Write\n  to ada@example.com' };
    const { events } = take({ type: 'link_click', link });
    expect(events).toMatchObject({ link_url: 'https://b.test/?sid=removed', link_kind: 'outbound' });
    expect(JSON.parse(events?.props ?? '')).toEqual({ link_text: 'Write to removed' });
  });

  it.each([
    ['mailto:sales@shop.test?subject=Hi', 'email'],
    ['tel:+34600000000', 'phone'],
    ['sms:+34600000000?body=ada@example.com', 'phone'],
    ['https://b.test/', 'outbound'],
    ['https://b.test/list.PDF?v=2', 'download'],
    ['https://b.test/?file=list.pdf', 'outbound'],
    ['https://shop.test/report', 'download'],
    ['https://other.shop.test/report', 'outbound'],
    ['ftp://b.test/list.zip', 'download'],
    ['nonsense', 'outbound'],
  ])('%s is of the kind %s', (url, kind) => {
    const click = { type: 'link_click', url: 'https://shop.test/a' };
    expect(take({ ...click, link: { url } }).events?.link_kind).toBe(kind);
    // Older scripts tell it themselves.
    expect(take({ ...click, link: { url, kind: 'phone' } }).events?.link_kind).toBe('phone');
  });
});

describe('page_leave', () => {
  it('tells how much was read, in columns of its own', () => {
    const left = {
      type: 'page_leave',
      url: 'https://shop.test/a',
      pageView: 'p1',
      engagedMs: 34_000,
      scrollPercent: 80,
    };
    expect(take(left).events).toMatchObject({
      path: '/a',
      source: '',
      page_view_id: 'p1',
      engaged_ms: 34_000,
      scroll_percent: 80,
      props: '{}',
    });
    expect(take(page).events).toMatchObject({ page_view_id: '', engaged_ms: 0, scroll_percent: 0 });
  });
});

describe('consent', () => {
  it('keeps what was chosen', () => {
    expect(take({ type: 'consent', choice: 'granted' }).events?.props).toBe('{"choice":"granted"}');
  });
});

describe('user agent and language', () => {
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
  it('are the browser’s', () => {
    expect(take(page, { userAgent, acceptLanguage: 'tr-TR,tr;q=0.9' }).events).toMatchObject({
      browser: 'Mobile Safari',
      os: 'iOS',
      device: 'mobile',
      language: 'tr-TR',
    });
    const language = 'es-MX';
    expect(take(page, { acceptLanguage: 'tr', batch: { context: { language } } }).events).toMatchObject({
      language,
    });
  });
  it('of a server are nobody’s', () => {
    const events = take(page, { userAgent, acceptLanguage: 'en', isPublic: false }).events;
    expect(events).toMatchObject({ browser: '', os: '', device: '', language: '' });
  });
});

describe('form', () => {
  it('keeps what was typed apart from the event', () => {
    const form = { id: 'contact', name: 'Contact', fields: { email: 'ada@example.com', topics: ['a', 'b'] } };
    const { events, personal_data } = take({ type: 'form_submit', form });
    expect(events).toMatchObject({ form_id: 'contact', form_name: 'Contact', props: '{}' });
    expect(JSON.stringify(events)).not.toContain('ada@');
    expect(personal_data?.fields).toEqual({ email: ['ada@example.com'], topics: ['a', 'b'] });
  });
  it('keeps where it was sent, without secrets', () => {
    const props = (action: string) =>
      JSON.parse(take({ type: 'form_submit', form: { action, fields: {} } }).events?.props ?? '');
    expect(props('https://shop.test/send?email=ada@example.com&token=x')).toEqual({
      form_action: 'https://shop.test/send?email=removed&token=removed',
    });
    expect(props('/send?email=ada@example.com')).toEqual({ form_action: '/send' });
    expect(props('')).toEqual({});
  });
  it('keeps the message and the consents apart from the fields', () => {
    const fields = { email: 'ada@example.com', message: 'Hello', kvkk: 'on' };
    const form = { fields, hints: { kvkk: { type: 'checkbox' } } };
    expect(take({ type: 'form_submit', form }).personal_data).toMatchObject({
      message: 'Hello',
      consents: ['kvkk'],
      fields: { email: ['ada@example.com'], message: ['Hello'], kvkk: ['on'] },
    });
  });
  it('mends half characters everywhere, field names included', () => {
    const form = { fields: { 'a\ud800': 'b\udc00', c: 'Ad\ud83d\ude00' } };
    expect(take({ type: 'form_submit', form }).personal_data?.fields).toEqual({
      'a\ufffd': ['b\ufffd'],
      c: ['Ad😀'],
    });
  });
});

describe('props', () => {
  it('are extra fields and `props`, which win', () => {
    const { events } = take({ ...page, type: 'toString', plan: 'pro', seats: 1, props: { seats: 2 } });
    expect(JSON.parse(events?.props ?? '')).toEqual({ plan: 'pro', seats: 2 });
  });
  it('have no half characters in them', () => {
    const { events } = take({ ...page, props: { 'a\ud800': ['b\udc00', 'c\ud83d\ude00'], d: '\\ud800' } });
    expect(JSON.parse(events?.props ?? '')).toEqual({ 'a\ufffd': ['b\ufffd', 'c😀'], d: '\\ud800' });
  });
  it('are refused when too large or too deep', () => {
    expect(take({ ...page, props: { a: 'x'.repeat(33_000) } }).refusal?.reason).toBe('props_too_large');
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const lines = Array.from({ length: 500 }, () => ({ product: 'p', text: 'x'.repeat(100) }));
    expect(take({ type: 'conversion', lines }).refusal?.reason).toBe('props_too_large');
    expect(take({ ...page, props: { deep } }).refusal?.reason).toBe('props_too_large');
  });
  it('are not refused for the addresses beside them', () => {
    const landing = `https://shop.test/?q=${'x'.repeat(9_000)}`;
    const { events } = take({ ...page, landing, props: { text: 'x'.repeat(32_700) } });
    const { text, landing: kept } = JSON.parse(events?.props ?? '');
    expect([text.length, kept.length]).toEqual([32_700, 4_096]);
  });
});

describe('byTable', () => {
  it('takes numbers for ids, and null for a field that is not there', () => {
    const { events, refusal } = take({
      type: 'conversion',
      orderId: 1001,
      value: 10,
      coupon: null,
      title: null,
      lines: [{ product: 7, price: 10 }],
    });
    expect(refusal).toBeUndefined();
    expect(events).toMatchObject({ order_id: '1001', coupon: '', title: '' });
    const { personal_data } = take({
      type: 'form_submit',
      form: { id: null, fields: { email: 'ada@a.test' } },
    });
    expect(personal_data).toMatchObject({ email: 'ada@a.test' });
    expect(take({ type: 'identify', customer: 42 }).personal_data).toMatchObject({ customer: '42' });
  });

  it('notes a refused event that is sent again under the same id', () => {
    const bad = { type: 'conversion', value: 'much' };
    const ids = [0, 60_000].map(
      (later) => take(bad, { receivedAt: NOW + later }).rejected_events?.rejected_id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(take({ ...bad, id: 'e2' }).rejected_events?.rejected_id).not.toBe(ids[0]);
  });

  it('is of rows as the queue carries them', () => {
    expect(byTable(ingest(arrivalOf({ batch: { events: [page] } })).rows).events?.event_id).toBe('p1');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rejectReasons } from '../../schemas/reasons.js';
import { saysPrefetch } from './bot_signals.js';
import { drops, ingest, steps } from './index.js';
import { check, step } from './step.js';
import { byTable, envelopeOf, NOW, take } from './testing.js';

const page = { id: 'p1', ts: NOW, type: 'page_view', url: 'https://shop.test/pricing?a=1', title: 'Pricing' };

describe('ingest', () => {
  it('takes the good events of a batch and lists the bad ones, each with its reason', () => {
    const events = [
      page,
      { id: 'b1', ts: NOW, type: 'conversion', value: 'lots', secret: 'ada@example.com' },
      'not an event',
      { id: 'b3', ts: NOW, type: 'click' },
      { id: 'b4', ts: 1_760_000_000, type: 'page_view' },
      { ...page, id: 'p2' },
    ];
    const { rows, answer } = ingest(envelopeOf({ batch: { events } }));
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
          message: 'type "click" is a name of Leadline\'s own: choose another one',
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
            'purchase',
            'refund',
            'lead_entered',
            'contact_logged',
            'stage_changed',
            'owner_assigned',
            'feedback',
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
          orderId: fc.string(),
          refundId: fc.jsonValue(),
          channel: fc.constantFrom('call', 'note', 'x'),
          notes: fc.string(),
          stage: fc.string(),
          owner: fc.string(),
          rating: fc.jsonValue(),
          text: fc.string(),
          email: fc.constantFrom('ada@a.test', ''),
          visitor: fc.jsonValue(),
          person: fc.oneof(fc.jsonValue(), fc.record({ email: fc.constant('bob@a.test') })),
          props: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 20 }),
        fc.jsonValue(),
        fc.boolean(),
        (events, context, isPublic) => {
          const batch = { events, context: context as never };
          const { rows, answer } = ingest(envelopeOf({ batch, isPublic }));
          expect(answer.accepted + answer.rejected.length).toBe(events.length);
          expect(rows.filter(({ table }) => table === 'events')).toHaveLength(answer.accepted);
          expect(rows.filter(({ table }) => table === 'rejected_events')).toHaveLength(
            answer.rejected.length,
          );
          for (const { json } of rows) expect(json).not.toMatch(/(^|[^\\])(\\\\)*\\ud[89a-f]/);
        },
      ),
    );
  });
});

describe('steps', () => {
  it('have a name each, in the order in which events take them', () => {
    expect(steps.map(({ name }) => name)).toEqual([
      ...['size', 'schema', 'clock', 'bot_signals', 'user_agent', 'location', 'language'],
      ...['page', 'landing', 'campaign', 'ad_click', 'affiliate', 'referrer', 'channel'],
      ...[
        'form',
        'link',
        'order',
        'next_step',
        'rating',
        'retraction',
        'fields',
        'attributes',
        'signature',
        'props',
        'identity',
        'row',
      ],
    ]);
  });

  it('declare the reasons for which they refuse an event, each one of the known', () => {
    expect(drops.map(({ step, reason }) => `${step} ${reason}`)).toEqual([
      'size event_too_large',
      'schema event_invalid',
      'schema type_reserved',
      'schema server_only',
      'clock ts_out_of_range',
      'order event_invalid',
      'order value_out_of_range',
      'rating event_invalid',
      'retraction event_invalid',
      'props props_too_large',
      'identity person_invalid',
    ]);
    for (const { reason } of drops) expect(rejectReasons).toContain(reason);
  });

  it('are told with each event that they refuse', () => {
    const events = [
      page,
      { ...page, id: 'old', ts: 0 },
      'garbage',
      { ...page, id: 'r', type: 'click' },
      { ...page, id: 's', type: 'refund' },
      { id: 'o', ts: NOW, type: 'conversion', value: 1e20 },
      { ...page, id: 'large', props: { a: 'x'.repeat(40_000) } },
      { ...page, id: 'p2' },
    ];
    expect(ingest(envelopeOf({ batch: { events } })).dropped).toEqual([
      { step: 'clock', reason: 'ts_out_of_range' },
      { step: 'schema', reason: 'event_invalid' },
      { step: 'schema', reason: 'type_reserved' },
      { step: 'schema', reason: 'server_only' },
      { step: 'order', reason: 'value_out_of_range' },
      { step: 'props', reason: 'props_too_large' },
    ]);
  });

  it('cannot refuse an event for a reason that they do not declare', () => {
    // @ts-expect-error: not a reason of the step
    check('x', ['event_invalid'], () => ({ reason: 'type_reserved', message: '' }));
    // @ts-expect-error: not a reason at all
    check('x', ['nonsense'], () => undefined);
    // @ts-expect-error: declares none
    step('x', () => ({ reason: 'event_invalid', message: '' }));
    expect(check('x', ['event_invalid'], () => undefined).drops).toEqual(['event_invalid']);
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
      formsSeen: 2,
      formsBegun: 1,
    };
    expect(take(left).events).toMatchObject({
      path: '/a',
      source: '',
      page_view_id: 'p1',
      engaged_ms: 34_000,
      scroll_percent: 80,
      forms_seen: 2,
      forms_begun: 1,
      props: '{}',
    });
    expect(take(page).events).toMatchObject({ page_view_id: '', engaged_ms: 0, scroll_percent: 0 });
  });
});

describe('own traffic', () => {
  it('is marked, whatever it is', () => {
    const isTeam = (team: unknown) =>
      take({ type: 'page_view' }, { batch: { context: { team } as never } }).events?.is_team;
    expect(isTeam(true)).toBe(true);
    for (const team of [false, null, 'true', undefined]) expect(isTeam(team)).toBeUndefined();
  });
});

describe('click_evidence', () => {
  it('keeps what was noticed, and brings nobody from anywhere', () => {
    const evidence = { type: 'click_evidence', click: 'c1', kind: 'touch', trusted: true };
    const url = 'https://shop.test/?utm_source=news&ll_click=c1';
    const { events } = take({ ...evidence, url, referrer: 'https://www.google.com/' });
    expect(events).toMatchObject({ source: '', channel: '' });
    expect(JSON.parse(events?.props ?? '')).toEqual({ click: 'c1', kind: 'touch', trusted: true });
  });
});

describe('consent', () => {
  it('keeps what was chosen', () => {
    expect(take({ type: 'consent', choice: 'granted' }).events?.props).toBe('{"choice":"granted"}');
  });
});

describe('user agent', () => {
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
  it('tells browser, system and device', () => {
    expect(take(page, { userAgent }).events).toMatchObject({
      browser: 'Mobile Safari',
      os: 'iOS',
      device: 'mobile',
    });
    expect(take(page).events).toMatchObject({ browser: '', os: '', device: '' });
  });
  it('of a server is nobody’s', () => {
    const events = take(page, { userAgent, isPublic: false }).events;
    expect(events).toMatchObject({ browser: '', os: '', device: '' });
  });
});

describe('language', () => {
  const languageOf = (language: string | undefined, acceptLanguage = '', isPublic = true) => {
    const context = language === undefined ? {} : { language };
    return take(page, { acceptLanguage, isPublic, batch: { context } }).events?.language;
  };
  it.each([
    ['tr-TR', 'tr-TR'],
    ['TR-tr', 'tr-TR'],
    ['es_MX', 'es-MX'],
    [' de ', 'de'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['sr-latn', 'sr-Latn'],
    ['es-419', 'es-419'],
    ['iw', 'he'],
    ['C', ''],
    ['en-US@posix', ''],
    ['*', ''],
    ['', ''],
    ['<script>', ''],
    ['x'.repeat(200), ''],
  ])('"%s" is spelled "%s"', (sent, spelled) => expect(languageOf(sent)).toBe(spelled));

  it.each([
    ['tr-TR,tr;q=0.9,en;q=0.8', 'tr-TR'],
    ['*, es_es;q=0.5', 'es-ES'],
    ['de;q=0.5', 'de'],
    [',,', ''],
    ['en-US@posix,fr', 'fr'],
    ['a,'.repeat(100_000), ''],
  ])('is the first one accepted where the page tells none: %s', (header, spelled) => {
    expect(languageOf(undefined, header)).toBe(spelled);
    expect(languageOf('@', header)).toBe(spelled);
    expect(languageOf('es-MX', header)).toBe('es-MX');
    expect(languageOf(undefined, header, false)).toBe('');
  });
});

describe('location', () => {
  it('is the browser’s', () => {
    const location = { country: 'TR', region: 'Istanbul', asn: 9121, network: 'Turk Telekom' };
    expect(take(page, { location }).events).toMatchObject(location);
    expect(take(page).events).toMatchObject({ country: '', region: '', asn: 0, network: '' });
  });
});

describe('bot signals', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
  const signalsOf = (rest: { userAgent?: string; isPrefetch?: boolean; isPublic?: boolean }) =>
    take(page, rest).events?.bot_signals;

  it.each([
    [chrome, []],
    [chrome.replace('Chrome', 'HeadlessChrome'), ['user_agent']],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', ['user_agent']],
    ['Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)', ['user_agent']],
    ['curl/8.5.0', ['user_agent']],
    ['python-requests/2.32', ['user_agent']],
    ['', ['no_user_agent']],
  ])('of %s', (userAgent, signals) => expect(signalsOf({ userAgent })).toEqual(signals));

  it('are kept beside the event, which is never refused for them', () => {
    const form = { type: 'form_submit', form: { fields: { email: 'ada@example.com' } } };
    const { events, personal_data, refusal } = take(form, { userAgent: 'curl/8.5.0', isPrefetch: true });
    expect(refusal).toBeUndefined();
    expect(events?.bot_signals).toEqual(['user_agent', 'prefetch']);
    expect(personal_data?.email).toBe('ada@example.com');
  });

  it('are none of a server with a key', () => {
    expect(signalsOf({ userAgent: 'curl/8.5.0', isPrefetch: true, isPublic: false })).toEqual([]);
  });

  it.each([
    [{ 'Sec-Purpose': 'prefetch' }, true],
    [{ 'Sec-Purpose': 'prefetch;prerender' }, true],
    [{ Purpose: 'prefetch' }, true],
    [{ 'X-Purpose': 'preview' }, true],
    [{ 'X-Moz': 'prefetch' }, true],
    [{ 'Sec-Purpose': '' }, false],
    [{ 'X-Other': 'prefetch' }, false],
    [{}, false],
  ])('tell by the headers %j whether a page was fetched ahead', (headers, says) => {
    expect(saysPrefetch((name) => new Headers(headers).get(name) ?? undefined)).toBe(says);
  });
});

describe('size', () => {
  const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
  it.each([
    ['characters', { type: 'x', props: { a: 'x'.repeat(262_144) } }, /262144 characters/],
    ['long names', { type: 'x', props: { ['x'.repeat(262_144)]: 1 } }, /262144 characters/],
    ['characters in all', { type: 'x', list: Array(300).fill('x'.repeat(1_000)) }, /262144 characters/],
    ['values', { type: 'x', list: Array(10_001).fill(0) }, /10000 fields and list entries/],
    ['levels', { type: 'x', deep: nested(33) }, /32 levels deep/],
    ['all levels', { type: 'x', deep: nested(100_000) }, /32 levels deep/],
  ])('refuses too many %s, before anything else', (_, event, message) => {
    const { refusal, events, rejected_events } = take(event);
    expect(refusal).toMatchObject({ reason: 'event_too_large', message: expect.stringMatching(message) });
    expect(events).toBeUndefined();
    expect(rejected_events).toMatchObject({ reason: 'event_too_large', event_id: 'e1', type: 'x' });
  });
  it('refuses such an event without an id alone, and the same one again when it is sent again', () => {
    const deep = nested(100_000);
    const send = () => ingest(envelopeOf({ batch: { sent: NOW, events: [deep, page, { deep }] } }));
    const { rows, answer } = send();
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 0 }, { index: 2 }] });
    const idsOf = (list: typeof rows) =>
      list.flatMap(({ table, json }) => (table === 'rejected_events' ? [JSON.parse(json).rejected_id] : []));
    expect(new Set(idsOf(rows)).size).toBe(2);
    expect(idsOf(send().rows)).toEqual(idsOf(rows));
  });
  it('takes the largest forms and orders', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 25 }, (_, at) => [`field ${at}`, 'x'.repeat(10_000)]),
    );
    expect(take({ type: 'form_submit', form: { fields } }).refusal).toBeUndefined();
    const lines = Array.from({ length: 500 }, () => ({ product: 'p', name: 'n', price: 1, quantity: 2 }));
    expect(take({ type: 'conversion', orderId: 'o', lines }).refusal).toBeUndefined();
    expect(take({ type: 'x', deep: nested(31) }).refusal).toBeUndefined();
  });
});

describe('form', () => {
  it('keeps what was written apart from the event', () => {
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
  it('keeps what the visitor read beside what it stands for: labels, chosen options, the sentence of a consent', () => {
    const sentence = `I have read ${'the terms and '.repeat(30)}agree to the privacy policy`;
    const fields = {
      email: 'ada@a.test',
      plan: ['3', 'Free'],
      box_7: '1',
      constructor: 'x',
      ['__proto__']: 'y',
    };
    const hints = {
      email: { label: 'Your e-mail' },
      plan: { label: 'plan', text: ['Team', 'Free'] },
      box_7: { type: 'checkbox', label: sentence },
      ['__proto__']: { label: 'z' },
      hidden: { label: 'Of no field', text: 'x' },
    };
    const { events, personal_data } = take({ type: 'form_submit', form: { fields, hints } });
    expect(personal_data).toMatchObject({
      labels: { email: 'Your e-mail', box_7: sentence },
      texts: { plan: ['Team', ''] },
      consents: [sentence.slice(0, 200)],
    });
    expect(JSON.stringify(events)).not.toContain('Team');
    const boxes = {
      alone: ['on', { label: 'Call me', text: 'Call me' }],
      topics: [['a', 'b'], { label: 'Sports', text: ['Sports', 'Music'] }],
      colour: ['r', { label: 'Red', text: ['Red'] }],
      privacy: ['yes, all', { type: 'checkbox', label: sentence, text: sentence }],
    } as const;
    const of = (place: 0 | 1) =>
      Object.fromEntries(Object.entries(boxes).map(([name, box]) => [name, box[place]]));
    const ticked = take({ type: 'form_submit', form: { fields: of(0), hints: of(1) } });
    expect(ticked.personal_data).toMatchObject({
      labels: { alone: 'Call me', privacy: sentence },
      texts: { topics: ['Sports', 'Music'], colour: ['Red'] },
    });
    const { labels, texts } = take({ type: 'form_submit', form: { fields: { a: 'b' } } }).personal_data ?? {};
    expect([labels, texts]).toEqual([{}, {}]);
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
  it('are refused when too large', () => {
    expect(take({ ...page, props: { a: 'x'.repeat(33_000) } }).refusal?.reason).toBe('props_too_large');
    const lines = Array.from({ length: 500 }, () => ({ product: 'p', text: 'x'.repeat(100) }));
    expect(take({ type: 'conversion', lines }).refusal?.reason).toBe('props_too_large');
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
    expect(byTable(ingest(envelopeOf({ batch: { events: [page] } })).rows).events?.event_id).toBe('p1');
  });
});

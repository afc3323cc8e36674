import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { batch } from './batch.js';
import { definitionOf, eventTypes, reservedTypes, schemaOf } from './events.js';

const base = { id: 'e1', ts: 1_760_000_000_000 };
const read = (event: unknown) => v.safeParse(schemaOf((event as { type?: unknown } | null)?.type), event);

const good = [
  { type: 'page_view' },
  { type: 'page_view', url: 'https://a.test/', referrer: '', title: 'A', props: { a: [1] } },
  { type: 'page_view', landing: 'https://a.test/?utm_source=x' },
  { type: 'page_view', landing: { not: 'read' } },
  { type: 'page_leave', engagedMs: 0 },
  { type: 'page_leave', pageView: 'e1', engagedMs: 34_000, scrollPercent: 80 },
  { type: 'page_leave', pageView: 'not an id', engagedMs: 1 },
  { type: 'page_leave', engagedMs: 1, formsSeen: 2, formsBegun: 1 },
  { type: 'page_leave', engagedMs: 1, formsSeen: 'two', formsBegun: null },
  { type: 'click_evidence', click: 'c1', kind: 'landing' },
  { type: 'click_evidence', click: 'c1', kind: 'prerender_activated', trusted: false },
  { type: 'consent', choice: 'granted' },
  { type: 'consent', choice: 'denied' },
  { type: 'form_submit', form: { fields: {} } },
  {
    type: 'form_submit',
    form: { id: 'f', name: 'n', action: '/x', fields: { a: 'b', c: ['d'] }, hints: {} },
  },
  { type: 'link_click', link: { url: 'tel:1' } },
  { type: 'link_click', link: { url: 'https://b.test', text: 'B', kind: 'download' } },
  { type: 'identify' },
  { type: 'identify', email: 'ada@example.com', phone: '1', customer: '7', name: 'Ada', company: 'E' },
  { type: 'conversion' },
  {
    type: 'conversion',
    orderId: 'o1',
    value: '9.90',
    currency: 'eur',
    lines: [{ product: 'p', price: 9.9 }],
  },
  { type: 'purchase', orderId: 1001 },
  { type: 'purchase', orderId: 'o1', value: '9.90', reps: ['mia'], instructions: 'Ring twice', coupon: 'C' },
  { type: 'refund', orderId: 'o1', value: 5, refundId: 7, reason: 'Broken' },
  {
    type: 'lead_entered',
    email: 'ada@a.test',
    name: 'Ada',
    company: 'E',
    source: 'Fair',
    note: 'n',
    rep: 'mia',
  },
  { type: 'contact_logged', channel: 'call' },
  { type: 'contact_logged', channel: 'visit', direction: 'outbound', subject: 's', outcome: 'o', notes: 'n' },
  { type: 'stage_changed', stage: 'qualified', from: 'new', reason: 'r', rep: 'mia' },
  { type: 'owner_assigned', owner: 'mia' },
  { type: 'owner_assigned', owner: '' },
  { type: 'feedback' },
  { type: 'feedback', rating: 4, ratingMax: 5, text: 'Good', orderId: 'o1' },
  { type: 'video_played', visitor: 'v1', person: { customer: 7 } },
  { type: 'video_played' },
  { type: 'Fiyat listesi açıldı' },
  { type: 'constructor' },
];

const bad: [string, object][] = [
  ['type', {}],
  ['type', { type: '' }],
  ['type', { type: 7 }],
  ['type', { type: '<script>' }],
  ['type', { type: 'x'.repeat(65) }],
  ['id', { type: 'page_view', id: 'no spaces' }],
  ['id', { type: 'page_view', id: '' }],
  ['id', { type: 'page_view', id: 'x'.repeat(129) }],
  ['id', { type: 'page_view', id: undefined }],
  ['ts', { type: 'page_view', ts: '2026-01-01' }],
  ['ts', { type: 'page_view', ts: -1 }],
  ['ts', { type: 'page_view', ts: Number.NaN }],
  ['props', { type: 'page_view', props: 'x' }],
  ['engagedMs', { type: 'page_leave' }],
  ['engagedMs', { type: 'page_leave', engagedMs: '5' }],
  ['scrollPercent', { type: 'page_leave', engagedMs: 5, scrollPercent: 'all' }],
  ['click', { type: 'click_evidence', kind: 'landing' }],
  ['click', { type: 'click_evidence', click: 'ada@example.com', kind: 'landing' }],
  ['kind', { type: 'click_evidence', click: 'c1', kind: 'scroll' }],
  ['trusted', { type: 'click_evidence', click: 'c1', kind: 'key', trusted: 'yes' }],
  ['choice', { type: 'consent' }],
  ['choice', { type: 'consent', choice: 'maybe' }],
  ['form', { type: 'form_submit' }],
  ['form.fields', { type: 'form_submit', form: { fields: ['a'] } }],
  ['form.fields', { type: 'form_submit', form: { fields: null } }],
  ['link', { type: 'link_click' }],
  ['link.kind', { type: 'link_click', link: { url: 'x', kind: 'other' } }],
  ['email', { type: 'identify', email: '' }],
  ['currency', { type: 'conversion', currency: 'EURO' }],
  ['value', { type: 'conversion', value: '12,50' }],
  ['orderId', { type: 'conversion', orderId: ' ' }],
  ['orderId', { type: 'purchase' }],
  ['orderId', { type: 'refund', value: 1 }],
  ['reps', { type: 'purchase', orderId: 'o1', reps: 'mia' }],
  ['email', { type: 'lead_entered', email: ' ' }],
  ['channel', { type: 'contact_logged' }],
  ['channel', { type: 'contact_logged', channel: 'fax' }],
  ['direction', { type: 'contact_logged', channel: 'call', direction: 'sideways' }],
  ['stage', { type: 'stage_changed', stage: '' }],
  ['owner', { type: 'owner_assigned' }],
  ['rating', { type: 'feedback', rating: 'five' }],
  ['person', { type: 'page_view', person: 'ada' }],
  ['visitor', { type: 'page_view', visitor: 'no spaces' }],
  ['lines.0.product', { type: 'conversion', lines: [{ price: 1 }] }],
  ['lines.0.quantity', { type: 'conversion', lines: [{ product: 'p', quantity: '2' }] }],
];

describe('event schemas', () => {
  it.each(good)('accept %j', (event) => expect(read({ ...base, ...event }).success).toBe(true));

  it.each(bad)('refuse a wrong %s: %j', (path, event) => {
    const { issues } = read({ ...base, ...event });
    expect(issues?.[0] && v.getDotPath(issues[0])).toBe(path);
  });

  it('keep unknown extra fields', () => {
    expect(read({ ...base, type: 'page_view', experiment: { arm: 'b' } }).output).toHaveProperty(
      'experiment',
      {
        arm: 'b',
      },
    );
    const conversion = { ...base, type: 'conversion', lines: [{ product: 'p', size: 'XL' }] };
    expect(read(conversion).output).toHaveProperty('lines.0.size', 'XL');
  });

  it('cut what is too long instead of refusing it', () => {
    const long = 'x'.repeat(20_000);
    const form = { id: long, fields: { [long]: long }, hints: { a: { label: long } } };
    const event = { ...base, type: 'form_submit', url: long, title: long, form };
    const { output } = read(event);
    expect(output).toMatchObject({
      url: 'x'.repeat(4096),
      title: 'x'.repeat(500),
      form: { id: 'x'.repeat(200) },
    });
    expect(output).toHaveProperty('form.fields', new Map([['x'.repeat(200), ['x'.repeat(10_000)]]]));
  });

  it('leave out fields and hints that cannot be read, and keep the form', () => {
    const fields = { a: 1, b: true, c: null, d: {}, e: ['x', null, 2], f: [], ['__proto__']: 'p' };
    const hints = { a: 'text', b: { type: [5] }, c: { label: 'C' } };
    const { output } = read({ ...base, type: 'form_submit', form: { fields, hints } });
    expect(output).toHaveProperty(
      'form.fields',
      new Map([
        ['a', ['1']],
        ['b', ['true']],
        ['e', ['x', '2']],
      ]),
    );
    expect(output).toHaveProperty('form.hints', { a: {}, b: {}, c: { label: 'C' } });
  });

  it('read texts of a page as they are seen, in one line', () => {
    const label = '  Your\n\t  e-mail\u00a0* ';
    const form = { fields: { a: 'b' }, hints: { a: { label, type: null } } };
    expect(read({ ...base, type: 'form_submit', form }).output).toHaveProperty('form.hints', {
      a: { label: 'Your e-mail *' },
    });
    const chosen = { a: { text: ' Two\n words ' }, b: { text: ['x', null, 7, ['y']] }, c: { text: {} } };
    const list = { fields: { a: 'b' }, hints: chosen };
    expect(read({ ...base, type: 'form_submit', form: list }).output).toHaveProperty('form.hints', {
      a: { text: ['Two words'] },
      b: { text: ['x', '', '7', ''] },
      c: {},
    });
    const link = { url: 'https://b.test/', text: `A\n${' '.repeat(300)}partner ${'x'.repeat(300)}` };
    expect(read({ ...base, type: 'link_click', link }).output).toHaveProperty(
      'link.text',
      `A partner ${'x'.repeat(190)}`,
    );
  });

  it('bring how long and how far a page was read back to what can be', () => {
    const leave = (engagedMs: number, scrollPercent: number) =>
      read({ ...base, type: 'page_leave', engagedMs, scrollPercent }).output;
    expect(leave(1e15, 140)).toMatchObject({ engagedMs: 86_400_000, scrollPercent: 100 });
    expect(leave(-5, -5)).toMatchObject({ engagedMs: 0, scrollPercent: 0 });
    expect(leave(1_234.6, 33.4)).toMatchObject({ engagedMs: 1_235, scrollPercent: 33 });
    const forms = { engagedMs: 1, formsSeen: 1e9, formsBegun: -1 };
    const { output } = read({ ...base, type: 'page_leave', ...forms });
    expect(output).toMatchObject({ formsSeen: 1_000, formsBegun: 0 });
  });

  it('cut fractions of milliseconds off', () => {
    expect(read({ ...base, ts: 12.9, type: 'page_view' }).output).toHaveProperty('ts', 12);
  });

  it('read any JSON without throwing', () => {
    const types = fc.constantFrom(...eventTypes, 'x', '__proto__', 'toString');
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())),
        types,
        (json, type) => {
          for (const input of [json, { ...base, ...(json as object), type }])
            expect(typeof read(input).success).toBe('boolean');
        },
      ),
    );
  });

  it('keep of what people write as much as a long letter', () => {
    const notes = 'x'.repeat(20_000);
    const { output } = read({ ...base, type: 'contact_logged', channel: 'note', notes });
    expect(output).toHaveProperty('notes', 'x'.repeat(10_000));
  });

  it('know a reserved name only of what the collector alone makes', () => {
    for (const type of reservedTypes) expect(definitionOf(type)?.from ?? 'collector').toBe('collector');
  });

  it.each(eventTypes)('of %s say once what it counts by, in fields of its own', (type) => {
    const { fields, once, sale } = definitionOf(type) ?? { fields: {}, once: [] };
    for (const name of once) expect(Object.keys(fields)).toContain(name);
    // What `sales` counts once is one event, too.
    if (sale) expect(once[0]).toBe('orderId');
  });
});

describe('batch schema', () => {
  const events = [{}];
  it.each([
    { site: 'demo', events },
    { site: 'demo', visitor: 'v1', sent: 1.5, context: { url: 'https://a.test' }, events: [null, 5] },
    { site: 'demo', person: { customer: '7' }, events, sdk: '1.0' },
  ])('accepts %j', (input) => expect(v.is(batch, input)).toBe(true));

  it.each([
    null,
    [],
    { events },
    { site: '', events },
    { site: 'demo', events: [] },
    { site: 'demo', events: {} },
    { site: 'demo', events: Array(501).fill({}) },
    { site: 'demo', visitor: 'a b', events },
    { site: 'demo', sent: 'now', events },
    { site: 'demo', person: 'ada', events },
  ])('refuses %j', (input) => expect(v.is(batch, input)).toBe(false));

  it.each([undefined, null, 'text', 7, [], { url: null, language: {} }])(
    'takes a context of %j for none',
    (context) => {
      const result = v.safeParse(batch, { site: 'demo', context, events });
      expect(result.success).toBe(true);
      expect(result.output).toHaveProperty('context', {});
    },
  );

  it('keeps of a context what can be read', () => {
    const context = { url: 'https://a.test/', title: [], team: 'yes', screen: '4k' };
    expect(v.parse(batch, { site: 'demo', context, events }).context).toEqual({
      url: 'https://a.test/',
      screen: '4k',
    });
  });
});

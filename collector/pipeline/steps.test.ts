import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clickhouseTime } from '../store/time.js';
import { ingest } from './index.js';
import { envelopeOf, NOW, take } from './testing.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('clock', () => {
  const timeOf = (ts: number, sent?: number, isPublic = true) => {
    const { events, refusal } = take(
      { type: 'x', ts },
      { isPublic, batch: sent === undefined ? {} : { sent } },
    );
    return refusal?.reason ?? events?.ts.slice(0, -3);
  };
  it.each([
    ['a right clock', NOW - 5_000, NOW - 100, NOW - 5_000],
    ['a slow network', NOW - 25_000, NOW - 20_000, NOW - 25_000],
    ['a clock hours behind', NOW - 3 * HOUR - 5_000, NOW - 3 * HOUR, NOW - 5_000],
    ['a clock hours ahead', NOW + 3 * HOUR - 5_000, NOW + 3 * HOUR, NOW - 5_000],
    ['a clock decades behind', 5_000, 15_000, NOW - 10_000],
    ['an event ahead of its batch', NOW + HOUR, NOW, NOW],
    ['no batch time, future', NOW + HOUR, undefined, NOW],
    ['an event kept for a month', NOW - 30 * DAY, NOW, NOW - 30 * DAY],
  ])('%s', (_, ts, sent, corrected) => expect(timeOf(ts, sent)).toBe(clickhouseTime(corrected)));

  it('refuses what is too old to be believed, seconds among it', () => {
    expect(timeOf(NOW - 61 * DAY, NOW)).toBe('ts_out_of_range');
    expect(timeOf(Math.floor(NOW / 1000))).toBe('ts_out_of_range');
    expect(timeOf(Math.floor(NOW / 1000), NOW, false)).toBe('ts_out_of_range');
  });
  it('lets servers bring history', () => {
    expect(timeOf(Date.UTC(2001, 0, 1), NOW, false)).toBe('2001-01-01 00:00:00.000');
  });
  it('keeps the order of a batch within a millisecond, and never leaves the millisecond for it', () => {
    const events = Array.from({ length: 500 }, (_, at) => ({ id: `e${at}`, ts: NOW + HOUR, type: 'x' }));
    const { rows } = ingest(envelopeOf({ batch: { events } }));
    const times = rows.map(({ json }) => JSON.parse(json).ts as string);
    expect(times).toEqual([...new Set(times)].sort());
    expect(new Set(times.map((time) => time.slice(0, -3)))).toEqual(new Set([clickhouseTime(NOW)]));
  });
  it('gives all rows of an event the same time', () => {
    const form = { id: 'f1', ts: NOW, type: 'form_submit', form: { fields: { email: 'ada@a.test' } } };
    const { rows } = ingest(
      envelopeOf({ batch: { events: [{ id: 'p1', ts: NOW, type: 'page_view' }, form] } }),
    );
    const times = rows.slice(1).map(({ table, json }) => [table, JSON.parse(json).ts]);
    expect(times).toEqual(
      ['events', 'personal_data', 'visitor_persons'].map((table) => [table, '2026-10-14 12:00:00.000001']),
    );
  });
  it('never answers with a time in the future, whatever is sent', () => {
    const ms = fc.double({ min: 0, max: 8.64e15, noNaN: true });
    fc.assert(
      fc.property(ms, fc.option(ms, { nil: undefined }), fc.boolean(), (ts, sent, isPublic) => {
        const time = timeOf(ts, sent, isPublic) ?? '';
        expect(time === 'ts_out_of_range' || time <= clickhouseTime(NOW)).toBe(true);
      }),
    );
  });
});

describe('order', () => {
  const orderOf = (event: object, site = {}) => take({ type: 'conversion', ...event }, { site });
  it('keeps money in minor units', () => {
    const lines = [{ product: 'p', quantity: 2, price: '9.99', size: 'XL' }, { product: 'q' }];
    const { events } = orderOf({
      orderId: 'o1',
      value: 25,
      currency: 'usd',
      coupon: 'SPRING',
      name: 'Order',
      lines,
    });
    expect(events).toMatchObject({ order_id: 'o1', value_minor: 2500, currency: 'USD', coupon: 'SPRING' });
    expect(JSON.parse(events?.props ?? '')).toEqual({
      name: 'Order',
      lines: [
        { product: 'p', quantity: 2, price_minor: 999, size: 'XL' },
        { product: 'q', quantity: 1, price_minor: 0 },
      ],
    });
  });
  it('adds the lines up where there is no value, in the site’s currency where there is none', () => {
    const lines = [
      { product: 'p', quantity: 3, price: 1000 },
      { product: 'q', quantity: 0.5, price: '5' },
    ];
    expect(orderOf({ lines }, { currency: 'JPY' }).events).toMatchObject({
      value_minor: 3003,
      currency: 'JPY',
    });
    expect(orderOf({}).events).toMatchObject({ value_minor: 0, currency: 'EUR', order_id: '' });
  });
  it.each([
    { value: 1e20 },
    { value: '999999999999999' },
    { value: 1, lines: [{ product: 'p', price: '999999999999999' }] },
    { lines: [{ product: 'p', price: 1e22 }] },
    { lines: [{ product: 'p', quantity: -1e300, price: 1 }] },
    { lines: [{ product: 'p', price: 1e9, quantity: 1e9 }] },
  ])('refuses what cannot be kept exactly: %j', (event) =>
    expect(orderOf(event).refusal?.reason).toBe('value_out_of_range'),
  );
});

describe('order, from a server', () => {
  const server = { isPublic: false, batch: { visitor: undefined, person: { customer: '7' } } };
  const send = (event: object) => take({ orderId: 'o1', ...event }, server);
  const lines = [
    { product: 'p', quantity: 2, price: '9.99' },
    { product: 'discount', price: -5 },
  ];
  it('is a purchase with what it has besides', () => {
    const { events, sales } = send({ type: 'purchase', lines, coupon: 'C', reps: ['mia', 'lee'] });
    expect(events).toMatchObject({ type: 'purchase', order_id: 'o1', value_minor: 1498, currency: 'EUR' });
    expect(JSON.parse(events?.props ?? '')).toMatchObject({ reps: ['mia', 'lee'] });
    expect(sales).toMatchObject({ order_id: 'o1', refund_id: '', value_minor: 1498, coupon: 'C' });
  });
  it.each([
    [{ value: 5 }, -500],
    [{ value: -5 }, -500],
    [{ value: '5.005', currency: 'KWD' }, -5005],
    [{ lines }, -1498],
    [{ value: 1, lines }, -100],
  ])('gives back %j as %d', (event, minor) => {
    const { events, sales } = send({ type: 'refund', ...event });
    expect([events?.value_minor, sales?.value_minor]).toEqual([minor, minor]);
  });
  it('tells refunds of one order apart, by their own ids or the events’', () => {
    const refundOf = (event: object) => send({ type: 'refund', value: 1, ...event }).sales?.refund_id;
    expect(refundOf({ refundId: 'r1' })).toBe('r1');
    expect(refundOf({ id: 'e7' })).toBe('#e7');
    expect(refundOf({ id: 'e7', props: { refundId: 'r9' } })).toBe('#e7');
  });
  it.each([
    [{ type: 'refund' }, 'value is missing'],
    [{ type: 'refund', value: 0 }, 'value is missing'],
    [{ type: 'refund', lines: [{ product: 'p' }] }, 'value is missing'],
    [{ type: 'purchase', value: -1 }, 'money given back is a refund'],
  ])('refuses %j', (event, message) => {
    const { refusal, sales } = send(event);
    expect(refusal).toMatchObject({ reason: 'event_invalid', message: expect.stringContaining(message) });
    expect(sales).toBeUndefined();
  });
  it('is a sale of a browser, too, where it has an order id', () => {
    expect(take({ type: 'conversion', orderId: 'o1', value: 1 }).sales).toMatchObject({ subject_id: 'v1' });
    expect(take({ type: 'conversion', value: 1 }).sales).toBeUndefined();
    expect(take({ type: 'feedback', orderId: 'o1' }).sales).toBeUndefined();
  });
});

describe('identity', () => {
  const personOf = (event: object, overrides: Parameters<typeof take>[1] = {}) =>
    take({ type: 'identify', ...event }, overrides).events?.person_id;
  const email = personOf({ email: 'ada@example.com' });

  it('is one person however an address is written', () => {
    for (const text of ['ADA@EXAMPLE.COM', ' ada@example.com '])
      expect(personOf({ email: text })).toBe(email);
    const form = { fields: { 'your-email': 'Ada@Example.com' } };
    expect(personOf({ type: 'form_submit', form })).toBe(email);
    const site = { country: 'TR' };
    expect(personOf({ phone: '0532 123 45 67' }, { site })).toBe(
      personOf({ phone: '+905321234567' }, { site }),
    );
  });
  it('is the e-mail’s before the phone’s before the customer’s', () => {
    const all = { customer: '7', phone: '+34600000000', email: 'ada@example.com' };
    expect(personOf(all)).toBe(email);
    expect(personOf({ ...all, email: 'n/a' })).toBe(personOf({ phone: all.phone }));
    expect(personOf({ ...all, email: 'n/a', phone: 'none' })).toBe(personOf({ customer: '7' }));
    expect(personOf({ email: 'n/a' })).toBe('');
  });
  it('is nobody’s by what identifies nobody, which stays as it was written', () => {
    const { events, personal_data, visitor_persons, refusal } = take({
      type: 'identify',
      email: 'No-Reply@example.com',
      phone: '12345',
      customer: 'Guest',
      name: 'Ada',
    });
    expect(refusal).toBeUndefined();
    expect(events).toMatchObject({ subject_id: 'v1', person_id: '' });
    expect(visitor_persons).toBeUndefined();
    expect(personal_data).toMatchObject({
      ...{ person_id: '', email: '', phone: '', customer: '', name: 'Ada' },
      fields: { email: ['No-Reply@example.com'], phone: ['12345'], customer: ['Guest'] },
    });
    const fields = { email: 'noreply@example.com', phone: '555 555 5555' };
    expect(take({ type: 'form_submit', form: { fields } }).personal_data).toMatchObject({
      ...{ person_id: '', email: '', phone: '' },
      fields: { email: ['noreply@example.com'], phone: ['555 555 5555'] },
    });
  });
  it('is a made-up address’s only where nothing else says who it is', () => {
    const of = (event: object) => take({ type: 'identify', email: 'test@test.com', ...event }).personal_data;
    expect(of({})).toMatchObject({ person_id: personOf({ email: 'test@test.com' }), email: 'test@test.com' });
    expect(of({ phone: '600 000 000' })).toMatchObject({
      ...{ person_id: personOf({ phone: '600000000' }), email: '' },
      fields: { email: ['test@test.com'] },
    });
    expect(of({ customer: '7' })).toMatchObject({ person_id: personOf({ customer: '7' }), email: '' });
    expect(take({ type: 'identify', email: 'test@test.com', customer: '7' }).identity_pairs).toBeUndefined();
  });
  it('differs by site and by secret', () => {
    expect(personOf({ email: 'ada@example.com' }, { site: { id: 'shop' } })).not.toBe(email);
    expect(personOf({ email: 'ada@example.com' }, { secret: 'other' })).not.toBe(email);
  });
  it('ties the visitor to the person, and the e-mail to the customer id', () => {
    const rows = take({
      type: 'identify',
      email: 'ada@example.com',
      customer: '7',
      name: 'Ada',
      company: 'E',
    });
    expect(rows.visitor_persons).toMatchObject({ visitor_id: 'v1', person_id: email, event_id: 'e1' });
    expect(rows.identity_pairs).toMatchObject({
      kind: 'claim',
      person_id: email,
      other_id: personOf({ customer: '7' }),
    });
    expect(rows.personal_data).toMatchObject({
      email: 'ada@example.com',
      customer: '7',
      name: 'Ada',
      company: 'E',
      email_kind: 'business',
      email_domain: 'example.com',
    });
    expect(take({ type: 'identify', customer: '7' }).personal_data).toMatchObject({
      email_kind: '',
      email_domain: '',
    });
  });
  it('never joins by phone', () => {
    expect(take({ type: 'identify', phone: '+34600000000', customer: '7' }).identity_pairs).toBeUndefined();
    expect(
      take({ type: 'identify', phone: '+34600000000', email: 'ada@example.com' }).identity_pairs,
    ).toBeUndefined();
  });
  it('of a server’s batch is the batch’s person', () => {
    const server = {
      isPublic: false,
      batch: { visitor: undefined, person: { email: 'ada@example.com', customer: '7' } },
    };
    const { events, visitor_persons, identity_pairs } = take({ type: 'conversion', value: 1 }, server);
    expect(events).toMatchObject({ subject_id: email, person_id: email, visitor_id: '' });
    expect(visitor_persons).toBeUndefined();
    expect(identity_pairs).toMatchObject({ kind: 'word' });
  });
  it('refuses a server’s event that names nobody', () => {
    const server = { isPublic: false, batch: { visitor: undefined, person: { email: 'n/a', phone: '12' } } };
    expect(take({ type: 'conversion', value: 1 }, server).refusal?.reason).toBe('person_invalid');
    const guest = { isPublic: false, batch: { visitor: undefined, person: { customer: 'guest' } } };
    expect(take({ type: 'conversion', value: 1 }, guest).refusal?.reason).toBe('person_invalid');
    const known = { isPublic: false, batch: { visitor: 'v1', person: { customer: 'guest' } } };
    expect(take({ type: 'conversion', value: 1 }, known).events).toMatchObject({
      subject_id: 'v1',
      person_id: '',
    });
  });
  it('of an event in a server’s batch is the event’s own word before the batch’s', () => {
    const server = { isPublic: false, batch: { visitor: 'v1', person: { email: 'ada@example.com' } } };
    const whose = (event: object) => {
      const { events, visitor_persons } = take({ type: 'x', ...event }, server);
      return [events?.visitor_id, events?.person_id, visitor_persons?.visitor_id];
    };
    const bob = personOf({ email: 'bob@example.com' });
    expect(whose({})).toEqual(['v1', email, 'v1']);
    expect(whose({ person: { email: 'bob@example.com' } })).toEqual(['', bob, undefined]);
    expect(whose({ visitor: 'v2' })).toEqual(['v2', '', undefined]);
    expect(whose({ visitor: 'v2', person: { email: 'bob@example.com' } })).toEqual(['v2', bob, 'v2']);
    expect(whose({ type: 'lead_entered', email: 'bob@example.com' })).toEqual(['', bob, undefined]);
    expect(whose({ type: 'lead_entered', email: 'bob@example.com', visitor: 'v2' })).toEqual([
      'v2',
      bob,
      'v2',
    ]);
    expect(whose({ type: 'lead_entered', name: 'Ada' })).toEqual(['v1', email, 'v1']);
    expect(take({ type: 'x', person: { email: 'n/a' } }, server).refusal?.reason).toBe('person_invalid');
    expect(take({ type: 'x', person: 'bob@example.com' }, server).refusal?.message).toBe(
      'person must be an object',
    );
  });
  it('of the public key’s events is nobody’s word but the visitor’s', () => {
    for (const person of [{ email: 'bob@example.com' }, 'bob@example.com', null]) {
      const { events, personal_data } = take({ type: 'x', person, visitor: 'v2', plan: 'pro' });
      expect(events).toMatchObject({ visitor_id: 'v1', person_id: '', props: '{"plan":"pro"}' });
      expect(personal_data).toBeUndefined();
    }
  });
  it('says how a server names its events', () => {
    const server = { isPublic: false };
    const message = 'id is missing: send one, or an Idempotency-Key header';
    expect(take({ type: 'x', id: undefined }, server).refusal?.message).toBe(message);
    expect(take({ type: 'x', id: undefined }).refusal?.message).toBe('id is missing');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clickhouseTime } from './clock.js';
import { ingest } from './index.js';
import { arrivalOf, NOW, take } from './testing.js';

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
    const { rows } = ingest(arrivalOf({ batch: { events } }));
    const times = rows.map(({ json }) => JSON.parse(json).ts as string);
    expect(times).toEqual([...new Set(times)].sort());
    expect(new Set(times.map((time) => time.slice(0, -3)))).toEqual(new Set([clickhouseTime(NOW)]));
  });
  it('gives all rows of an event the same time', () => {
    const form = { id: 'f1', ts: NOW, type: 'form_submit', form: { fields: { email: 'ada@a.test' } } };
    const { rows } = ingest(
      arrivalOf({ batch: { events: [{ id: 'p1', ts: NOW, type: 'page_view' }, form] } }),
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

describe('source', () => {
  const sourceOf = (url: string, referrer = '', site = {}) => {
    const { events } = take({ type: 'page_view', url, referrer }, { site });
    return [events?.source, events?.medium];
  };
  it.each([
    ['https://shop.test/', '', 'direct', ''],
    ['https://shop.test/', 'https://www.google.com/', 'google.com', 'referral'],
    ['https://shop.test/?utm_source=News&utm_medium=email', 'https://mail.test/', 'News', 'email'],
    ['https://shop.test/?gclid=1', 'https://www.google.com/', 'google', 'cpc'],
    ['https://shop.test/?msclkid=1', '', 'bing', 'cpc'],
    ['https://shop.test/?fbclid=1', '', 'facebook', 'social'],
    ['https://shop.test/?utm_source=ig&fbclid=1', '', 'ig', ''],
    ['https://shop.test/b', 'https://shop.test/a', '', ''],
    ['https://www.shop.test/b', 'https://shop.test/a', '', ''],
    ['https://shop.test:8080/b', 'https://shop.test/a', 'shop.test', 'referral'],
    ['not an address', '', '', ''],
  ])('%s from %s', (url, referrer, source, medium) =>
    expect(sourceOf(url, referrer)).toEqual([source, medium]),
  );

  it('does not count the site’s other hosts as sources', () => {
    const site = { origins: ['https://*.shop.test', 'https://www.shop.example'] };
    expect(sourceOf('https://a.shop.test/', 'https://pay.shop.test/', site)).toEqual(['', '']);
    expect(sourceOf('https://a.shop.test/', 'https://shop.example/', site)).toEqual(['', '']);
    expect(sourceOf('https://a.shop.test/', 'https://notshop.test/', site)).toEqual([
      'notshop.test',
      'referral',
    ]);
  });
  it('keeps the campaign, and is of page views only', () => {
    const url = 'https://shop.test/?utm_source=s&utm_campaign=c&utm_term=t&utm_content=ada@example.com';
    expect(take({ type: 'page_view', url }).events).toMatchObject({
      campaign: 'c',
      term: 't',
      content: 'removed',
    });
    expect(take({ type: 'x', url }).events).toMatchObject({ source: '', campaign: '' });
  });
});

describe('source, where the address changed', () => {
  const sourceOf = (landing: unknown, url = 'https://shop.test/', referrer = '') => {
    const { events } = take({ type: 'page_view', url, referrer, landing });
    return [events?.source, events?.medium, JSON.parse(events?.props ?? '').landing];
  };
  it('is told by the address that the browser asked for', () => {
    const landing = 'https://shop.test/?utm_source=News&utm_medium=email&utm_content=ada@example.com&token=x';
    const kept = 'https://shop.test/?utm_source=News&utm_medium=email&utm_content=removed&token=removed';
    expect(sourceOf(landing)).toEqual(['News', 'email', kept]);
    expect(sourceOf('https://shop.test/?gclid=1')).toEqual(['google', 'cpc', 'https://shop.test/?gclid=1']);
    expect(sourceOf('https://shop.test/', 'https://shop.test/?utm_source=x')[0]).toBe('direct');
  });
  it('is told by the page where there is no other address', () => {
    for (const landing of [undefined, null, '', 'nonsense', {}, 7])
      expect(sourceOf(landing, 'https://shop.test/?utm_source=x')[0]).toBe('x');
  });

  it.each([
    ['https://shop.test/?via=ada', '', 'ada', 'affiliate'],
    ['https://shop.test/?ref=%20Bob%20&fpr=x', 'https://blog.test/', 'Bob', 'affiliate'],
    ['https://shop.test/?aff=17', '', '17', 'affiliate'],
    ['https://shop.test/?affid=17', '', '17', 'affiliate'],
    ['https://shop.test/?fpr=17', '', '17', 'affiliate'],
    ['https://shop.test/?via=&ref=bob', '', 'bob', 'affiliate'],
    ['https://shop.test/?via=ada&utm_source=News', '', 'News', ''],
    ['https://shop.test/?via=ada&gclid=1', '', 'google', 'cpc'],
    ['https://shop.test/?ref=footer', 'https://www.shop.test/', '', ''],
    ['https://shop.test/?reference=1', '', 'direct', ''],
  ])('is the affiliate’s: %s from %s', (landing, referrer, source, medium) => {
    expect(sourceOf(landing, 'https://shop.test/', referrer).slice(0, 2)).toEqual([source, medium]);
    expect(sourceOf(undefined, landing, referrer).slice(0, 2)).toEqual([source, medium]);
  });

  it('is the affiliate’s by parameters of the site’s own, before the usual ones', () => {
    const site = { affiliateParameters: ['partner', 'p-id'] };
    const partnerOf = (url: string, referrer = '') => {
      const { events } = take({ type: 'page_view', url, referrer }, { site });
      return [events?.source, events?.medium];
    };
    expect(partnerOf('https://shop.test/?partner=Ada')).toEqual(['Ada', 'affiliate']);
    expect(partnerOf('https://shop.test/?via=bob&p-id=17')).toEqual(['17', 'affiliate']);
    expect(partnerOf('https://shop.test/?via=bob&partner=')).toEqual(['bob', 'affiliate']);
    expect(partnerOf('https://shop.test/?partner=Ada', 'https://shop.test/')).toEqual(['', '']);
    expect(sourceOf(undefined, 'https://shop.test/?partner=Ada')[0]).toBe('direct');
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
    { lines: [{ product: 'p', price: 1e9, quantity: 1e9 }] },
  ])('refuses what cannot be kept exactly: %j', (event) =>
    expect(orderOf(event).refusal?.reason).toBe('value_out_of_range'),
  );
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
    expect(rows.person_links).toMatchObject({ person_id: email, other_id: personOf({ customer: '7' }) });
    expect(rows.personal_data).toMatchObject({
      email: 'ada@example.com',
      customer: '7',
      name: 'Ada',
      company: 'E',
    });
  });
  it('never joins by phone', () => {
    expect(take({ type: 'identify', phone: '+34600000000', customer: '7' }).person_links).toBeUndefined();
    expect(
      take({ type: 'identify', phone: '+34600000000', email: 'ada@example.com' }).person_links,
    ).toBeUndefined();
  });
  it('of a server’s batch is the batch’s person', () => {
    const server = {
      isPublic: false,
      batch: { visitor: undefined, person: { email: 'ada@example.com', customer: '7' } },
    };
    const { events, visitor_persons, person_links } = take({ type: 'conversion', value: 1 }, server);
    expect(events).toMatchObject({ subject_id: email, person_id: email, visitor_id: '' });
    expect(visitor_persons).toBeUndefined();
    expect(person_links).toBeDefined();
  });
  it('refuses a server’s event that names nobody', () => {
    const server = { isPublic: false, batch: { visitor: undefined, person: { email: 'n/a', phone: '12' } } };
    expect(take({ type: 'conversion', value: 1 }, server).refusal?.reason).toBe('person_invalid');
  });
});

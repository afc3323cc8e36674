import { describe, expect, it } from 'vitest';
import { dayKey, daysBetween, makeFormat } from './format.js';

const at = (iso: string) => Date.parse(iso);

describe('dayKey', () => {
  it('is the day of the zone, not of the reader or of UTC', () => {
    const ts = at('2026-11-20T22:30:00Z');
    expect(dayKey(ts, 'UTC')).toBe('2026-11-20');
    expect(dayKey(ts, 'Europe/Istanbul')).toBe('2026-11-21');
    expect(dayKey(ts, 'America/New_York')).toBe('2026-11-20');
    expect(dayKey(ts, 'Pacific/Kiritimati')).toBe('2026-11-21');
  });

  it('keeps the days of clock changes whole, with 23 and 25 hours', () => {
    const zone = 'Europe/Madrid';
    expect(dayKey(at('2026-03-28T22:59:59Z'), zone)).toBe('2026-03-28');
    expect(dayKey(at('2026-03-28T23:00:00Z'), zone)).toBe('2026-03-29');
    expect(dayKey(at('2026-03-29T21:59:59Z'), zone)).toBe('2026-03-29');
    expect(dayKey(at('2026-03-29T22:00:00Z'), zone)).toBe('2026-03-30');
    expect(dayKey(at('2026-10-24T22:00:00Z'), zone)).toBe('2026-10-25');
    expect(dayKey(at('2026-10-25T22:59:59Z'), zone)).toBe('2026-10-25');
  });
});

it('daysBetween counts calendar days, also over clock changes and years', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
});

describe('relative', () => {
  const now = at('2026-11-20T12:00:00Z');
  const { relative } = makeFormat('en', 'UTC');

  it.each([
    ['2026-11-20T12:00:30Z', 'now'],
    ['2026-11-20T11:59:30Z', 'now'],
    ['2026-11-20T11:59:00Z', '1 minute ago'],
    ['2026-11-20T11:00:01Z', '59 minutes ago'],
    ['2026-11-19T12:00:01Z', '23 hours ago'],
    ['2026-11-19T12:00:00Z', 'yesterday'],
    ['2026-11-18T23:59:00Z', '2 days ago'],
    ['2026-11-01T00:00:00Z', '2 weeks ago'],
    ['2026-06-20T00:00:00Z', '5 months ago'],
    ['2025-11-20T00:00:00Z', 'last year'],
    ['2023-11-01T00:00:00Z', '3 years ago'],
  ])('%s is %s', (iso, text) => expect(relative(at(iso), now)).toBe(text));

  it('counts days by the calendar of the site', () => {
    // 30 hours ago is the day before yesterday in Istanbul, where it is 01:00.
    const night = at('2026-11-20T22:00:00Z');
    expect(makeFormat('en', 'Europe/Istanbul').relative(night - 30 * 3_600_000, night)).toBe('2 days ago');
    expect(relative(night - 30 * 3_600_000, night)).toBe('yesterday');
  });
});

describe('ahead', () => {
  const now = at('2026-11-20T12:00:00Z');
  const { ahead } = makeFormat('en', 'UTC');

  it.each([
    ['2026-11-20T11:00:00Z', 'now'],
    ['2026-11-20T12:00:01Z', 'in 1 minute'],
    ['2026-11-20T12:04:00Z', 'in 4 minutes'],
    ['2026-11-20T13:00:00Z', 'in 1 hour'],
    ['2026-11-20T23:30:00Z', 'in 12 hours'],
    ['2026-11-21T12:00:00Z', 'tomorrow'],
    ['2026-11-23T00:00:00Z', 'in 3 days'],
  ])('%s is %s', (iso, text) => expect(ahead(at(iso), now)).toBe(text));
});

describe('money', () => {
  it('has the decimals of the currency', () => {
    const { money } = makeFormat('en', 'UTC');
    expect(money(123_456, 'EUR')).toBe('€1,234.56');
    expect(money(5_000, 'JPY')).toBe('¥5,000');
    expect(money(1_234, 'KWD')).toMatch(/1\.234$/);
    expect(money(-50, 'USD')).toBe('-$0.50');
  });

  it('is written as the language writes it', () => {
    expect(makeFormat('tr', 'UTC').money(123_456, 'TRY')).toBe('₺1.234,56');
    expect(makeFormat('es', 'UTC').money(123_456, 'EUR')).toMatch(/^1234,56\s€$/);
  });

  it('survives a code that is none', () => expect(makeFormat('en', 'UTC').money(100, 'ZZ!')).toBe('1 ZZ!'));
});

describe('duration', () => {
  it.each([
    [0, '0 sec'],
    [400, '0 sec'],
    [34_400, '34 sec'],
    [59_600, '1 min'],
    [125_000, '2 min 5 sec'],
    [3_600_000, '1 hr'],
    [3_605_000, '1 hr'],
    [4_205_000, '1 hr 10 min'],
    [86_400_000, '24 hr'],
  ])('of %i ms is %s', (ms, text) => expect(makeFormat('en', 'UTC').duration(ms)).toBe(text));

  it('is written as the language writes it, and so is a share', () => {
    const [es, tr] = [makeFormat('es', 'UTC'), makeFormat('tr', 'UTC')];
    expect([es.duration(125_000), tr.duration(125_000)]).toEqual([
      '2 min 5 s',
      expect.stringMatching(/^2 dk\.? 5 sn\.?$/),
    ]);
    expect([es.percent(80), tr.percent(80)]).toEqual([expect.stringMatching(/^80\s%$/), '%80']);
    expect(makeFormat('en', 'UTC').percent(80)).toBe('80%');
  });
});

describe('day', () => {
  const now = at('2026-11-20T12:00:00Z');

  it('leaves this year out and begins with a capital', () => {
    expect(makeFormat('en', 'UTC').day('2026-11-20', now)).toBe('Friday, November 20');
    expect(makeFormat('en', 'UTC').day('2025-11-20', now)).toBe('Thursday, November 20, 2025');
    expect(makeFormat('es', 'UTC').day('2026-11-20', now)).toBe('Viernes, 20 de noviembre');
    expect(makeFormat('tr', 'UTC').day('2026-11-20', now)).toBe('20 Kasım Cuma');
  });

  it('names the key, whatever the zone', () => {
    expect(makeFormat('en', 'Pacific/Kiritimati').day('2026-11-20', now)).toBe('Friday, November 20');
    expect(makeFormat('en', 'Pacific/Pago_Pago').day('2026-11-20', now)).toBe('Friday, November 20');
  });
});

it('languageName names a tag in the reader’s language, with Turkish capitals', () => {
  expect(makeFormat('tr', 'UTC').languageName('en')).toBe('İngilizce');
  expect(makeFormat('es', 'UTC').languageName('tr')).toBe('Turco');
  expect(makeFormat('en', 'UTC').languageName('not a tag')).toBe('not a tag');
});

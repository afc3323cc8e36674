import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  comparedWith,
  comparisonIn,
  daysIn,
  presetOf,
  presets,
  rangeIn,
  rangeOf,
} from './date_range.js';

const range = (from: string, to: string) => ({ from, to });

describe('presets', () => {
  it.each([
    ['today', '2026-03-01', '2026-03-01'],
    ['yesterday', '2026-02-28', '2026-02-28'],
    ['days7', '2026-02-23', '2026-03-01'],
    ['days30', '2026-01-31', '2026-03-01'],
    ['days90', '2025-12-02', '2026-03-01'],
    ['month', '2026-03-01', '2026-03-01'],
    ['lastMonth', '2026-02-01', '2026-02-28'],
    ['year', '2026-01-01', '2026-03-01'],
  ] as const)('%s is from %s to %s', (preset, from, to) => {
    expect(rangeOf(preset, '2026-03-01')).toEqual(range(from, to));
  });

  it('are known by their days', () => {
    expect(presetOf(range('2026-02-01', '2026-02-28'), '2026-03-15')).toBe('lastMonth');
    expect(presetOf(range('2026-02-01', '2026-02-27'), '2026-03-15')).toBeUndefined();
  });

  it('know no clock changes', () => {
    // Clocks in Madrid went forward on 29 March and back on 25 October.
    expect(daysIn(rangeOf('days7', '2026-03-30'))).toBe(7);
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
  });
});

it.each([
  ['2026-03-31', -1, '2026-02-28'],
  ['2028-03-31', -1, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2028-02-29', -12, '2027-02-28'],
])('%s and %i months is %s', (day, months, then) => expect(addMonths(day, months)).toBe(then));

describe('a comparison', () => {
  it.each([
    ['2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
    ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['2026-11-01', '2026-11-29', '2026-10-03', '2026-10-31'],
    ['2026-11-20', '2026-11-20', '2026-11-19', '2026-11-19'],
  ])('of %s to %s with what was before is %s to %s', (from, to, before, last) => {
    expect(comparedWith(range(from, to), 'previous')).toEqual(range(before, last));
  });

  it('a year before has the same dates, or the last that there was', () => {
    expect(comparedWith(range('2028-02-01', '2028-02-29'), 'year')).toEqual(
      range('2027-02-01', '2027-02-28'),
    );
    expect(comparedWith(range('2026-01-01', '2026-01-02'), '')).toBeUndefined();
  });

  it('ends the day before, and is as long unless it is of months', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 27 }), (from, days) => {
        const given = range(from, addDays(from, days - 1));
        const before = comparedWith(given, 'previous');
        expect(before?.to).toBe(addDays(from, -1));
        expect(before && daysIn(before)).toBe(days);
      }),
    );
  });
});

describe('an address', () => {
  const read = (text: string) => rangeIn(new URLSearchParams(text), '2026-11-29', 'days7');

  it('names its days', () => {
    expect(read('from=2026-11-01&to=2026-11-05')).toEqual(range('2026-11-01', '2026-11-05'));
    expect(read('from=2026-11-05&to=2026-11-01')).toEqual(range('2026-11-01', '2026-11-05'));
    expect(comparisonIn(new URLSearchParams('compare=year'))).toBe('year');
  });

  it.each(['', 'from=2026-11-01', 'from=2026-02-30&to=2026-03-01', 'from=x&to=y'])(
    'that names none (%s) means the usual ones',
    (text) => expect(read(text)).toEqual(rangeOf('days7', '2026-11-29')),
  );

  it.each(presets)('comes back to %s', (preset) => {
    const { from, to } = rangeOf(preset, '2026-11-29');
    expect(read(`from=${from}&to=${to}`)).toEqual({ from, to });
  });
});

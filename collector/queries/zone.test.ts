import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayInZone, isoInZone } from './zone.js';

it.each([
  ['Europe/Madrid', Date.UTC(2026, 6, 1, 12), '2026-07-01T14:00:00.000+02:00'],
  ['Europe/Madrid', Date.UTC(2026, 11, 1, 12, 0, 0, 7), '2026-12-01T13:00:00.007+01:00'],
  ['America/New_York', Date.UTC(2026, 0, 1, 3), '2025-12-31T22:00:00.000-05:00'],
  ['Asia/Kathmandu', Date.UTC(2026, 0, 1), '2026-01-01T05:45:00.000+05:45'],
  ['UTC', Date.UTC(2026, 0, 1), '2026-01-01T00:00:00.000+00:00'],
  // The hour that comes twice.
  ['Europe/Madrid', Date.UTC(2026, 9, 25, 0, 30), '2026-10-25T02:30:00.000+02:00'],
  ['Europe/Madrid', Date.UTC(2026, 9, 25, 1, 30), '2026-10-25T02:30:00.000+01:00'],
])('in %s %i is %s', (zone, ms, text) => {
  expect(isoInZone(zone)(ms)).toBe(text);
});

it('is the same moment in any zone', () => {
  const zones = fc.constantFrom(
    'Europe/Istanbul',
    'America/St_Johns',
    'Pacific/Chatham',
    'Australia/Lord_Howe',
  );
  fc.assert(
    fc.property(zones, fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }), (zone, ms) => {
      expect(Date.parse(isoInZone(zone)(ms))).toBe(ms);
    }),
  );
});

it.each([
  ['Europe/Istanbul', '2026-11-29', '2026-11-28T21:00:00.000Z', '2026-11-29T20:59:59.999Z'],
  // 25 hours, and 23.
  ['Europe/Madrid', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
  ['Europe/Madrid', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['America/New_York', '2026-01-01', '2026-01-01T05:00:00.000Z', '2026-01-02T04:59:59.999Z'],
  ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00.000Z', '2026-01-01T18:14:59.999Z'],
])('in %s %s lasts from %s to %s', (zone, day, start, end) => {
  expect(dayInZone(day, zone)).toEqual({ start: Date.parse(start), end: Date.parse(end) });
});

it.each(['2026-02-31', '2026-13-01', '0000-00-00', '9999-12-31'])('%s is no day', (day) => {
  expect(dayInZone(day, 'UTC')).toBeUndefined();
});

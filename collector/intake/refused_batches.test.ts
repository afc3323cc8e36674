import { expect, it } from 'vitest';
import { RefusedBatches } from './refused_batches.js';

const NOON = Date.UTC(2026, 9, 14, 12);
const note = (refused: RefusedBatches, origin: string, { events = 1, now = NOON, site = 'demo' } = {}) => {
  const row = refused.note({
    site,
    reason: 'origin_not_allowed',
    origin,
    message: 'not listed',
    events,
    now,
  });
  return row && JSON.parse(row.json);
};

it('writes a row at the first and whenever the number has doubled, under one id', () => {
  const refused = new RefusedBatches();
  const rows = Array.from({ length: 1_000 }, () => note(refused, 'https://other.test')).filter(Boolean);
  expect(rows.map(({ count }) => count)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
  expect(new Set(rows.map(({ rejected_id }) => rejected_id)).size).toBe(1);
});

it('has rows of its own in each collector', () => {
  const ids = [new RefusedBatches(), new RefusedBatches()].map((refused) => note(refused, '').rejected_id);
  expect(new Set(ids).size).toBe(2);
});

it('starts anew each minute, and for each site', () => {
  const refused = new RefusedBatches();
  const rows = [
    note(refused, 'https://other.test', { events: 500 }),
    note(refused, 'https://other.test', { events: 3, site: 'shop' }),
    note(refused, 'https://other.test', { events: 7, now: NOON + 60_000 }),
  ];
  expect(rows.map(({ count }) => count)).toEqual([500, 3, 7]);
  expect(new Set(rows.map(({ rejected_id }) => rejected_id)).size).toBe(3);
});

it('counts what comes from ever new origins as one', () => {
  const refused = new RefusedBatches();
  const rows = Array.from({ length: 10_000 }, (_, i) => note(refused, `https://${i}.test`)).filter(Boolean);
  expect(rows.length).toBeLessThan(40);
  const rest = rows.filter(({ origin }) => origin === '').at(-1);
  expect(rest.count).toBeGreaterThan(8_000);
  expect(rest.message).toContain('many other origins');
});

it('counts what a limit refuses apart', () => {
  const refused = new RefusedBatches();
  note(refused, '', { events: 3 });
  const row = refused.note({
    site: 'demo',
    reason: 'rate_limited',
    origin: '',
    message: 'too fast',
    events: 5,
    now: NOON,
  });
  expect(JSON.parse(row?.json ?? '')).toMatchObject({
    reason: 'rate_limited',
    message: 'too fast',
    count: 5,
  });
});

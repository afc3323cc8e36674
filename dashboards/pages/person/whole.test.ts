import { expect, it } from 'vitest';
import { event } from './testing.js';
import { isSameEvent, withWhole } from './whole.js';

const row = event('e', '2026-10-25T10:00:00Z', { message: 'Hel', engaged_ms: 9, cut: { message: 5 } });
const whole = event('e', '2026-10-25T10:00:00Z', { message: 'Hello', engaged_ms: 1 });

it('withWhole takes what is cut from the whole event, and keeps what may be newer', () => {
  expect(withWhole(row, whole)).toEqual({ ...row, message: 'Hello', cut: {} });
});

it('isSameEvent tells events apart that were sent with one id', () => {
  expect(isSameEvent(row, whole)).toBe(true);
  expect(isSameEvent(row, { ...whole, visitor_id: 'v2' })).toBe(false);
});

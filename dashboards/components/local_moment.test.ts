import { expect, it } from 'vitest';
import { localMoment, localText } from './local_moment.js';

it.each([
  ['Europe/Madrid', '2026-07-01T09:30', '2026-07-01T07:30Z'],
  ['Europe/Madrid', '2026-10-25T03:30', '2026-10-25T02:30Z'],
  ['Asia/Kathmandu', '2026-01-01T00:15', '2025-12-31T18:30Z'],
  ['America/New_York', '2026-03-08T03:30', '2026-03-08T07:30Z'],
])('in %s, %s is %s', (zone, text, iso) => {
  expect(localMoment(text, zone)).toBe(Date.parse(iso));
  expect(localText(Date.parse(iso), zone)).toBe(text);
});

it('an hour that the clock skips is the one after it, and what is no moment is none', () => {
  expect(localMoment('2026-03-29T02:30', 'Europe/Madrid')).toBe(Date.parse('2026-03-29T01:30Z'));
  for (const text of ['', '2026-11-20', 'soon', '2026-13-41T10:00'])
    expect(localMoment(text, 'UTC')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { askedIn, isNarrowed } from './asked.js';

const asked = (address: string) => askedIn(new URLSearchParams(address), ['status', 'orders']);

it('askedIn keeps what the list takes, as often as it stands there', () => {
  expect([
    ...asked(
      'site=x&status=new&status=working&orders>=2&tab=3&sort=orders&__proto__=1&sort=evil&order=sideways',
    ),
  ]).toEqual([
    ['status', 'new'],
    ['status', 'working'],
    ['orders>', '2'],
    ['sort', 'orders'],
  ]);
});

it('isNarrowed tells a search from an order', () => {
  expect(isNarrowed(asked('sort=orders&order=asc&search='))).toBe(false);
  for (const address of ['search=a', 'status=new', 'status!=']) expect(isNarrowed(asked(address))).toBe(true);
});

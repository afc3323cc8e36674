import { expect, it } from 'vitest';
import { amountText, readAmount } from './amount.js';

it.each([
  ['es', '1.234,50', '1234.50'],
  ['es', '12,5', '12.5'],
  ['es', '12.50', '12.50'],
  ['es', '1.234', '1234'],
  ['es', '1.234.567', '1234567'],
  ['tr', '1.234,50', '1234.50'],
  ['en-GB', '1,234.50', '1234.50'],
  ['en-GB', '1,234', '1234'],
  ['en-GB', '12,5', '12.5'],
  ['en-GB', '1.234', '1.234'],
  ['en-GB', '12.', '12.'],
  ['fr', '1 234,50', '1234.50'],
  ['en', '-5', '-5'],
  ['en', '', ''],
  ['en', 'twelve', 'twelve'],
  ['en', '1.2.x', '1.2.x'],
])('in %s "%s" is %s', (tag, typed, amount) => expect(readAmount(typed, tag)).toBe(amount));

it('is shown as it would be typed', () => {
  expect(amountText('1234.50', 'es')).toBe('1234,50');
  expect(amountText('1234.50', 'en-GB')).toBe('1234.50');
});

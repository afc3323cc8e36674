import { expect, it } from 'vitest';
import { priceOf } from './price.js';

it.each([
  ['12', '12'],
  ['12.5', '12.5'],
  ['12,50', '12.50'],
  ['1.234,50 €', '1234.50'],
  ['EUR 1,234.50', '1234.50'],
  ['1 234,5', '1234.5'],
  ["1'234.50", '1234.50'],
  ['1.234.567', '1234567'],
  ['0.125', '0.125'],
  ['12345.678', '12345.678'],
  // A thousand or one.
  ['1.234', undefined],
  ['1,234', undefined],
  ['$12', undefined],
  ['12 USD', undefined],
  ['-3', undefined],
  ['free', undefined],
  ['1.2.3', undefined],
])('%j in euros is %j', (text, price) => {
  expect(priceOf(text, 'EUR')).toBe(price);
});

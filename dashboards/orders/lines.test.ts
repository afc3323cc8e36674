import { expect, it } from 'vitest';
import { basketMinor, basketOf, emptyLine, readLines, sentBasket, sentLine } from './lines.js';

const kept = [
  {
    product: 'mug',
    name: 'Mug',
    quantity: 2,
    price_minor: 1250,
    discount_minor: 500,
    tax_minor: 347,
    value_minor: 2000,
    serial: 'S-1',
    warrantyUntil: '2028-11-30',
    size: 'L',
  },
  { product: 'tea', quantity: 1, price_minor: 400 },
];

it('lines are read as they are kept, and what is none is left out', () => {
  expect(readLines([...kept, null, 'tea', { product: 1 }])).toMatchObject([
    { product: 'mug', name: 'Mug', discountMinor: 500, totalMinor: 2000, rest: { size: 'L' } },
    { product: 'tea', name: '', priceMinor: 400, discountMinor: 0, taxMinor: undefined, totalMinor: 400 },
  ]);
  expect(readLines({})).toEqual([]);
});

it('an order that nobody has touched is sent as it was, down to what only the shop knows', () => {
  const basket = basketOf(readLines(kept), 2900, 'EUR');
  expect(basket.extra).toBe('5.00');
  expect(sentBasket(basket, 'EUR')).toEqual({
    currency: 'EUR',
    value: '29.00',
    lines: [
      {
        product: 'mug',
        name: 'Mug',
        quantity: 2,
        price: '12.50',
        discount: '5.00',
        tax: '3.47',
        serial: 'S-1',
        warrantyUntil: '2028-11-30',
        size: 'L',
      },
      { product: 'tea', quantity: 1, price: '4.00' },
    ],
  });
});

it.each([
  ['EUR', '12.50', '5', 2000],
  ['JPY', '120', '40', 200],
  ['KWD', '0.333', '0.001', 665],
])('two at a price come to what %s has decimals for', (currency, price, discount, minor) => {
  const lines = [{ ...emptyLine, product: 'mug', quantity: 2, price, discount }];
  expect(basketMinor({ lines, extra: '' }, currency)).toBe(minor);
  expect(basketMinor({ lines, extra: '-x' }, currency)).toBe(minor);
});

it('a price that is a part of a cent does not change what the order is worth', () => {
  const raw = [{ product: 'bean', quantity: 1000, price_minor: 0, value_minor: 400 }];
  expect(basketMinor(basketOf(readLines(raw), 400, 'EUR'), 'EUR')).toBe(400);
});

it('what names no product of the site’s goes by its own name', () => {
  expect(sentLine({ ...emptyLine, product: ' Old chair ', price: '5' })).toEqual({
    product: 'Old chair',
    quantity: 1,
    price: '5',
  });
  expect(sentLine({ ...emptyLine, product: 'Mug', id: 'mug-1' })).toMatchObject({
    product: 'mug-1',
    name: 'Mug',
  });
});

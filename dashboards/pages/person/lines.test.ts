import { expect, it } from 'vitest';
import { restOf } from '../../orders/lines.js';
import { splitLines } from './lines.js';
import { wordsIn } from './testing.js';

const m = await wordsIn('en');

it('splitLines reads the lines of an order and leaves the rest', () => {
  const props = {
    lines: [
      { product: 'SKU-1', name: 'Mug', quantity: 2, price_minor: 1_250, colour: 'blue', sizes: [1] },
      { product: 'SKU-2', quantity: 0.5, price_minor: 0 },
    ],
    channel: 'web',
  };
  const { lines, rest } = splitLines({ type: 'conversion', props }, m);
  expect(lines).toMatchObject([
    { product: 'SKU-1', name: 'Mug', quantity: 2, priceMinor: 1_250 },
    { product: 'SKU-2', name: '', quantity: 0.5, priceMinor: undefined },
  ]);
  expect(lines.map(restOf)).toEqual([
    [
      ['colour', 'blue'],
      ['sizes', '[1]'],
    ],
    [],
  ]);
  expect(rest).toEqual({ channel: 'web' });
});

it.each([
  ['conversion', 'three'],
  ['conversion', []],
  ['conversion', [null]],
  ['conversion', [{ product: 'SKU-1', quantity: '2', price_minor: 1 }]],
  ['conversion', [{ product: 'SKU-1', quantity: 2, price_minor: 1 }, { text: 'x' }]],
  ['poem_written', [{ product: 'SKU-1', quantity: 2, price_minor: 1 }]],
])('splitLines of a %s leaves %j alone', (type, lines) => {
  const props = { lines };
  expect(splitLines({ type, props }, m)).toEqual({ lines: [], rest: props });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { barsOf, labelled, pathOf, scaleOf } from './chart_scale.js';

it.each([
  [[312, 280], true, [0, 100, 200, 300, 400]],
  [[3], true, [0, 1, 2, 3]],
  [[0, 0], true, [0, 1]],
  [[], true, [0, 1]],
  [[0.037], false, [0, 0.01, 0.02, 0.03, 0.04]],
  [[9], true, [0, 3, 6, 9]],
])('a chart of %j has lines at %j', (values, isWhole, ticks) => {
  expect(scaleOf(values, isWhole).ticks.map((tick) => Number(tick.toFixed(6)))).toEqual(ticks);
});

it('a chart holds all its values', () => {
  const values = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1 });
  fc.assert(
    fc.property(values, (given) => {
      const { max, ticks } = scaleOf(given, true);
      expect(max).toBeGreaterThanOrEqual(Math.max(...given));
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
});

it('a line breaks where nothing is known', () => {
  expect(pathOf([0, 10, undefined, 5], 10)).toBe('M0 100L33.33 0M100 50h0.01');
  expect(pathOf([5], 10)).toBe('M50 50h0.01');
});

it('bars stand side by side, none where nothing is', () => {
  expect(barsOf([5, undefined, 0, 10], 10)).toBe('M4.17 100v-50h16.67V100zM79.17 100v-100h16.67V100z');
});

it.each([
  [3, 5, [0, 1, 2]],
  [30, 5, [0, 8, 16, 24, 29]],
  [31, 7, [0, 5, 10, 15, 20, 25, 30]],
  [1, 5, [0]],
])('of %i points at most %i have a label', (count, most, indexes) => {
  expect(labelled(count, most)).toEqual(indexes);
});

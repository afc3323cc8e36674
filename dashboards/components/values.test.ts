import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, merge, valueAt, withValue } from './values.js';

describe('a path', () => {
  const values = { name: 'Shop', origins: ['a', 'b'], attributes: [{ name: 'Rooms' }] };

  it.each([
    ['name', 'Shop'],
    ['origins.1', 'b'],
    ['attributes.0.name', 'Rooms'],
    ['attributes.3.name', undefined],
    ['name.length.x', undefined],
  ])('reads %s', (path, value) => expect(valueAt(values, path)).toBe(value));

  it('changes one place and nothing else', () => {
    const next = withValue(values, 'attributes.0.name', 'Beds');
    expect(next).toEqual({ ...values, attributes: [{ name: 'Beds' }] });
    expect(next.origins).toBe(values.origins);
    expect(values.attributes[0]?.name).toBe('Rooms');
  });
});

it.each([
  ['', undefined, true],
  [[], undefined, true],
  [null, '', true],
  [0, '', false],
  [false, undefined, false],
  [['a'], ['a'], true],
  [['a'], ['b'], false],
  [{ a: 1, b: '' }, { a: 1 }, true],
  [['a'], { 0: 'a' }, false],
])('%j and %j are one to the reader: %s', (a, b, same) => expect(isSame(a, b)).toBe(same));

describe('two editors', () => {
  it('merge what only one of them has changed, and differ in the rest', () => {
    const base = { name: 'Shop', zone: 'Europe/Dublin', origins: ['a'], currency: 'EUR' };
    const mine = { ...base, name: 'Store', zone: 'Europe/Madrid' };
    const theirs = { ...base, zone: 'Europe/Istanbul', origins: ['a', 'b'] };
    expect(merge(base, mine, theirs)).toEqual({
      values: { name: 'Store', zone: 'Europe/Madrid', origins: ['a', 'b'], currency: 'EUR' },
      conflicts: ['zone'],
    });
  });

  it('never lose what either typed', () => {
    const record = fc.record({ a: fc.string(), b: fc.array(fc.string()), c: fc.boolean() });
    fc.assert(
      fc.property(record, record, record, (base, mine, theirs) => {
        const { values, conflicts } = merge(base, mine, theirs);
        for (const name of ['a', 'b', 'c'] as const) {
          if (!isSame(mine[name], base[name])) expect(values[name]).toEqual(mine[name]);
          else expect(isSame(values[name], theirs[name])).toBe(true);
          const bothChanged = !isSame(mine[name], base[name]) && !isSame(theirs[name], base[name]);
          expect(conflicts.includes(name)).toBe(bothChanged && !isSame(mine[name], theirs[name]));
        }
      }),
    );
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { json, oneLine, randomId } from './text.js';

describe('json', () => {
  afterEach(() => {
    Reflect.deleteProperty(Array.prototype, 'toJSON');
  });

  it('is JSON', () => {
    const value = {
      a: [1, 'x', null, [true]],
      b: { c: undefined, d: () => 1 },
      e: new Date(0),
      f: '"\n\u2028',
    };
    expect(json(value)).toBe(JSON.stringify(value));
  });

  it('is so under Prototype.js', () => {
    Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'broken', configurable: true });
    expect(json({ list: [1, [2]] })).toBe('{"list":[1,[2]]}');
  });
});

describe('randomId', () => {
  it('has 21 signs that the contract allows, and is another each time', () => {
    const ids = Array.from({ length: 1_000 }, randomId);
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[\w-]{21}$/);
  });
});

it('oneLine squeezes white space and cuts', () => {
  expect(oneLine('  a\n\t b ')).toBe('a b');
  expect(oneLine('x'.repeat(300))).toHaveLength(200);
});

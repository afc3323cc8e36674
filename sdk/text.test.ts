import { afterEach, describe, expect, it, vi } from 'vitest';
import { json, randomId } from './text.js';

describe('json', () => {
  afterEach(() => {
    Reflect.deleteProperty(Array.prototype, 'toJSON');
    Reflect.deleteProperty(Object.prototype, 'toJSON');
    vi.restoreAllMocks();
  });

  it('is JSON', () => {
    const value = {
      a: [1, 'x', null, [true]],
      b: { c: undefined, d: () => 1 },
      e: new Date(0),
      f: '"\n\u2028\ud800',
    };
    expect(json(value)).toBe(JSON.stringify(value));
  });

  it('is so under Prototype.js', () => {
    for (const { prototype } of [Array, Object])
      Object.defineProperty(prototype, 'toJSON', { value: () => 'broken', configurable: true });
    expect(json({ list: [1, [2]] })).toBe('{"list":[1,[2]]}');
  });

  it('is so where the page replaces JSON later', () => {
    vi.spyOn(JSON, 'stringify').mockReturnValue('broken');
    expect(json([1])).toBe('[1]');
  });
});

it('randomId has 21 signs that the contract allows, and is another each time', () => {
  const ids = Array.from({ length: 1_000 }, randomId);
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(id).toMatch(/^[\w-]{21}$/);
  // All signs are used.
  expect(new Set(ids.join('')).size).toBe(36);
});

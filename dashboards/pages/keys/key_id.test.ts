import { describe, expect, it } from 'vitest';
import { endOfDay } from './data.js';
import { keyIdOf } from './key_id.js';

describe('keyIdOf', () => {
  it.each([
    ['Shop backend', /^shop-backend-[a-z0-9]{6}$/],
    ['  Türkiye İçe Aktarma (2) ', /^turkiye-ice-aktarma-2-[a-z0-9]{6}$/],
    ['日本', /^key-[a-z0-9]{6}$/],
    ['x'.repeat(200), /^x{40}-[a-z0-9]{6}$/],
  ])('%s', (name, id) => expect(keyIdOf(name)).toMatch(id));

  it('is another one each time', () =>
    expect(new Set(Array.from({ length: 100 }, () => keyIdOf('a'))).size).toBe(100));
});

describe('endOfDay', () => {
  it('is the last millisecond of a day here, or none', () => {
    const end = endOfDay('2026-10-14') ?? 0;
    expect(new Date(end).getDate()).toBe(14);
    expect(new Date(end + 1).getDate()).toBe(15);
    expect(endOfDay('')).toBeUndefined();
  });
});

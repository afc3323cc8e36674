import { describe, expect, it } from 'vitest';
import { matchKey, type Shortcut } from './shortcuts.js';

const shortcut = (keys: string): Shortcut => ({ keys, description: keys, run: () => {} });
const known = ['j', 'g l', 'g u', '?'].map(shortcut);

describe('a key', () => {
  it.each([
    ['', 'j', 'j', undefined],
    ['', 'g', undefined, 'g'],
    ['g', 'l', 'g l', undefined],
    ['g', 'j', 'j', undefined],
    ['g', 'g', undefined, 'g'],
    ['g', 'x', undefined, undefined],
    ['', 'l', undefined, undefined],
  ])('after "%s", "%s" completes %s', (before, key, found, waitsFor) => {
    const match = matchKey(known, before, key);
    expect(match.found?.keys).toBe(found);
    expect(match.waitsFor).toBe(waitsFor);
  });

  it('belongs to what came last', () => {
    const later = shortcut('j');
    expect(matchKey([...known, later], '', 'j').found).toBe(later);
  });
});

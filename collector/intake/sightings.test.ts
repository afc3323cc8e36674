import { describe, expect, it } from 'vitest';
import { isNearly } from './nearly.js';
import { Recent } from './recent.js';
import { Sightings } from './sightings.js';

describe('isNearly', () => {
  it.each([
    ['dmo', 'demo'],
    ['demoo', 'demo'],
    ['Demo', 'demo'],
    ['dmeo', 'demo'],
    ['shop-1', 'shop_1'],
    ['sohp', 'shop'],
    ['ab', 'abc'],
  ])('%s is nearly %s', (one, other) => expect(isNearly(one, other)).toBe(true));
  it.each([
    ['shop', 'demo'],
    ['d', 'demo'],
    ['a', 'abc'],
    ['', 'demo'],
    ['demo-staging', 'demo'],
  ])('%s is not nearly %s', (one, other) => expect(isNearly(one, other)).toBe(false));
});

describe('Recent', () => {
  it('keeps the newest of each group, within its age and its bounds', () => {
    const recent = new Recent<{ at: number }>({ ageMs: 100, max: 50 });
    for (let at = 1; at <= 30; at++) recent.note('a', `${at}`, { at });
    expect(recent.of('a', 30).map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, n) => 30 - n));
    recent.note('a', '12', { at: 31 });
    expect(recent.of('a', 125).map(({ at }) => at)).toEqual([31, 30, 29, 28, 27, 26]);
    for (let group = 0; group < 100; group++) recent.note(`g${group}`, 'x', { at: 40 });
    expect(recent.size).toBe(50);
    expect(recent.of('g99', 40)).toHaveLength(1);
    expect(recent.of('a', 40)).toEqual([]);
  });
});

describe('Sightings', () => {
  const listed: Record<string, string[]> = {
    demo: ['https://demo.example'],
    shop: ['https://shop.example', 'https://both.example'],
    shop2: ['https://both.example'],
  };
  const sites = {
    list: () => Object.keys(listed).map((id) => ({ id })) as never,
    allowing: (origin: string) => Object.keys(listed).filter((id) => listed[id]?.includes(origin)),
  };
  const start = () => new Sightings(sites, [], () => 7);

  it('tell a site what its own pages fetched', () => {
    const seen = start();
    for (const origin of ['https://shop.example', 'https://both.example', 'https://stranger.example'])
      seen.noteScript(origin);
    const scriptsOf = (id: string) => seen.of(id, true).script.map(({ origin }) => origin);
    expect(scriptsOf('shop')).toEqual(['https://both.example', 'https://shop.example']);
    expect(scriptsOf('shop2')).toEqual(['https://both.example']);
    expect(scriptsOf('demo')).toEqual([]);
  });

  it('tell a wrong key to the site whose pages send it, else to those whose key it nearly is', () => {
    const seen = start();
    const keysOf = (id: string, seesStrays = false) =>
      seen.of(id, seesStrays).unknownKeys.map(({ key, origin }) => `${key} ${origin}`);
    seen.noteKey('anything', 'https://shop.example', 'v1');
    // Nearly the key of demo, and yet where the shop's pages are is not for its owner to know.
    seen.noteKey('dmo', 'https://shop.example', 'v1');
    seen.noteKey('dmo', 'https://new.example', 'v1');
    seen.noteKey('something-else', 'https://new.example', 'v1');
    seen.noteKey('<b>demo</b>', 'https://demo.example', 'v1');
    expect(keysOf('shop')).toEqual(['dmo https://shop.example', 'anything https://shop.example']);
    expect(keysOf('demo')).toEqual(['dmo https://new.example']);
    // What is like nobody's key is for those who have them all.
    expect(keysOf('demo', true)).toEqual(['dmo https://new.example', 'something-else https://new.example']);
  });

  it('tell in how many browsers something waits, up to a bound', () => {
    const seen = start();
    const [origin, more] = ['https://www.shop.example', 'https://more.example'];
    for (const visitor of ['v1', 'v2', 'v1', '']) {
      seen.noteOrigin('shop', origin, visitor);
      seen.noteKey('sohp', origin, visitor);
    }
    for (let visitor = 0; visitor < 300; visitor++) seen.noteOrigin('shop', more, `v${visitor}`);
    expect(seen.waitingAt('shop', origin)).toBe(2);
    expect(seen.waitingAt('shop', more)).toBe(100);
    expect(seen.waitingAt('demo', origin)).toBeUndefined();
    expect(seen.of('shop', false).unknownKeys).toEqual([{ key: 'sohp', origin, at: 7, visitors: 2 }]);
  });

  it('are not more for a flood of keys and origins that nobody has', () => {
    const seen = start();
    for (let n = 0; n < 1_000; n++) {
      seen.noteKey(`key-of-nobody-${n}`, 'https://flood.example', `v${n}`);
      seen.noteOrigin('shop', `https://${n}.example`, `v${n}`);
    }
    expect(seen.of('demo', true).unknownKeys).toHaveLength(20);
    expect(seen.waitingAt('shop', 'https://0.example')).toBeUndefined();
    expect(seen.waitingAt('shop', 'https://999.example')).toBe(1);
  });
});

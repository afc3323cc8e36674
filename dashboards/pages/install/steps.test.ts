import { describe, expect, it } from 'vitest';
import type { Installation } from '../../../schemas/installation.js';
import { problemsOf, stepsOf } from './steps.js';

const NOW = Date.UTC(2026, 9, 14, 12);
const SHOP = 'https://shop.example';
const nothing: Installation = { script: [], refused: [], unknownKeys: [] };
const view = (ago: number, url = `${SHOP}/a`) => ({ at: NOW - ago, url, origin: new URL(url).origin });
const loaded = (ago: number, origin = SHOP) => ({ origin, at: NOW - ago });

const problems = (rest: Partial<Installation>, origins = [SHOP]) =>
  problemsOf({ ...nothing, ...rest }, { site: { id: 'shop', origins }, own: 'https://t.example', now: NOW });

describe('stepsOf', () => {
  const seen = (rest: Partial<Installation>) =>
    stepsOf({ ...nothing, ...rest }).map(({ name, isSeen }) => `${name} ${isSeen}`);

  it('waits for the script, the first page view and the first form', () => {
    expect(seen({})).toEqual(['script false', 'view false', 'form false']);
    expect(seen({ script: [loaded(5)] })).toEqual(['script true', 'view false', 'form false']);
    expect(seen({ firstView: view(5), lastView: view(5) })).toEqual([
      'script true',
      'view true',
      'form false',
    ]);
    expect(seen({ firstForm: view(5), lastForm: view(5) })).toEqual([
      'script true',
      'view false',
      'form true',
    ]);
  });

  it('tells where, by the page where it is known', () => {
    const [script, shown] = stepsOf({
      ...nothing,
      script: [loaded(5), loaded(60_000, 'https://old.example')],
      firstView: { at: NOW - 90_000, origin: '' },
      lastView: view(10),
    });
    expect(script?.last).toEqual({ at: NOW - 5, where: SHOP });
    expect(shown).toMatchObject({ first: { where: '' }, last: { where: `${SHOP}/a` } });
  });
});

describe('problemsOf', () => {
  const refused = (origin: string, reason = 'origin_not_allowed') => ({
    origin,
    reason,
    at: NOW,
    count: 2,
    ...(reason === 'origin_not_allowed' && { visitors: 2 }),
  });

  it('are none where nothing came, and none where all is well', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ script: [loaded(60_000)], firstView: view(9), lastView: view(9) })).toEqual([]);
  });

  it('are origins that are not allowed, until they are', () => {
    const rest = { refused: [refused('https://www.shop.example')] };
    expect(problems(rest)).toEqual([
      { kind: 'origin', origin: 'https://www.shop.example', at: NOW, visitors: 2 },
    ]);
    expect(problems(rest, ['https://*.shop.example'])).toEqual([]);
    expect(problems({ refused: [refused('https://t.example')] }, ['self'])).toEqual([]);
    expect(problems({ refused: [refused('')] })).toEqual([]);
  });

  it('are keys that no site has', () => {
    const unknownKeys = [{ key: 'sohp', origin: SHOP, at: NOW, visitors: 1 }];
    expect(problems({ unknownKeys })).toEqual([{ kind: 'key', ...unknownKeys[0] }]);
  });

  it('are last a few of the keys that may be meant for another site', () => {
    const stray = (key: string) => ({
      key,
      origin: 'https://new.example',
      at: NOW,
      visitors: 0,
      isStray: true,
    });
    const unknownKeys = ['a', 'b', 'c', 'd'].map(stray).concat({ ...stray('sohp'), isStray: false });
    const found = problems({ unknownKeys, refused: [refused(SHOP, 'event_invalid')] });
    expect(found.map((one) => `${one.kind} ${'key' in one && one.key}`)).toEqual([
      'key sohp',
      'refused false',
      'stray a',
      'stray b',
      'stray c',
    ]);
  });

  it('forget a key once its page was seen without it', () => {
    const unknownKeys = [{ key: 'sohp', origin: SHOP, at: NOW - 60_000, visitors: 1 }];
    expect(problems({ unknownKeys, lastView: view(9), firstView: view(9) })).toEqual([]);
    expect(problems({ unknownKeys, script: [loaded(30_000)] }).map(({ kind }) => kind)).toEqual(['silent']);
    expect(problems({ unknownKeys, script: [loaded(61_000)] }).map(({ kind }) => kind)).toEqual(['key']);
  });

  it('are pages that fetched the script and sent nothing, once they had the time to', () => {
    const silent = [{ kind: 'silent', origin: SHOP, at: NOW - 60_000 }];
    expect(problems({ script: [loaded(60_000)] })).toEqual(silent);
    expect(problems({ script: [loaded(2_000)] })).toEqual([]);
    // What it sent was refused: that is what has to be said.
    expect(problems({ script: [loaded(60_000)], refused: [refused(SHOP)] })).toEqual([]);
    const unknownKeys = [{ key: 'sohp', origin: SHOP, at: NOW, visitors: 1 }];
    expect(problems({ script: [loaded(60_000)], unknownKeys }).map(({ kind }) => kind)).toEqual(['key']);
    // A tag that worked long ago may have been broken since.
    const [firstView, lastView] = [view(90 * 86_400_000), view(2 * 86_400_000)];
    expect(problems({ script: [loaded(60_000)], firstView, lastView })).toEqual(silent);
  });

  it('are other refusals, together by reason', () => {
    const both = [refused(SHOP, 'event_invalid'), { ...refused('', 'event_invalid'), at: NOW - 9, count: 3 }];
    expect(problems({ refused: both })).toEqual([
      { kind: 'refused', reason: 'event_invalid', at: NOW, count: 5 },
    ]);
  });
});

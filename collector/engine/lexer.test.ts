import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokens } from './lexer.js';

const texts = (sql: string) => [...tokens(sql)].map(({ kind, text }) => `${kind}:${text}`);

describe('tokens', () => {
  it('tells words, names, strings, numbers and symbols apart', () => {
    expect(texts('SELECT "a b", `c`, \'d\', 1.5 FROM t')).toEqual(
      'word:SELECT quoted:a\u00a0b symbol:, quoted:c symbol:, string:d symbol:, number:1.5 word:FROM word:t'
        .split(' ')
        .map((text) => text.replace('\u00a0', ' ')),
    );
  });

  it.each([
    ["'a''b' x", ["string:a''b", 'word:x']],
    ["'a\\'b' x", ["string:a\\'b", 'word:x']],
    ["'a\\\\' x", ['string:a\\\\', 'word:x']],
    ['`a``b` x', ['quoted:a``b', 'word:x']],
    ['-- c; d\nx', ['word:x']],
    ['/* a /* b */ c */ x', ['word:x']],
    ['/* a /* b */ x', []],
    ["'never closed", ["odd:'"]],
    ['a # b', ['word:a', 'odd:#', 'word:b']],
    ['‘a’', ['odd:‘', 'word:a', 'odd:’']],
    ['$$a$$', ['odd:$', 'odd:$', 'word:a', 'odd:$', 'odd:$']],
    ['\0', ['odd:\0']],
  ])('reads %j', (sql, expected) => {
    expect(texts(sql)).toEqual(expected);
  });

  it('ends for any text and stays inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sql) => {
        let before = 0;
        for (const { end } of tokens(sql)) {
          expect(end).toBeGreaterThan(before);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(sql.length);
      }),
    );
  });

  it('reads a literal of 40 MB', () => {
    const [token] = tokens(`'${'a\\'.repeat(20_000_000)}'`);
    expect(token?.kind).toBe('string');
  });
});

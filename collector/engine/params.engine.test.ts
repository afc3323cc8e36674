import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, rows, startFixture } from './harness.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const echo = async (type: string, value: unknown) => {
  const [row] = await rows<{ v: unknown }>(fixture.client, `SELECT {v:${type}} AS v`, { v: value });
  return row?.v;
};

const HOSTILE = [
  "'",
  "\\'",
  '\\',
  "'; DROP TABLE x; --",
  '\n\r\t',
  '\\N',
  '/*',
  '`"',
  '😀 şİ\u2028',
  '\\0\\x41',
  '',
];

describe('parameters', () => {
  it.each(HOSTILE)('String %j', async (value) => {
    expect(await echo('String', value)).toBe(value);
  });

  it('arrays, maps and tuples of hostile strings', async () => {
    expect(await echo('Array(String)', HOSTILE)).toEqual(HOSTILE);
    const map = Object.fromEntries(HOSTILE.map((text) => [text, text]));
    expect(await echo('Map(String, String)', map)).toEqual(map);
  });

  it.each([
    ['UInt8', 255, 255],
    ['Int64', '-9007199254740991', -9007199254740991],
    ['Float64', 1.5, 1.5],
    ['Bool', true, true],
    ['Nullable(String)', null, null],
    ['Array(Nullable(String))', ['a', null], ['a', null]],
    ['Array(Array(UInt8))', [[1], [2, 3]], [[1], [2, 3]]],
    ['Date', '2026-02-28', '2026-02-28'],
    ['DateTime', new Date('2026-02-28T12:34:56Z'), '2026-02-28 12:34:56'],
    ['DateTime64(3)', new Date('2026-02-28T12:34:56.789Z'), '2026-02-28 12:34:56.789'],
    ['Decimal(10, 2)', '12.34', 12.34],
    ['UUID', '61f0c404-5cb3-11e7-907b-a6006ad3dba0', '61f0c404-5cb3-11e7-907b-a6006ad3dba0'],
    ['Map(String, UInt8)', { a: 1 }, { a: 1 }],
    ['LowCardinality(String)', 'x', 'x'],
  ])('%s %j', async (type, value, expected) => {
    expect(await echo(type, value)).toEqual(expected);
  });

  it('any text, as a value and inside an array', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ unit: 'binary-ascii' })),
        async (a, b) => {
          // The official client sends NUL as it is, which ClickHouse's own parser takes too.
          const [row] = await rows(fixture.client, 'SELECT {a:String} AS a, {b:Array(String)} AS b', {
            a,
            b,
          });
          expect(row).toEqual({ a, b });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('do not mix when many run at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 300 }, (_, index) => echo('String', `value ${index}`)),
    );
    expect(results).toEqual(Array.from({ length: 300 }, (_, index) => `value ${index}`));
  });

  it('name tables and columns', async () => {
    const query = 'SELECT {column:Identifier} AS v FROM {database:Identifier}.{table:Identifier}';
    expect(await rows(fixture.client, query, { column: 'dummy', database: 'system', table: 'one' })).toEqual([
      { v: 0 },
    ]);
  });

  it('of a wrong type or name are refused', async () => {
    await expect(echo('UInt8', 'x')).rejects.toMatchObject({ code: '457' });
    const response = await fixture.http('SELECT 1', { search: { 'param_a b': '1' } });
    expect(response.status).toBe(400);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeadlineError } from '../errors.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { type OfSite, readParameters } from './parameters.js';
import { queryNames, queryOf } from './run.js';

const read = (name: string, text: string) =>
  readParameters(name, queryOf(name), new URLSearchParams(text), own);
const own: OfSite = {
  attributes: [
    { name: 'rooms', label: 'Rooms', type: 'number' },
    { name: 'opened', label: 'Opened on', type: 'date' },
  ],
};
const failure = (name: string, text: string): LeadlineError => {
  try {
    read(name, text);
  } catch (error) {
    return error as LeadlineError;
  }
  return expect.fail(`${text} was taken`);
};

describe('the filters of a list', () => {
  it('are named like its columns, with the operator at the end', () => {
    const { asked } = read(
      'leads',
      'site=demo&status=new&status=working&country!=ES&company~=acme&orders>=2&first_seen<=2026-10-14T12:00:00Z&owner=',
    );
    expect(asked?.filters).toEqual([
      { column: 'status', operator: '=', values: ['new', 'working'] },
      { column: 'country', operator: '!=', values: ['ES'] },
      { column: 'company', operator: '~=', values: ['acme'] },
      { column: 'orders', operator: '>=', values: [2] },
      { column: 'first_seen', operator: '<=', values: [Date.UTC(2026, 9, 14, 12)] },
      { column: 'owner', operator: '=', values: [''] },
    ]);
  });

  it('take attributes by what they hold', () => {
    const { asked } = read(
      'leads',
      'site=demo&attributes.city=Madrid&attributes.rooms>=34&attributes.rooms!=40.0&attributes.rooms!=&attributes.birthYear<=1980&attributes.opened<=2026-10-14&attributes.opened~=2026-',
    );
    expect(asked?.filters).toEqual([
      { column: 'attributes.city', operator: '=', values: ['Madrid'] },
      { column: 'attributes.rooms', operator: '>=', values: [34] },
      { column: 'attributes.rooms', operator: '!=', values: ['40', ''] },
      { column: 'attributes.birthYear', operator: '<=', values: [1980] },
      { column: 'attributes.opened', operator: '<=', values: ['2026-10-14'] },
      { column: 'attributes.opened', operator: '~=', values: ['2026-'] },
    ]);
  });

  it.each([
    ['attributes.rooms>=many', 'must be a number', { path: 'attributes.rooms>', rule: 'type' }],
    ['attributes.opened>=2026', 'must be a day such as', { path: 'attributes.opened>', rule: 'format' }],
    ['attributes.city>=M', 'attributes.city takes = and != and ~= only', { rule: 'one_of' }],
    [
      'attributes.shoeSize=9',
      'There are: title, address, city',
      { path: 'attributes.shoeSize', rule: 'unknown' },
    ],
    ['orders=many', 'orders must be a number', { path: 'orders', rule: 'type' }],
    ['orders>1', 'Filters are written status=new', { path: 'orders>1', rule: 'unknown' }],
    ['captured_at>=2026-02-31', 'captured_at> must be a time', { path: 'captured_at>', rule: 'format' }],
    ['captured_at=2026-02-03', 'captured_at must be a time', { path: 'captured_at', rule: 'format' }],
    ['captured_at>=yesterday', 'captured_at> must be a time', { path: 'captured_at>', rule: 'format' }],
    ['captured_at=-7d', 'or -30d for 30 days ago', { path: 'captured_at', rule: 'format' }],
    ['orders~=1', 'orders takes = and != and >= and <= only', { path: 'orders~', rule: 'one_of' }],
    ['name>=a', 'name takes = and != and ~= only', { path: 'name>', rule: 'one_of' }],
    [
      `name=${'x'.repeat(1_001)}`,
      '1000 characters at most',
      { path: 'name', rule: 'too_long', limit: 1_000 },
    ],
    ['x'.padEnd(101 * 7, '&name=a'), 'has no parameter "x"', { path: 'x', rule: 'unknown' }],
    [Array(101).fill('name=a').join('&'), 'more than 100 values', { path: 'name', rule: 'too_long' }],
  ])('say what is wrong: %s', (text, message, detail) => {
    const error = failure('leads', `site=demo&${text}`);
    expect(error).toMatchObject({ code: 'parameter_invalid', details: [detail] });
    expect(error.message).toContain(message);
  });
});

it('days in filters are days of the site, and in it as a whole', () => {
  const text =
    'site=demo&captured_at>=2026-11-29&captured_at<=2026-11-29&last_seen>=2026-11-29T00:01:50.000+03:00';
  const { asked } = readParameters('leads', queryOf('leads'), new URLSearchParams(text), {
    timeZone: 'Europe/Istanbul',
  });
  expect(asked?.filters.map(({ values }) => values)).toEqual([
    [Date.UTC(2026, 10, 28, 21)],
    [Date.UTC(2026, 10, 29, 21) - 1],
    [Date.UTC(2026, 10, 28, 21, 1, 50)],
  ]);
});

it('a cursor that somebody made up has what its list is sorted by', () => {
  const made = (sort: string, value: string | number) =>
    encodeCursor({ query: 'leads', sort, order: 'asc' }, { value, key: 'x' });
  expect(
    read('leads', `site=demo&sort=name&order=asc&cursor=${made('name', 'a')}`).asked?.after,
  ).toBeDefined();
  for (const [sort, value] of [
    ['name', 5],
    ['captured_at', 'abc'],
    ['attributes.rooms', '9'],
    ['orders', 'x'],
  ] as const) {
    const error = failure('leads', `site=demo&sort=${sort}&order=asc&cursor=${made(sort, value)}`);
    expect(error.message).toContain('cursor must be');
  }
});

describe('parameters', () => {
  it.each([
    [
      'leads',
      'site=demo&nonsense=1',
      /no parameter "nonsense". There are: site, search, sort, order, limit, cursor, person_id/,
    ],
    ['leads', 'site=demo&person=p_1', /no parameter "person"/],
    ['person', 'site=demo&person=p_1&limit=5', /no parameter "limit". There are: site, person\./],
    ['person', 'site=demo', /person is missing/],
    ['leads', 'search=x', /site is missing/],
    ['leads', 'site=demo&limit=0', /limit must be 1 or more/],
    ['leads', 'site=demo&limit=1001', /limit must be 1000 or less/],
    ['leads', 'site=demo&limit=ten', /limit must be a number/],
    ['leads', 'site=demo&limit=5&limit=6', /limit is there 2 times/],
    ['leads', 'site=demo&sort=emails', /sort must be/],
    ['leads', 'site=demo&sort=nonsense', /sort must be/],
    ['leads', 'site=demo&sort=attributes.shoeSize', /sort must be .*attributes.rooms/],
    ['timeline', 'site=demo&person=p_1&sort=type', /sort must be/],
    ['leads', 'site=demo&order=up', /order must be/],
    ['leads', 'site=demo&cursor=nonsense', /cursor must be the meta.cursor/],
    ['leads', 'site=demo&constructor=1', /no parameter "constructor"/],
    ['leads', 'site=demo&__proto__=1', /no parameter "__proto__"/],
    ['leads', `site=demo&search=${'x'.repeat(201)}`, /search must have 200 characters at most/],
  ])('of %s are strict: %s', (name, text, message) => {
    const error = failure(name, text);
    expect(error.message).toMatch(message);
    expect(error.code).toBe('parameter_invalid');
    expect(error.details?.length).toBeGreaterThan(0);
  });

  it('of every query are read from any address without throwing anything else', () => {
    const names = fc.constantFrom(...queryNames);
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom('site', 'limit', 'cursor', 'sort', 'person', 'ts', 'type~'),
    );
    fc.assert(
      fc.property(names, fc.array(fc.tuple(key, fc.string())), (name, entries) => {
        try {
          readParameters(name, queryOf(name), new URLSearchParams(entries));
        } catch (error) {
          expect((error as LeadlineError).code).toBe('parameter_invalid');
        }
      }),
    );
  });
});

describe('a cursor', () => {
  const list = { query: 'leads', sort: 'name', order: 'asc' };

  it('comes back as it was, whatever the row', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(value, fc.string({ unit: 'grapheme' }), (value, key) => {
        const text = encodeCursor(list, { value, key });
        expect(text).toMatch(/^[\w-]+$/);
        // JSON has no negative zero.
        expect(decodeCursor(list, text)).toEqual({ value: value === 0 ? 0 : value, key });
      }),
    );
  });

  it('goes on in no other list, nor in another order', () => {
    const text = encodeCursor(list, { value: 'a', key: 'b' });
    expect(decodeCursor({ ...list, query: 'timeline' }, text)).toBeUndefined();
    expect(decodeCursor({ ...list, sort: 'email' }, text)).toBeUndefined();
    expect(decodeCursor({ ...list, order: 'desc' }, text)).toBeUndefined();
  });

  it('is nothing that somebody made up', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeCursor(list, text)).toBeUndefined();
      }),
    );
  });
});

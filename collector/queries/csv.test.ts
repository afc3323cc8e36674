import { describe, expect, it } from 'vitest';
import type { AnyQuery } from '../../schemas/define_query.js';
import { personAttributes } from '../../schemas/person_attributes.js';
import { csvOf, harmless } from './csv.js';
import type { OfSite } from './parameters.js';

describe('text that stays text in a spreadsheet', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\n=x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "=cmd|' /C calc'!A0",
  ])('gets a mark before it: %j', (text) => expect(harmless(text)).toBe(`'${text}`));
  it.each([
    ['x;=1+1', "x;'=1+1"],
    ['x\n=1', "x\n'=1"],
    ['x\t @SUM(A1)', "x\t' @SUM(A1)"],
    ['a;-1;+1', "a;'-1;'+1"],
  ])('gets one wherever a cell may begin: %j', (text, safe) => expect(harmless(text)).toBe(safe));
  it.each(['Ada', 'a; b', '+34600123456', '+34600123456; +442079460000', '1=1', 'a@b.test', ''])(
    'is left as it is: %j',
    (text) => expect(harmless(text)).toBe(text),
  );
  it.each([
    ['+34600123456+1', "'+34600123456+1"],
    ['+34600;=1', "'+34600;'=1"],
    ['+34600123456; =1', "'+34600123456;' =1"],
    ['+1', "'+1"],
  ])('is not taken for a phone: %j', (text, safe) => expect(harmless(text)).toBe(safe));
});

const site: OfSite = {
  timeZone: 'Europe/Madrid',
  attributes: [
    { name: 'rooms', label: 'Rooms', type: 'number' },
    { name: 'note', label: 'Note', type: 'text' },
  ],
};

async function csv(row: Record<string, unknown>, rest: Partial<AnyQuery> = {}): Promise<string> {
  const statement = {
    name: 'x',
    sql: '',
    params: {},
    json: [],
    tables: [],
    columns: Object.fromEntries(Object.keys(row).map((name) => [name, ''])),
  };
  const query: AnyQuery = { summary: '', access: ['queries:read'], statement, ...rest };
  async function* rows() {
    yield [row];
    yield [];
  }
  let text = '';
  for await (const piece of csvOf(query, rows(), site)) text += piece;
  return text;
}

describe('a row as CSV', () => {
  it('has a column for each attribute, whether anybody has it or not, in the order in which they are declared', async () => {
    const list = { key: 'id', sort: 'id', order: 'asc', columns: [], map: 'attributes' } as const;
    const row = { id: 'p1', attributes: { note: '=1', rooms: '-2.5', city: 'Madrid' }, events: 1 };
    const [head, cells] = (await csv(row, { list })).split('\n');
    expect(head).toBe(
      `id,${[...personAttributes, 'rooms', 'note'].map((name) => `attributes.${name}`)},events`,
    );
    expect(cells).toBe("p1,,,Madrid,,,,,,,,-2.5,'=1,1");
  });

  it('has moments by the site’s clock, and none for a moment that was not', async () => {
    const row = { captured_at: Date.UTC(2026, 6, 1), last_touch_ts: 0 };
    expect(await csv(row, { times: ['captured_at', 'last_touch_ts'] })).toBe(
      'captured_at,last_touch_ts\n2026-07-01T02:00:00.000+02:00,\n',
    );
  });

  it('has money in major units, of several currencies each with its code', async () => {
    const row = { value_minor: -1250, currency: 'EUR', revenue_minor: { JPY: 500, KWD: 1 }, net_minor: {} };
    expect(await csv(row)).toBe('value,currency,revenue,net\n-12.50,EUR,500 JPY; 0.001 KWD,\n');
    // A page view costs nothing, not 0.00.
    expect(await csv({ value_minor: 0, currency: '' })).toBe('value,currency\n,\n');
  });

  it('has lists, objects and truth as text, and quotes what needs it', async () => {
    const row = {
      emails: ['a@x.test', 'b@x.test'],
      fields: { a: ['1'] },
      is: true,
      name: 'a "b", c\nd',
      nothing: null,
    };
    expect(await csv(row)).toBe(
      'emails,fields,is,name,nothing\na@x.test; b@x.test,"{""a"":[""1""]}",true,"a ""b"", c\nd",\n',
    );
  });

  it('leaves out what is hidden', async () => {
    expect(await csv({ a: 'x', cursor_ts: 1 }, { hidden: ['cursor_ts'] })).toBe('a\nx\n');
  });
});

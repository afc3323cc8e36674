// What the official client for Node asks of a server, against the engine: after its own integration tests.
import { Readable } from 'node:stream';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { type ClickHouseSettings, TupleParam } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, rows, startFixture, until } from './harness.js';

let fixture: Fixture;
let tables = 0;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const newTable = async (columns = 'id UInt32, name String, sku Array(UInt32)') => {
  const name = `t${++tables}`;
  await fixture.client.command({ query: `CREATE TABLE ${name} (${columns}) ENGINE = MergeTree ORDER BY id` });
  return name;
};
const stored = (table: string) => rows(fixture.client, `SELECT * FROM ${table} ORDER BY id`);

const ROWS = [
  { id: 42, name: 'he"l\'l\\o\n\t\r\0 😀', sku: [0, 1] },
  { id: 43, name: '', sku: [] },
];

const text = async (
  query: string,
  format: 'CSV' | 'Parquet' | 'TabSeparatedWithNamesAndTypes' | 'CSVWithNames',
) => (await fixture.client.query({ query, format })).text();

describe('query', () => {
  const query = 'SELECT number AS id, toString(number) AS name FROM numbers(2)';

  it.each([
    [
      'JSON',
      {
        data: [
          { id: 0, name: '0' },
          { id: 1, name: '1' },
        ],
        rows: 2,
      },
    ],
    [
      'JSONStrings',
      {
        data: [
          { id: '0', name: '0' },
          { id: '1', name: '1' },
        ],
        rows: 2,
      },
    ],
    [
      'JSONCompact',
      {
        data: [
          [0, '0'],
          [1, '1'],
        ],
        rows: 2,
      },
    ],
    [
      'JSONCompactStrings',
      {
        data: [
          ['0', '0'],
          ['1', '1'],
        ],
        rows: 2,
      },
    ],
    ['JSONColumnsWithMetadata', { data: { id: [0, 1], name: ['0', '1'] }, rows: 2 }],
    ['JSONObjectEachRow', { row_1: { id: 0, name: '0' }, row_2: { id: 1, name: '1' } }],
  ] as const)('%s is one document', async (format, expected) => {
    const document = await (await fixture.client.query({ query, format })).json();
    expect(document).toMatchObject(expected);
    if ('rows' in expected) expect(document).toMatchObject({ statistics: { rows_read: 2 } });
  });

  it.each([
    [
      'JSONEachRow',
      [
        { id: 0, name: '0' },
        { id: 1, name: '1' },
      ],
    ],
    [
      'JSONStringsEachRow',
      [
        { id: '0', name: '0' },
        { id: '1', name: '1' },
      ],
    ],
    [
      'JSONCompactEachRow',
      [
        [0, '0'],
        [1, '1'],
      ],
    ],
    [
      'JSONCompactStringsEachRow',
      [
        ['0', '0'],
        ['1', '1'],
      ],
    ],
    [
      'JSONCompactEachRowWithNames',
      [
        ['id', 'name'],
        [0, '0'],
        [1, '1'],
      ],
    ],
    [
      'JSONCompactEachRowWithNamesAndTypes',
      [
        ['id', 'name'],
        ['UInt64', 'String'],
        [0, '0'],
        [1, '1'],
      ],
    ],
    [
      'JSONCompactStringsEachRowWithNames',
      [
        ['id', 'name'],
        ['0', '0'],
        ['1', '1'],
      ],
    ],
  ] as const)('%s is read row by row', async (format, expected) => {
    const result = await fixture.client.query({ query, format });
    expect(await result.json()).toEqual(expected);
    const read: unknown[] = [];
    for await (const some of (await fixture.client.query({ query, format })).stream())
      read.push(...some.map((row) => row.json()));
    expect(read).toEqual(expected);
  });

  it('JSONEachRowWithProgress has its rows', async () => {
    const result = await fixture.client.query({ query, format: 'JSONEachRowWithProgress' });
    const lines: object[] = await result.json();
    expect(lines.filter((line) => 'row' in line)).toEqual([
      { row: { id: 0, name: '0' } },
      { row: { id: 1, name: '1' } },
    ]);
  });

  it('the text formats', async () => {
    expect(await text(query, 'CSV')).toBe('0,"0"\n1,"1"\n');
    expect(await text(query, 'CSVWithNames')).toBe('"id","name"\n0,"0"\n1,"1"\n');
    expect(await text(query, 'TabSeparatedWithNamesAndTypes')).toBe('id\tname\nUInt64\tString\n0\t0\n1\t1\n');
  });

  it.each(['CSVWithNames', 'JSONCompactEachRowWithNamesAndTypes', 'JSON'] as const)(
    '%s heads a result of many pieces once',
    async (format) => {
      const count = 200_000;
      const result = await fixture.client.query({
        query: `SELECT number AS \`a "b"\n\` FROM numbers(${count})`,
        format,
      });
      const all = await result.text();
      expect(all.match(/a \\?"/g)).toHaveLength(format === 'JSON' ? count + 1 : 1);
      expect(all).toContain(`${count - 1}`);
    },
  );

  it.each([
    ['JSONEachRow', ''],
    ['CSVWithNames', '"n"\n'],
    ['JSONCompactEachRowWithNames', '["n"]\n'],
  ] as const)('nothing as %s', async (format, expected) => {
    const result = await fixture.client.query({ query: 'SELECT 1 AS n WHERE 0', format });
    expect(await result.text()).toBe(expected);
  });

  it('Parquet out and in again', async () => {
    const table = await newTable();
    await fixture.client.insert({ table, values: ROWS, format: 'JSONEachRow' });
    const file = await fixture.client.exec({ query: `SELECT * FROM ${table} ORDER BY id FORMAT Parquet` });
    const bytes = await Readable.from(file.stream).toArray();
    const copy = await newTable();
    await fixture.client.insert({
      table: copy,
      values: Readable.from(bytes, { objectMode: false }),
      format: 'Parquet',
    });
    expect(await stored(copy)).toEqual(ROWS);
  });

  it.each([
    ['FROM numbers(2) SELECT number AS n', [{ n: 0 }, { n: 1 }]],
    ['(SELECT 1 AS n) UNION ALL (SELECT 1) -- the end', [{ n: 1 }, { n: 1 }]],
    ['SELECT 1 AS n INTERSECT SELECT 1 AS n;', [{ n: 1 }]],
    [
      'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n FROM r',
      [{ n: 1 }, { n: 2 }, { n: 3 }],
    ],
    ['SELECT n FROM view(SELECT 7 AS n) /* ; */', [{ n: 7 }]],
  ])('%s', async (statement, expected) => {
    expect(await rows(fixture.client, statement)).toEqual(expected);
    expect(await (await fixture.client.query({ query: statement })).json()).toMatchObject({ data: expected });
  });

  it('only what a server takes for a statement', async () => {
    expect((await fixture.http('1 + 1')).headers.get('x-clickhouse-exception-code')).toBe('62');
    const symbols = await fixture.http('SELECT demangle(addressToSymbol(1))');
    expect(symbols.headers.get('x-clickhouse-exception-code')).toBe('446');
  });

  it('with totals, in documents and in rows', async () => {
    const totals = 'SELECT number AS n, count() AS c FROM numbers(3) GROUP BY n WITH TOTALS ORDER BY n';
    const document = await (await fixture.client.query({ query: totals })).json();
    expect(document).toMatchObject({ totals: { n: 0, c: 3 } });
    expect(await text(totals, 'CSV')).toBe('0,1\n1,1\n2,1\n\n0,3\n');
  });

  it('what has no rows at all', async () => {
    const { stream } = await fixture.client.exec({ query: 'SELECT 1 FORMAT Null' });
    expect(await Readable.from(stream).toArray()).toEqual([]);
    for (const query of ['SHOW DATABASES', 'DESCRIBE system.one', 'EXPLAIN SELECT 1', 'EXISTS system.one'])
      expect((await rows(fixture.client, query)).length).toBeGreaterThan(0);
    expect((await fixture.http('SELECT 1 FORMAT Nonsense')).headers.get('x-clickhouse-exception-code')).toBe(
      '73',
    );
    expect(
      (await fixture.http('SELECT 1', { search: { default_format: "JSON INTO OUTFILE 'x'" } })).status,
    ).toBe(400);
  });

  it('64-bit integers and decimals, as numbers or quoted', async () => {
    const big =
      'SELECT 18446744073709551615 AS u, toInt64(-9223372036854775808) AS i, 1.10::Decimal64(2) AS d';
    const plain = await fixture.client.query({ query: big, format: 'JSONEachRow' });
    expect(await plain.text()).toBe('{"u":18446744073709551615,"i":-9223372036854775808,"d":1.1}\n');
    const quoted = await fixture.client.query({
      query: big,
      format: 'JSONEachRow',
      clickhouse_settings: {
        output_format_json_quote_64bit_integers: 1,
        output_format_json_quote_decimals: 1,
      },
    });
    expect(await quoted.json()).toEqual([{ u: '18446744073709551615', i: '-9223372036854775808', d: '1.1' }]);
  });

  it('statements of some MB', async () => {
    const ids = Array.from({ length: 50_000 }, (_, id) => id);
    const long = `SELECT count() AS n, length('${'ş'.repeat(1_500_000)}') AS l
      FROM numbers(400000) WHERE number IN (${ids.join(',')})`;
    expect(await rows(fixture.client, long)).toEqual([{ n: 50_000, l: 3_000_000 }]);
  });

  it('limits of the request', async () => {
    const limited = (query: string, clickhouse_settings: ClickHouseSettings) =>
      fixture.client.query({ query, clickhouse_settings });
    const many = 'SELECT number FROM numbers(100000)';
    await expect(limited(many, { max_result_rows: '10' })).rejects.toMatchObject({ code: '396' });
    const large = 'SELECT groupArray(number) FROM numbers(1000000)';
    await expect(limited(large, { max_memory_usage: '5000000' })).rejects.toMatchObject({ code: '241' });
    const slow = 'SELECT sleep(3)';
    await expect(limited(slow, { max_execution_time: 0.1 })).rejects.toMatchObject({ code: '159' });
  });
});

describe('parameters', () => {
  const echo = async (type: string, value: unknown) =>
    (await rows<{ v: unknown }>(fixture.client, `SELECT {v:${type}} AS v`, { v: value }))[0]?.v;

  it.each([
    ['Tuple(UInt8, String, Nullable(String))', new TupleParam([1, "'\\", null]), [1, "'\\", null]],
    ['Array(Tuple(String, UInt8))', [new TupleParam(["a'", 1])], [["a'", 1]]],
    ['Map(UInt8, Array(String))', new Map([[7, ["\t'", '\\']]]), { 7: ["\t'", '\\'] }],
    ['Array(Bool)', [true, false], [true, false]],
    ['Float64', Number.NEGATIVE_INFINITY, null],
    ['UInt64', 18446744073709551615n, 18446744073709552000],
    ['Int256', -(2n ** 200n), expect.anything()],
    ['Date32', '1925-01-01', '1925-01-01'],
    ["Enum('a' = 1, 'b''c' = 2)", "b'c", "b'c"],
    ['FixedString(3)', 'abc', 'abc'],
    ['IPv6', '::1', '::1'],
    ['Nullable(DateTime)', null, null],
  ])('%s', async (type, value, expected) => {
    expect(await echo(type, value)).toEqual(expected);
  });

  it.each([
    "'",
    '\\',
    '\0',
    '\t',
    '\n',
    '\r\n',
    '"`',
    '😀',
    '\\N',
    'NULL',
    "');--",
    '{v:String}',
    '%00&a=b#?+ ',
  ])('%j as a value, in the address and in a form', async (value) => {
    const query = 'SELECT {v:String} AS v, {list:Array(String)} AS list';
    for (const use_multipart_params of [false, true]) {
      const result = await fixture.client.query({
        query,
        format: 'JSONEachRow',
        query_params: { v: value, list: [value, value] },
        use_multipart_params,
      });
      expect(await result.json()).toEqual([{ v: value, list: [value, value] }]);
    }
  });
});

describe('insert', () => {
  it.each([
    ['JSONEachRow', ROWS],
    ['JSONStringsEachRow', ROWS.map((row) => ({ ...row, id: `${row.id}`, sku: JSON.stringify(row.sku) }))],
    ['JSONCompactEachRow', ROWS.map(Object.values)],
    ['JSONCompactEachRowWithNames', [['id', 'name', 'sku'], ...ROWS.map(Object.values)]],
    [
      'JSONCompactEachRowWithNamesAndTypes',
      [['id', 'name', 'sku'], ['UInt32', 'String', 'Array(UInt32)'], ...ROWS.map(Object.values)],
    ],
  ] as const)('arrays and object streams as %s', async (format, values) => {
    for (const given of [() => [...values], () => Readable.from([...values])]) {
      const table = await newTable();
      const { summary } = await fixture.client.insert({ table, values: given(), format });
      expect(summary?.written_rows).toBe('2');
      expect(await stored(table)).toEqual(ROWS);
    }
  });

  it('JSON documents', async () => {
    const table = await newTable('id UInt32, name String');
    const meta = [
      { name: 'id', type: 'UInt32' },
      { name: 'name', type: 'String' },
    ];
    await fixture.client.insert({ table, values: { meta, data: [{ id: 1, name: 'a' }] }, format: 'JSON' });
    await fixture.client.insert({
      table,
      values: { row_1: { id: 2, name: 'b' } },
      format: 'JSONObjectEachRow',
    });
    expect(await stored(table)).toEqual([
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ]);
  });

  it.each([
    ['CSV', '1,"a,""b"\n2,"c\nd"\n'],
    ['CSVWithNames', '"name","id"\n"a,""b",1\n"c\nd",2\n'],
    ['CSVWithNamesAndTypes', '"id","name"\n"UInt32","String"\n1,"a,""b"\n2,"c\nd"\n'],
    ['TabSeparated', '1\ta,"b\n2\tc\\nd\n'],
    ['TabSeparatedWithNames', 'id\tname\n1\ta,"b\n2\tc\\nd\n'],
    ['CustomSeparated', '1\ta,"b\n2\tc\\nd\n'],
  ] as const)('raw streams as %s', async (format, data) => {
    const table = await newTable('id UInt32, name String');
    const bytes = Buffer.from(data);
    const pieces = [bytes.subarray(0, 5), bytes.subarray(5)];
    await fixture.client.insert({ table, values: Readable.from(pieces, { objectMode: false }), format });
    expect(await stored(table)).toEqual([
      { id: 1, name: 'a,"b' },
      { id: 2, name: 'c\nd' },
    ]);
  });

  it('into columns, all but some columns, and odd names', async () => {
    const table = await newTable();
    const format = 'JSONEachRow';
    await fixture.client.insert({ table, values: [{ id: 1, name: 'x' }], format, columns: ['id', 'name'] });
    await fixture.client.insert({ table, values: [{ id: 2 }], format, columns: { except: ['name', 'sku'] } });
    expect(await stored(table)).toEqual([
      { id: 1, name: 'x', sku: [] },
      { id: 2, name: '', sku: [] },
    ]);
    await fixture.client.command({ query: 'CREATE TABLE `a-b ş` (id UInt8) ENGINE = Memory' });
    await fixture.client.insert({ table: '`a-b ş`', values: [{ id: 1 }], format });
    expect(await stored('`a-b ş`')).toEqual([{ id: 1 }]);
  });

  it('INSERT … SELECT, by command and exec, and with values', async () => {
    const table = await newTable('id UInt32');
    const inserted = await fixture.client.command({
      query: `INSERT INTO ${table} SELECT number FROM numbers(3)`,
    });
    expect(inserted.response_headers['x-clickhouse-query-id']).toBe(inserted.query_id);
    const { stream } = await fixture.client.exec({
      query: `INSERT INTO ${table} FORMAT CSV`,
      values: Readable.from(['7\n', '8\n'], { objectMode: false }),
    });
    expect(await Readable.from(stream).toArray()).toEqual([]);
    await fixture.client.command({ query: `WITH 9 AS nine INSERT INTO ${table} SELECT nine` });
    expect(await stored(table)).toEqual([0, 1, 2, 7, 8, 9].map((id) => ({ id })));
  });

  it('asynchronous inserts are there once acknowledged', async () => {
    const table = await newTable('id UInt32');
    await fixture.client.insert({
      table,
      values: [{ id: 1 }],
      format: 'JSONEachRow',
      clickhouse_settings: { async_insert: 1, wait_for_async_insert: 1 },
    });
    expect(await stored(table)).toEqual([{ id: 1 }]);
  });

  it('nothing', async () => {
    const table = await newTable('id UInt32');
    expect(await fixture.client.insert({ table, values: [] })).toMatchObject({ executed: false });
    await fixture.client.insert({
      table,
      values: Readable.from([], { objectMode: true }),
      format: 'JSONEachRow',
    });
    await fixture.client.insert({
      table,
      values: Readable.from([], { objectMode: false }),
      format: 'CSVWithNames',
    });
    expect(await stored(table)).toEqual([]);
  });

  it('a stream that fails stores nothing', async () => {
    const table = await newTable('id UInt32');
    async function* failing() {
      yield { id: 1 };
      await new Promise(setImmediate);
      throw new Error('source');
    }
    const values = Readable.from(failing());
    await expect(fixture.client.insert({ table, values, format: 'JSONEachRow' })).rejects.toThrow();
    expect(await (await fixture.http('SELECT 1')).text()).toBe('1\n');
    expect(await stored(table)).toEqual([]);
  });

  it('some ten MB that do not fit in one piece of memory, packed and not', async () => {
    const lines = Array.from({ length: 40_000 }, (_, id) => `${id},"${'x'.repeat(500)}"\n`);
    for (const compression of [false, true]) {
      const table = await newTable('id UInt32, name String');
      const client = fixture.connect({ compression: { request: compression } });
      const values = Readable.from(lines, { objectMode: false });
      const { summary } = await client.insert({ table, values, format: 'CSV' });
      expect(summary?.written_rows).toBe('40000');
      const check = `SELECT sum(id) AS s, min(length(name)) AS l FROM ${table}`;
      expect(await rows(fixture.client, check)).toEqual([{ s: 799_980_000, l: 500 }]);
      const whole = `INSERT INTO ${table} FORMAT CSV\n${lines.join('')}`;
      await client.command({ query: whole });
      expect(await rows(fixture.client, `SELECT sum(id) AS s FROM ${table}`)).toEqual([{ s: 1_599_960_000 }]);
    }
    const selecting = await fixture.http(`SELECT '${'x'.repeat(20 << 20)}'`);
    expect(selecting.status).toBe(413);
  });
});

describe('compression', () => {
  it.each(['gzip', 'br'] as const)('%s both ways, small and large', async (codec) => {
    const client = fixture.connect({ compression: { request: { codec }, response: { codec } } });
    const table = await newTable('id UInt32');
    const values = Array.from({ length: 100_000 }, (_, id) => ({ id }));
    await client.insert({ table, values, format: 'JSONEachRow' });
    expect(await rows(client, `SELECT id FROM ${table} ORDER BY id LIMIT 1`)).toEqual([{ id: 0 }]);
    expect(await rows(client, `SELECT id FROM ${table} ORDER BY id`)).toEqual(values);
    await expect(rows(client, 'SELECT nonsense')).rejects.toMatchObject({ code: '47' });
    const { stream } = await client.exec({ query: 'SELECT 1 FORMAT CSV' });
    expect(Buffer.concat(await Readable.from(stream).toArray()).toString()).toBe('1\n');
  });

  it('left packed on request, and plain for who reads only what this Node cannot write', async () => {
    const client = fixture.connect({ compression: { response: true } });
    const query = 'SELECT 1 FORMAT CSV';
    const { stream } = await client.exec({ query, decompress_response_stream: false });
    expect(gunzipSync(Buffer.concat(await Readable.from(stream).toArray())).toString()).toBe('1\n');
    const search = { enable_http_compression: '1' };
    const odd = await fixture.http(query, { search, headers: { 'Accept-Encoding': 'lz4, snappy' } });
    expect([odd.headers.get('content-encoding'), await odd.text()]).toEqual([null, '1\n']);
  });

  it("ClickHouse's own blocks are refused in words, whatever sends them", async () => {
    for (const name of ['compress', 'decompress']) {
      const response = await fixture.http('SELECT 1', { search: { [name]: '1' } });
      expect([response.status, await response.text()]).toEqual([501, expect.stringContaining('LZ4')]);
      expect((await fixture.http('SELECT 1', { search: { [name]: '0' } })).status).toBe(200);
    }
    const packed = brotliCompressSync('SELECT 1').subarray(0, 6);
    const cut = await fixture.http('', { body: packed, headers: { 'Content-Encoding': 'br' } });
    expect(cut.headers.get('x-clickhouse-exception-code')).toBe('271');
  });
});

describe('exceptions after the beginning of a result', () => {
  const query = 'SELECT number, throwIf(number = 300000, \'boom "ş"\') FROM numbers(400000)';

  it.each([
    ['JSONEachRow', false],
    ['JSONEachRow', true],
    ['CSV', false],
    ['CSV', true],
    ['CSVWithNames', true],
    ['TabSeparated', false],
  ] as const)('%s, packed: %s', async (format, response) => {
    const client = fixture.connect({ compression: { response } });
    const result = await client.query({ query, format });
    expect(result.response_headers['x-clickhouse-exception-tag']).toMatch(/^\w{16}$/);
    const read = async () => {
      let seen = 0;
      for await (const some of result.stream()) seen += some.length;
      return seen;
    };
    // Where the connection breaks off, the client's unpacking hears of that first.
    const told = { code: '395', message: expect.stringContaining('boom "ş"') };
    const isTold = format === 'JSONEachRow' || !response;
    await expect(read()).rejects.toMatchObject(isTold ? told : { message: 'aborted' });
    const text = client.query({ query, format }).then((again) => again.text());
    if (format !== 'JSONEachRow') await expect(text).rejects.toThrow();
  });

  it('come with their status where the client waits for the end of the query, or for a document', async () => {
    const ways = [{ wait_end_of_query: '1' }, { http_wait_end_of_query: '1' }, { default_format: 'JSON' }];
    for (const search of ways) {
      const response = await fixture.http(query, { search });
      expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([500, '395']);
    }
  });
});

describe('the answer', () => {
  it('tells figures when the client waits for the end', async () => {
    const response = await fixture.http('SELECT number FROM numbers(100000)', {
      search: { wait_end_of_query: '1', send_progress_in_http_headers: '1' },
    });
    expect(JSON.parse(response.headers.get('x-clickhouse-summary') ?? '')).toMatchObject({
      read_rows: '100000',
    });
    expect((await response.text()).split('\n')).toHaveLength(100_001);
  });

  it('knows the client by Basic authorization, headers or parameters, for each request', async () => {
    const { url } = fixture.engine;
    const as = (headers: Record<string, string>, search = '') =>
      fetch(`${url}/?query=SELECT+1${search}`, { headers }).then(({ status }) => status);
    const basic = `Basic ${Buffer.from('reader:read-secret').toString('base64')}`;
    expect(await as({ Authorization: basic })).toBe(200);
    expect(await as({ 'X-ClickHouse-User': 'reader', 'X-ClickHouse-Key': 'read-secret' })).toBe(200);
    expect(await as({}, '&user=reader&password=read-secret')).toBe(200);
    expect(await as({ Authorization: basic.slice(0, -6) })).toBe(401);
    expect(await as({ Authorization: 'Bearer x' })).toBe(401);
    const auth = { username: 'reader', password: 'read-secret' };
    await expect(fixture.client.command({ query: 'CREATE DATABASE nope', auth })).rejects.toMatchObject({
      code: '164',
    });
  });

  it('to ping, both ways', async () => {
    expect(await fixture.client.ping()).toEqual({ success: true });
    expect(await fixture.client.ping({ select: true })).toEqual({ success: true });
    const stranger = fixture.connect({ password: 'wrong' });
    expect(await stranger.ping()).toEqual({ success: true });
    expect(await stranger.ping({ select: true })).toMatchObject({ success: false, error: { code: '516' } });
  });

  it('to an unknown role', async () => {
    await expect(fixture.client.query({ query: 'SELECT 1', role: ['a', 'b'] })).rejects.toMatchObject({
      code: '511',
      type: 'UNKNOWN_ROLE',
    });
  });

  it('comes over one connection again and again', async () => {
    const one = fixture.connect({ max_open_connections: 1 });
    for (let n = 0; n < 50; n++) expect(await rows(one, 'SELECT {n:UInt8} AS n', { n })).toEqual([{ n }]);
  });
});

describe('a cancelled request', () => {
  const LONG = 'SELECT max(sipHash64(number)) AS m FROM numbers(100000000000)';
  const running = async () =>
    (
      await rows<{ n: number }>(
        fixture.client,
        "SELECT count() AS n FROM system.processes WHERE query LIKE '%100000000000%' AND query NOT LIKE '%processes%'",
      )
    )[0]?.n;

  it.each(['JSON', 'JSONEachRow', 'Parquet'] as const)('ends its query, asked for %s', async (format) => {
    const controller = new AbortController();
    const answer = fixture.client.query({ query: LONG, format, abort_signal: controller.signal });
    const failed = expect(answer).rejects.toThrow('aborted');
    await until(async () => (await running()) === 1);
    controller.abort();
    await failed;
    await until(async () => (await running()) === 0);
  });

  it('ends its query when its result is closed early', async () => {
    const result = await fixture.client.query({
      query: 'SELECT number, 100000000000 FROM system.numbers',
      format: 'JSONEachRow',
    });
    for await (const some of result.stream()) if (some.length > 0) break;
    result.close();
    await until(async () => (await running()) === 0);
  });
});

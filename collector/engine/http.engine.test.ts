import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, PASSWORDS, rows, startFixture } from './harness.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
  await fixture.client.command({ query: 'CREATE DATABASE leadline' });
});
afterAll(() => fixture.close());

const table = async (name: string, columns: string, settings = '') => {
  await fixture.client.command({
    query: `CREATE TABLE leadline.${name} (${columns}) ENGINE = MergeTree ORDER BY tuple() ${settings}`,
  });
  return `leadline.${name}`;
};

describe('the surface', () => {
  it('answers ping, GET / and HEAD without a password', async () => {
    const { url } = fixture.engine;
    expect(await fixture.client.ping()).toEqual({ success: true });
    expect(await (await fetch(`${url}/ping`)).text()).toBe('Ok.\n');
    expect(await (await fetch(url)).text()).toBe('Ok.\n');
    expect((await fetch(`${url}/ping`, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(405);
  });

  it('answers in the format of the clause, the parameter, the header or as TabSeparated', async () => {
    const text = async (query: string, init = {}) => (await fixture.http(query, init)).text();
    expect(await text('SELECT 1 AS a, 2 AS b')).toBe('1\t2\n');
    expect(await text('SELECT 1 AS a', { search: { default_format: 'JSONEachRow' } })).toBe('{"a":1}\n');
    expect(await text('SELECT 1 AS a', { headers: { 'X-ClickHouse-Format': 'CSV' } })).toBe('1\n');
    expect(await text('SELECT 1 AS a FORMAT CSVWithNames', { search: { default_format: 'JSON' } })).toBe(
      '"a"\n1\n',
    );
    expect(await text('AS a FORMAT JSONEachRow', { search: { query: 'SELECT 5' } })).toBe('{"a":5}\n');
  });

  it('says what it did in headers', async () => {
    const response = await fixture.http('SELECT 1 FORMAT JSON', { search: { query_id: 'mine' } });
    expect(response.headers.get('x-clickhouse-query-id')).toBe('mine');
    expect(response.headers.get('x-clickhouse-format')).toBe('JSON');
    expect(response.headers.get('x-clickhouse-timezone')).toBe('UTC');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(JSON.parse(response.headers.get('x-clickhouse-summary') ?? '')).toHaveProperty('read_rows');
  });

  it('only reads by GET', async () => {
    const search = new URLSearchParams({ user: 'leadline', password: PASSWORDS.writerPassword });
    const get = (query: string) =>
      fetch(`${fixture.engine.url}/?${search}&query=${encodeURIComponent(query)}`);
    expect(await (await get('SELECT 1')).text()).toBe('1\n');
    expect((await get('CREATE DATABASE other')).headers.get('x-clickhouse-exception-code')).toBe('164');
  });

  it('takes JSON of every shape as one document', async () => {
    const result = await fixture.client.query({ query: 'SELECT number AS n FROM numbers(100000)' });
    const { data, rows: count } = await result.json<{ n: number }>();
    expect(count).toBe(100_000);
    expect(data[99_999]).toEqual({ n: 99_999 });
    const csv = await (await fixture.http('SELECT number FROM numbers(100000) FORMAT CSVWithNames')).text();
    expect(csv.match(/number/g)).toHaveLength(1);
  });

  it('takes long parameters as a form', async () => {
    const long = 'ş'.repeat(100_000);
    const result = await fixture.client.query({
      query: 'SELECT length({v:String}) AS n',
      query_params: { v: long },
      format: 'JSONEachRow',
      use_multipart_params: true,
    });
    expect(await result.json()).toEqual([{ n: 200_000 }]);
  });

  it('uses the database of the client, and has an ordinary default one', async () => {
    const mine = fixture.connect({ database: 'leadline' });
    await table('here', 'a Int8');
    expect(await rows(mine, 'SELECT count() AS n FROM here')).toEqual([{ n: 0 }]);
    await fixture.client.command({ query: 'CREATE TABLE there (a Int8) ENGINE = Memory' });
    expect(await rows(fixture.client, "SELECT database FROM system.tables WHERE name = 'there'")).toEqual([
      { database: 'default' },
    ]);
    await expect(rows(fixture.client, 'SELECT * FROM `/etc/passwd`')).rejects.toMatchObject({ code: '60' });
    await expect(rows(fixture.connect({ database: 'nowhere' }), 'SELECT 1')).rejects.toMatchObject({
      code: '81',
      type: 'UNKNOWN_DATABASE',
    });
  });

  it('forgets the settings, parameters and database of a request', async () => {
    await fixture.client.query({
      query: 'SELECT {leak:String}',
      query_params: { leak: 'x' },
      clickhouse_settings: { max_block_size: '7' },
    });
    const readings = await Promise.all(
      Array.from({ length: 20 }, () =>
        rows(fixture.client, "SELECT currentDatabase() AS d, getSetting('max_block_size') != 7 AS clean"),
      ),
    );
    expect(readings.flat()).toEqual(Array(20).fill({ d: 'default', clean: 1 }));
    await expect(rows(fixture.client, 'SELECT {leak:String}')).rejects.toMatchObject({ code: '456' });
  });
});

describe('errors', () => {
  it.each([
    ['SELECT * FROM missing', 404, '60', 'UNKNOWN_TABLE'],
    ['SELECT FROM WHERE', 400, '62', 'SYNTAX_ERROR'],
    ['SELECT 1; SELECT 2', 400, '62', 'SYNTAX_ERROR'],
    ['', 400, '62', 'SYNTAX_ERROR'],
    ['SELECT nofunction(1)', 404, '46', 'UNKNOWN_FUNCTION'],
    ["SELECT throwIf(1, 'boom')", 500, '395', 'FUNCTION_THROW_IF_VALUE_IS_NON_ZERO'],
    ['SELECT {x:UInt8}', 400, '456', 'UNKNOWN_QUERY_PARAMETER'],
    ['SELECT sleep(3) SETTINGS max_execution_time = 0.1', 408, '159', 'TIMEOUT_EXCEEDED'],
  ])('%s', async (query, status, code, type) => {
    const response = await fixture.http(query);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-clickhouse-exception-code')).toBe(code);
    expect(await response.text()).toMatch(
      new RegExp(`^Code: ${code}\\. DB::Exception: .*\\(${type}\\)\\n$`, 's'),
    );
  });

  it('reach the client as ClickHouseError', async () => {
    await expect(rows(fixture.client, 'SELECT * FROM missing')).rejects.toMatchObject({
      code: '60',
      type: 'UNKNOWN_TABLE',
    });
    await expect(
      fixture.client.query({ query: 'SELECT 1', clickhouse_settings: JSON.parse('{"nonsense":1}') }),
    ).rejects.toMatchObject({ code: '115', type: 'UNKNOWN_SETTING' });
  });

  it('name wrong credentials', async () => {
    const stranger = fixture.connect({ password: 'wrong' });
    await expect(rows(stranger, 'SELECT 1')).rejects.toMatchObject({
      code: '516',
      type: 'AUTHENTICATION_FAILED',
    });
    expect((await fetch(fixture.engine.url, { method: 'POST', body: 'SELECT 1' })).status).toBe(401);
  });

  it.each(['compress', 'decompress'])('refuse the unsupported %s', async (name) => {
    const response = await fixture.http('SELECT 1', { search: { [name]: '1' } });
    expect([response.status, await response.text()]).toEqual([501, expect.stringContaining(name)]);
  });

  it('in the middle of a result end it as an error', async () => {
    const query = 'SELECT throwIf(number = 300000) FROM numbers(400000)';
    for (const decompress of [false, true]) {
      const client = fixture.connect({ compression: { response: decompress } });
      const failed = client.query({ query, format: 'JSONEachRow' }).then((result) => result.json());
      await expect(failed).rejects.toMatchObject({ code: '395' });
      const text = client.query({ query, format: 'CSV' }).then((result) => result.text());
      await expect(text).rejects.toThrow();
    }
  });
});

describe('compression', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads %s bodies', async (encoding, pack) => {
    const response = await fixture.http('', {
      body: pack('SELECT 1'),
      headers: { 'Content-Encoding': encoding },
    });
    expect(await response.text()).toBe('1\n');
  });

  it('names broken and unknown packings', async () => {
    const broken = await fixture.http('not gzip', { headers: { 'Content-Encoding': 'gzip' } });
    expect([broken.status, broken.headers.get('x-clickhouse-exception-code')]).toEqual([500, '271']);
    const unknown = await fixture.http('x', { headers: { 'Content-Encoding': 'lz4' } });
    expect(unknown.status).toBe(501);
  });

  it('packs responses, small and streamed, only when asked', async () => {
    const plain = await fixture.http('SELECT 1', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    for (const count of [3, 300_000]) {
      const packed = await fixture.http(`SELECT number FROM numbers(${count}) FORMAT CSV`, {
        search: { enable_http_compression: '1' },
        headers: { 'Accept-Encoding': 'gzip' },
      });
      expect(packed.headers.get('content-encoding')).toBe('gzip');
      expect((await packed.text()).split('\n')).toHaveLength(count + 1);
    }
  });

  it('works both ways through the client', async () => {
    const client = fixture.connect({ compression: { request: true, response: true } });
    const name = await table('packed', 'a UInt32');
    await client.insert({ table: name, values: [{ a: 1 }, { a: 2 }], format: 'JSONEachRow' });
    expect(await rows(client, `SELECT sum(a) AS s FROM ${name}`)).toEqual([{ s: 3 }]);
    expect(gunzipSync(gzipSync('x')).toString()).toBe('x');
  });
});

describe('inserts', () => {
  it('takes rows, columns and streams from the client', async () => {
    const name = await table('inserted', 'a UInt32, b String, c DateTime64(3)');
    const one = await fixture.client.insert({
      table: name,
      values: [{ a: 1, b: 'é\n"\\', c: '2026-01-02 03:04:05.678' }],
      format: 'JSONEachRow',
    });
    expect(one.summary?.written_rows).toBe('1');
    await fixture.client.insert({
      table: name,
      values: [[2, 'x']],
      columns: ['a', 'b'],
      format: 'JSONCompactEachRow',
    });
    await fixture.client.insert({
      table: name,
      values: Readable.from(Array.from({ length: 1000 }, (_, index) => ({ a: 10 + index, b: 'stream' }))),
      format: 'JSONEachRow',
    });
    expect(await rows(fixture.client, `SELECT a, b, c FROM ${name} WHERE a < 3 ORDER BY a`)).toEqual([
      { a: 1, b: 'é\n"\\', c: '2026-01-02 03:04:05.678' },
      { a: 2, b: 'x', c: '1970-01-01 00:00:00.000' },
    ]);
    expect(await rows(fixture.client, `SELECT count() AS n FROM ${name}`)).toEqual([{ n: 1002 }]);
  });

  it('takes data in the query, in the body, and in both', async () => {
    const name = await table('bodies', 'a UInt32, b String');
    const ok = async (response: Promise<Response>) => expect(await (await response).text()).toBe('');
    await ok(fixture.http(`INSERT INTO ${name} VALUES (1, 'a;b'), (2, '--')`));
    await ok(fixture.http(`INSERT INTO ${name} FORMAT CSV\n3,"x"\n4,"y"\n`));
    await ok(fixture.http('5\tz\n', { search: { query: `INSERT INTO ${name} (a, b) FORMAT TabSeparated` } }));
    await ok(fixture.http("(6, 'v')", { search: { query: `INSERT INTO ${name} VALUES` } }));
    await ok(
      fixture.http('{"a":8}', { search: { query: `INSERT INTO ${name} FORMAT JSONEachRow\n{"a":7}` } }),
    );
    await ok(fixture.http(`INSERT INTO ${name} SELECT number + 9, '' FROM numbers(2)`));
    await ok(fixture.http('', { search: { query: `INSERT INTO ${name} FORMAT JSONEachRow` } }));
    await ok(fixture.http(`INSERT INTO ${name} (a) VALUES ({v:UInt32})`, { search: { param_v: '11' } }));
    expect(
      await rows(fixture.client, `SELECT groupArray(a) AS all FROM (SELECT a FROM ${name} ORDER BY a)`),
    ).toEqual([{ all: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }]);
  });

  it('names a bad row and keeps none of its batch', async () => {
    const name = await table('bad', 'a UInt32');
    await expect(
      fixture.client.insert({ table: name, values: [{ a: 1 }, { a: 'x' }], format: 'JSONEachRow' }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^\d+$/) });
    expect(await rows(fixture.client, `SELECT count() AS n FROM ${name}`)).toEqual([{ n: 0 }]);
  });

  it('inserts one token once', async () => {
    const name = await table('tokens', 'a UInt32', 'SETTINGS non_replicated_deduplication_window = 100');
    const insert = (a: number, insert_deduplication_token: string) =>
      fixture.client.insert({
        table: name,
        values: [{ a }],
        format: 'JSONEachRow',
        clickhouse_settings: { insert_deduplication_token },
      });
    await insert(1, 'one');
    await insert(2, 'one');
    await insert(3, 'two');
    expect(
      await rows(fixture.client, `SELECT groupArray(a) AS all FROM (SELECT a FROM ${name} ORDER BY a)`),
    ).toEqual([{ all: [1, 3] }]);
  });
});

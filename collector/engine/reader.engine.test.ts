import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, rows, startFixture } from './harness.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
  await fixture.client.command({
    query: 'CREATE TABLE t (id UInt8, url String) ENGINE = MergeTree ORDER BY id',
  });
  await fixture.client.command({ query: "INSERT INTO t VALUES (1, 'a')" });
});
afterAll(() => fixture.close());

describe('the reader', () => {
  it('reads, with parameters and harmless settings', async () => {
    const result = await fixture.reader.query({
      query: 'SELECT id, url FROM t WHERE url = {url:String}',
      query_params: { url: 'a' },
      format: 'JSONCompactEachRow',
      clickhouse_settings: { max_result_rows: '5', output_format_json_quote_64bit_integers: 1 },
    });
    expect(await result.json()).toEqual([[1, 'a']]);
    expect(await rows(fixture.reader, 'SHOW TABLES')).toEqual([{ name: 't' }]);
    expect(await rows(fixture.reader, 'SELECT count() AS n FROM numbers(3)')).toEqual([{ n: 3 }]);
    const packed = fixture.connect({
      username: 'reader',
      password: 'read-secret',
      compression: { response: true },
    });
    expect(await rows(packed, 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
    expect(await (await packed.query({ query: 'SELECT id FROM t' })).json()).toMatchObject({
      data: [{ id: 1 }],
    });
  });

  // Each was tried against the engine with only `readonly = 1`, where some got through.
  it.each([
    "INSERT INTO t VALUES (2, 'b')",
    'CREATE TABLE u (a Int8) ENGINE = Memory',
    'CREATE TEMPORARY TABLE u (a Int8)',
    'CREATE FUNCTION f AS (x) -> x',
    'DROP TABLE t',
    'ALTER TABLE t DELETE WHERE 1',
    'TRUNCATE TABLE t',
    'OPTIMIZE TABLE t',
    'RENAME TABLE t TO u',
    'DETACH TABLE t',
    'SYSTEM FLUSH LOGS',
    'KILL QUERY WHERE 1',
    'SET readonly = 0',
    'SET max_threads = 1',
    'SELECT 1 SETTINGS max_threads = 7',
    'SELECT 1 SETTINGS readonly = 0',
    'GRANT SELECT ON *.* TO default',
    "SELECT file('/etc/hostname')",
    "SELECT arrayMap(file, ['/etc/hostname'])",
    "SELECT * APPLY file FROM (SELECT '/etc/hostname')",
    "SELECT * FROM file('/etc/hostname', 'LineAsString')",
    "DESCRIBE TABLE file('/etc/hostname', 'LineAsString')",
    "EXPLAIN SELECT * FROM file('/etc/hostname', 'LineAsString')",
    'SELECT * FROM `/etc/hostname`',
    'SELECT * FROM default.`/etc/hostname`',
    "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
    "DESCRIBE TABLE url('http://127.0.0.1:1/')",
    "SELECT * FROM s3('http://127.0.0.1:1/bucket/key', 'LineAsString')",
    "SELECT * FROM remote('127.0.0.1:1', 'system', 'one')",
    "SELECT * FROM cluster('default', system.one)",
    "SELECT * FROM executable('id', 'TSV', 'a String')",
    "SELECT * FROM mysql('127.0.0.1:1', 'a', 'b', 'c', 'd')",
    "SELECT * FROM postgresql('127.0.0.1:1', 'a', 'b', 'c', 'd')",
    "SELECT * FROM sqlite('/tmp/x', 't')",
    "SELECT * FROM hdfs('hdfs://127.0.0.1:1/x', 'TSV')",
    "SELECT * FROM deltaLakeLocal('/tmp')",
    "SELECT * FROM icebergLocal('/tmp')",
    "SELECT * FROM filesystem('/etc')",
    "SELECT * FROM eval('SELECT 1')",
    "SELECT aiGenerate('x', 'y')",
    "SELECT catboostEvaluate('/etc/hostname', 1)",
    "INSERT INTO FUNCTION file('/tmp/leadline-x', 'TSV', 'a Int8') VALUES (1)",
    "INSERT INTO t FROM INFILE '/etc/hostname' FORMAT CSV",
    "BACKUP TABLE t TO File('/tmp/leadline-backup')",
    'SELECT 1; DROP TABLE t',
  ])('may not: %s', async (query) => {
    const response = await fixture.http(query, { user: 'reader' });
    const code = Number(response.headers.get('x-clickhouse-exception-code'));
    expect([164, 497, 60, 62, 344]).toContain(code);
    expect(await rows(fixture.client, 'SELECT count() AS n FROM t')).toEqual([{ n: 1 }]);
  });

  it.each(['SELECT 1', 'SHOW TABLES', 'DESCRIBE TABLE t'])(
    'writes no file: %s INTO OUTFILE',
    async (query) => {
      const path = join(fixture.dataDir, 'outfile');
      const response = await fixture.http(`${query} INTO OUTFILE '${path}'`, { user: 'reader' });
      expect(response.status).toBe(500);
      expect(existsSync(path)).toBe(false);
    },
  );

  it.each([
    'readonly',
    'max_threads',
    'format_schema',
    'allow_ddl',
    'log_comment',
    'insert_deduplication_token',
  ])('passing %s changes no right', async (name) => {
    const response = await fixture.http('DROP TABLE t', { user: 'reader', search: { [name]: '0' } });
    expect(response.headers.get('x-clickhouse-exception-code')).toBe('164');
  });

  it('cannot smuggle a name in a parameter', async () => {
    const response = await fixture.http("SELECT arrayMap({f:Identifier}, ['/etc/hostname'])", {
      user: 'reader',
      search: { param_f: 'file' },
    });
    expect(response.headers.get('x-clickhouse-exception-code')).toBe('497');
  });

  it('has a budget of time and memory that it cannot raise', async () => {
    const settings = await fixture.http(
      "SELECT getSetting('max_execution_time'), getSetting('max_memory_usage') > 0",
      { user: 'reader', search: { max_execution_time: '9999', max_memory_usage: '0' } },
    );
    expect(await settings.text()).toBe('60\t1\n');
  });
});

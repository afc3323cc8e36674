import { describe, expect, it } from 'vitest';
import { assertReadable, tunable } from './reader.js';

const TABLE_FUNCTIONS = new Set(['file', 'url', 's3', 'remote', 'numbers', 'view', 'format', 'merge']);

const check = (sql: string) => () => assertReadable(sql, TABLE_FUNCTIONS);

describe('assertReadable', () => {
  it.each([
    "SELECT url, format('{}', 1) FROM events WHERE site = {site:String}",
    'WITH x AS (SELECT 1) SELECT * FROM x',
    '(SELECT number FROM numbers(3)) UNION ALL (SELECT 1)',
    'SHOW TABLES',
    'DESCRIBE TABLE events',
    'EXPLAIN SELECT 1',
    "SELECT 'INTO OUTFILE url(file)' -- file",
    'SELECT 1 /* INTO OUTFILE */',
  ])('allows %s', (sql) => {
    expect(check(sql)).not.toThrow();
  });

  it.each([
    'INSERT INTO t VALUES (1)',
    'KILL QUERY WHERE 1',
    'SYSTEM FLUSH LOGS',
    'SET max_threads = 1',
    "SELECT 1 INTO OUTFILE '/tmp/x'",
    "SELECT 1 into/**/outfile '/tmp/x'",
    "SELECT file('/etc/passwd')",
    "SELECT `file`('/etc/passwd')",
    'SELECT "\\x66ile"(\'/etc/passwd\')',
    "SELECT arrayMap(file, ['/etc/passwd'])",
    "SELECT * APPLY file FROM (SELECT '/etc/passwd')",
    "SELECT * FROM url ('http://127.0.0.1/')",
    "DESCRIBE TABLE s3('http://127.0.0.1/a')",
    "SELECT * FROM URL('http://127.0.0.1/')",
    'SELECT * FROM {t:Identifier}',
    'SELECT ‘a’',
    'SELECT $$a$$',
    'SELECT 1 # comment',
    'SELECT 1 PARALLEL WITH SELECT 2',
    'SELECT hidden FROM leadline.record_versions',
    'SELECT * FROM "leadline"."record_versions"',
    'SELECT 1 WHERE 1 IN `record_versions`',
    "SELECT hidden FROM merge('leadline', '^record')",
    '',
  ])('refuses %s', (sql) => {
    expect(check(sql)).toThrow(/READONLY|ACCESS_DENIED/);
  });
});

describe('tunable', () => {
  it('keeps what shapes the output and drops readonly', () => {
    const kept = { output_format_json_quote_64bit_integers: '1', max_result_rows: '10' };
    expect(tunable({ ...kept, readonly: '2' })).toEqual(kept);
  });

  it.each(['format_schema', 'output_format_schema', 'log_comment', 'allow_introspection_functions'])(
    'refuses %s',
    (name) => {
      expect(() => tunable({ [name]: '1' })).toThrow('READONLY');
    },
  );
});

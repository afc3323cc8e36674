import { describe, expect, it } from 'vitest';
import { classify } from './statement.js';

describe('classify', () => {
  it.each([
    ['SELECT 1', 'select', undefined],
    ['  -- note\n(SELECT 1) UNION ALL (SELECT 2) format JSON', 'select', 'JSON'],
    ['WITH 1 AS x SELECT x FORMAT CSV SETTINGS max_threads = 1', 'select', 'CSV'],
    ['SELECT 1 SETTINGS max_threads = 1 FORMAT TSV;', 'select', 'TSV'],
    ["SELECT format('{}', 1)", 'select', undefined],
    ["SELECT 'x' AS format", 'select', undefined],
    ["SELECT ' FORMAT JSON'", 'select', undefined],
    ['SELECT format AS f FROM t', 'select', undefined],
    ['SHOW TABLES FORMAT JSON', 'other', 'JSON'],
    ['INSERT INTO t SELECT 1', 'other', undefined],
    ['INSERT INTO t (a) SETTINGS async_insert = 0 SELECT 1', 'other', undefined],
    ['WITH 1 AS a INSERT INTO t SELECT a', 'other', undefined],
    ["INSERT INTO t FROM INFILE 'x' FORMAT CSV", 'other', 'CSV'],
    ['INSERT INTO t FORMAT JSONEachRow', 'insert', 'JSONEachRow'],
    ['insert into t values (1)', 'insert', 'Values'],
  ])('%s', (sql, kind, format) => {
    expect(classify(sql)).toMatchObject({ kind, format, multiple: false });
  });

  it.each([
    ['SELECT 1; SELECT 2', true],
    ['SELECT 1;', false],
    ['SELECT 1; -- nothing', false],
    ["SELECT ';'", false],
    ['DROP TABLE a; DROP TABLE b', true],
  ])('several statements: %s', (sql, multiple) => {
    expect(classify(sql).multiple).toBe(multiple);
  });

  it.each([
    ['INSERT INTO t FORMAT JSONEachRow\n{"a":1}', { table: 't', columns: undefined }, '{"a":1}'],
    ['INSERT INTO TABLE d.t (a, b) FORMAT CSV\r\n1,2', { table: 'd.t', columns: ['a', 'b'] }, '1,2'],
    ['INSERT INTO `d`.`t` (`a`) FORMAT TSV\nx', { table: 'd.t', columns: ['a'] }, 'x'],
    ['INSERT INTO t FORMAT JSONEachRow', { table: 't', columns: undefined }, ''],
    ['INSERT INTO "a b" FORMAT CSV\n1', undefined, '1'],
    ['INSERT INTO t (* EXCEPT(a)) FORMAT CSV\n1', undefined, '1'],
    ["INSERT INTO FUNCTION file('x') FORMAT CSV\n1", undefined, '1'],
    ['INSERT INTO t SETTINGS a = 1 FORMAT CSV\n1', undefined, '1'],
  ])('%s', (sql, target, data) => {
    const statement = classify(sql);
    expect(statement.target).toEqual(target);
    expect(sql.slice(statement.dataAt)).toBe(data);
  });

  it.each([
    ['SELECT 1', 'SELECT 1', ''],
    ['SELECT 1; -- end', 'SELECT 1', '; -- end'],
    ['SELECT 1 FORMAT JSON SETTINGS limit = 1', 'SELECT 1 ', 'FORMAT JSON SETTINGS limit = 1'],
    ["SELECT 'FORMAT' AS format -- x", "SELECT 'FORMAT' AS format", ' -- x'],
    ['INSERT INTO t (a) FORMAT CSV\n1', 'INSERT INTO t (a) ', 'FORMAT CSV\n1'],
    ['INSERT INTO t SETTINGS a = 1 FORMAT CSV\n1', 'INSERT INTO t ', 'SETTINGS a = 1 FORMAT CSV\n1'],
  ])('names a file in %j', (sql, before, after) => {
    const { fileAt } = classify(sql);
    expect([sql.slice(0, fileAt), sql.slice(fileAt)]).toEqual([before, after]);
  });

  it('tells what cannot be streamed and what stays in a session', () => {
    expect(classify('SELECT a, count() FROM t GROUP BY a WITH TOTALS')).toMatchObject({ hasTotals: true });
    expect(classify("SELECT totals, 'WITH TOTALS' FROM t")).toMatchObject({ hasTotals: false });
    expect(classify("SELECT 1 INTO OUTFILE 'x'")).toMatchObject({ hasOutfile: true });
    for (const sql of ['SET a = 1', 'use d', 'CREATE TEMPORARY TABLE t (a Int8)'])
      expect(classify(sql).keeps).toBe(true);
    for (const sql of ['SELECT 1', 'CREATE TABLE t (a Int8)']) expect(classify(sql).keeps).toBe(false);
  });

  it('never reads the data of an insert', () => {
    expect(classify('INSERT INTO t FORMAT JSONEachRow\n{"a":"; FORMAT CSV"}')).toMatchObject({
      kind: 'insert',
      format: 'JSONEachRow',
      multiple: false,
    });
  });
});

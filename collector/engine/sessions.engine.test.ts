import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, rows, startFixture, until } from './harness.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const session = (session_id: string) => fixture.connect({ session_id });
const text = async (query: string, search: Record<string, string>, init = {}) => {
  const response = await fixture.http(query, { search, ...init });
  return response.headers.get('x-clickhouse-exception-code') ?? (await response.text());
};

describe('a session', () => {
  it('has temporary tables of its own', async () => {
    const [mine, yours] = [session('mine'), session('yours')];
    await mine.command({ query: 'CREATE TEMPORARY TABLE tt (a UInt32)' });
    await mine.insert({ table: 'tt', values: [{ a: 1 }, { a: 2 }], format: 'JSONEachRow' });
    await mine.command({ query: 'INSERT INTO tt SELECT 3' });
    expect(await rows(mine, 'SELECT sum(a) AS s FROM tt')).toEqual([{ s: 6 }]);
    expect(await (await mine.query({ query: 'SELECT sum(a) AS s FROM tt' })).json()).toMatchObject({
      data: [{ s: 6 }],
    });
    for (const other of [yours, fixture.client])
      await expect(rows(other, 'SELECT * FROM tt')).rejects.toMatchObject({ code: '60' });
  });

  it('keeps SET and USE, and forgets what a request brought', async () => {
    const client = session('settings');
    const settings = () =>
      rows(
        client,
        `SELECT getSetting('max_block_size') AS b, getSetting('max_execution_time') AS t, currentDatabase() AS d`,
      );
    expect(await settings()).toEqual([{ b: 65_409, t: 600, d: 'default' }]);
    await client.command({ query: 'CREATE DATABASE IF NOT EXISTS elsewhere' });
    await client.command({ query: 'SET max_block_size = 77, max_execution_time = 33' });
    await client.command({ query: 'USE elsewhere' });
    expect(await settings()).toEqual([{ b: 77, t: 33, d: 'elsewhere' }]);
    const once = await client.query({
      query: "SELECT getSetting('max_block_size') AS b, {p:String} AS p",
      format: 'JSONEachRow',
      clickhouse_settings: { max_block_size: '5', max_threads: 1 },
      query_params: { p: 'x' },
    });
    expect(await once.json()).toEqual([{ b: 5, p: 'x' }]);
    expect(await text('SELECT currentDatabase()', { session_id: 'settings', database: 'system' })).toBe(
      'system\n',
    );
    await expect(
      client.query({
        query: 'SELECT 1',
        clickhouse_settings: JSON.parse('{"max_block_size":9,"nonsense":1}'),
      }),
    ).rejects.toMatchObject({ code: '115' });
    expect(await settings()).toEqual([{ b: 77, t: 33, d: 'elsewhere' }]);
  });

  it('takes one query at a time', async () => {
    const search = { session_id: 'one' };
    const controller = new AbortController();
    const slow = fixture.http('SELECT sleep(3)', { search, signal: controller.signal }).catch(() => 'gone');
    const probe = async () => (await text('SELECT 1', search)) === '373';
    await until(probe);
    const response = await fixture.http('SELECT 1', { search });
    expect(await response.text()).toContain('SESSION_IS_LOCKED');
    expect(await text('SELECT 1', { session_id: 'two' })).toBe('1\n');
    controller.abort();
    expect(await slow).toBe('gone');
    await until(async () => (await text('SELECT 1', search)) === '1\n');
  });

  it('is free when its answer is there', async () => {
    const client = session('quick');
    await client.command({ query: 'SET max_block_size = 10' });
    for (let n = 0; n < 50; n++) expect(await rows(client, 'SELECT {n:UInt8} AS n', { n })).toEqual([{ n }]);
    await expect(rows(client, 'SELECT nonsense')).rejects.toMatchObject({ code: '47' });
    expect(await rows(client, 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
  });

  it('ends after its timeout, and is asked for by session_check', async () => {
    expect(await text('SELECT 1', { session_id: 'new', session_check: '1' })).toBe('372');
    const search = { session_id: 'short', session_timeout: '0' };
    expect(await text('CREATE TEMPORARY TABLE short (a UInt8)', search)).toBe('');
    await until(async () => (await text('SELECT 1', { ...search, session_check: '1' })) === '372');
    expect(await text('SELECT count() FROM short', search)).toBe('60');
    expect(await text('SELECT 1', { session_id: 'x', session_timeout: '9999' })).toBe('36');
  });

  it('only reads by GET', async () => {
    const get = (query: string) =>
      fetch(
        `${fixture.engine.url}/?${new URLSearchParams({ user: 'leadline', password: 'write-secret', session_id: 'get', query })}`,
      );
    expect(await text('CREATE TEMPORARY TABLE g (a UInt8)', { session_id: 'get' })).toBe('');
    expect(await (await get('SELECT count() FROM g')).text()).toBe('0\n');
    expect((await get('DROP TABLE g')).headers.get('x-clickhouse-exception-code')).toBe('164');
    expect((await get('SET max_threads = 1')).headers.get('x-clickhouse-exception-code')).toBe('164');
  });

  it('of the reader reads, changes nothing, and is not the one of the owner', async () => {
    expect(await text('CREATE TEMPORARY TABLE r (a UInt8)', { session_id: 'r' })).toBe('');
    expect(await text('SELECT 1', { session_id: 'r' }, { user: 'reader' })).toBe('1\n');
    expect(await text('SELECT * FROM r', { session_id: 'r' }, { user: 'reader' })).toBe('60');
    expect(await text('SET max_threads = 1', { session_id: 'r' }, { user: 'reader' })).toBe('164');
  });

  it('costs nothing where nothing is kept in it, and is refused where too much is', async () => {
    const many = Array.from({ length: 200 }, (_, n) => text('SELECT 1', { session_id: `idle-${n}` }));
    expect(await Promise.all(many)).toEqual(Array(200).fill('1\n'));
    const answers: string[] = [];
    for (let n = 0; n < 20; n++) answers.push(await text('SET max_threads = 1', { session_id: `held-${n}` }));
    expect(new Set(answers)).toEqual(new Set(['', '700']));
    expect(await text('SELECT 1', { session_id: 'held-19' })).toBe('1\n');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, rows, startFixture, until } from './harness.js';

const MIB = 2 ** 20;

/** Minutes of work for one thread, none of it in memory. */
const LONG = 'SELECT max(sipHash64(number)) FROM numbers(100000000000)';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture({ memoryBytesMax: 800 * MIB });
  await fixture.client.command({ query: 'CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a' });
});
afterAll(() => fixture.close());

const running = async () => {
  const [row] = await rows<{ n: number }>(
    fixture.client,
    "SELECT count() AS n FROM system.processes WHERE query LIKE '%100000000000%' AND query NOT LIKE '%processes%'",
  );
  return row?.n ?? 0;
};

/** Starts a query, waits until the engine works on it, and gives the means to give it up. */
async function begin(query: string) {
  const controller = new AbortController();
  const before = await running();
  const ended = fixture.http(query, { signal: controller.signal }).then(
    () => 'answered',
    () => 'aborted',
  );
  await until(async () => (await running()) > before);
  return { ended, abort: () => controller.abort() };
}

describe('long queries', () => {
  it('hold up neither reads nor inserts, and end when their client goes', async () => {
    // Scalar subqueries run inside a synchronous call of chdb.
    const long = [
      await begin(LONG),
      await begin(`SELECT (${LONG})`),
      await begin(`SELECT (${LONG}) FORMAT JSON`),
    ];
    const startedMs = performance.now();
    for (let a = 0; a < 10; a++) {
      expect(await rows(fixture.client, 'SELECT {a:UInt8} AS a', { a })).toEqual([{ a }]);
      await fixture.client.insert({ table: 't', values: [{ a }], format: 'JSONEachRow' });
    }
    // 20 ms a pair on an idle machine.
    expect(performance.now() - startedMs).toBeLessThan(5000);
    expect(await running()).toBe(3);
    for (const { abort } of long) abort();
    expect(await Promise.all(long.map(({ ended }) => ended))).toEqual(Array(3).fill('aborted'));
    await until(async () => (await running()) === 0);
  });

  it('are limited in number, per kind of work', async () => {
    const responses = await Promise.all(
      Array.from({ length: 40 }, () => fixture.http('SELECT sleep(0.2)', { user: 'reader' })),
    );
    const refused = responses.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const response of refused) {
      expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([503, '202']);
    }
    expect(await (await fixture.http('SELECT 1')).text()).toBe('1\n');
  });
});

describe('large results', () => {
  it('are streamed, whole and in order', async () => {
    const result = await fixture.client.query({
      query: 'SELECT number AS n FROM numbers(3000000)',
      format: 'JSONEachRow',
    });
    let next = 0;
    for await (const batch of result.stream<{ n: number }>()) {
      for (const row of batch) if (row.json().n === next) next += 1;
    }
    expect(next).toBe(3_000_000);
  });

  it('stop when nobody reads on', async () => {
    const controller = new AbortController();
    const endless = 'SELECT number, 100000000000 FROM system.numbers FORMAT CSV';
    const response = await fixture.http(endless, { signal: controller.signal });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    expect(await running()).toBe(1);
    controller.abort();
    await until(async () => (await running()) === 0);
  });
});

describe('memory', () => {
  it('is capped per query and in total, without an end of the engine', async () => {
    const { pid } = fixture.engine;
    const greedy = 'SELECT length(groupArray(number)) FROM numbers(1000000000)';
    for (const search of [{}, { max_memory_usage: '0' }]) {
      const response = await fixture.http(greedy, { search });
      expect(response.headers.get('x-clickhouse-exception-code')).toBe('241');
      expect(await response.text()).toContain('MEMORY_LIMIT_EXCEEDED');
    }
    expect(await (await fixture.http('SELECT 1')).text()).toBe('1\n');
    expect(fixture.engine.pid).toBe(pid);
  });
});

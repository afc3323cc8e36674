import { availableParallelism } from 'node:os';
import type { ClickHouseClient } from '@clickhouse/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, rows, startFixture, until } from './harness.js';

const MIB = 2 ** 20;

/** Minutes of work for one thread, none of it in memory. */
const LONG = 'SELECT max(sipHash64(number)) FROM numbers(100000000000)';

let fixture: Fixture;
/** As the product asks for what somebody waits for. */
let urgent: ClickHouseClient;

beforeAll(async () => {
  fixture = await startFixture({ memoryBytesMax: 800 * MIB });
  urgent = fixture.connect({ clickhouse_settings: { priority: '1' } });
  await fixture.client.command({ query: 'CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a' });
});
afterAll(() => fixture.close());

const running = async () => {
  const [row] = await rows<{ n: number }>(
    urgent,
    "SELECT count() AS n FROM system.processes WHERE query LIKE '%100000000000%' AND query NOT LIKE '%processes%'",
  );
  return row?.n ?? 0;
};

type Begun = { ended: Promise<string>; abort(): void };

/** What a test began ends with it, also where it failed: the next one counts what runs. */
const begun: Begun[] = [];
afterEach(() => endAll(begun.splice(0)));

async function endAll(long: Begun[]) {
  for (const { abort } of long) abort();
  await Promise.all(long.map(({ ended }) => ended));
  await until(async () => (await running()) === 0);
}

/** Starts a query, waits until the engine works on it, and gives the means to give it up. */
async function begin(query: string, search: Record<string, string> = {}): Promise<Begun> {
  const controller = new AbortController();
  const before = await running();
  const ended = fixture.http(query, { search, signal: controller.signal }).then(
    () => 'answered',
    () => 'aborted',
  );
  const long = { ended, abort: () => controller.abort() };
  begun.push(long);
  await until(async () => (await running()) > before);
  return long;
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

describe('kinds of work', () => {
  const REPORT = { priority: '2' };

  /** Inserts and reads that somebody waits for, one after another: 20 ms a pair on an idle machine. */
  async function expectQuick() {
    const startedMs = performance.now();
    for (let a = 0; a < 10; a++) {
      expect(await rows(urgent, 'SELECT {a:UInt8} AS a', { a })).toEqual([{ a }]);
      await fixture.client.insert({ table: 't', values: [{ a }], format: 'JSONEachRow' });
    }
    expect(performance.now() - startedMs).toBeLessThan(5000);
  }

  it('a queue of reports holds up nobody, has an end, and says when to come back', async () => {
    const long = [await begin(LONG, REPORT), await begin(LONG, REPORT)];
    const controller = new AbortController();
    const init = { search: REPORT, signal: controller.signal };
    const queued = Array.from({ length: 32 }, () => fixture.http(LONG, init).catch(() => 'gone'));
    const refused = async () => {
      const response = await fixture.http('SELECT 1', { search: REPORT, signal: AbortSignal.timeout(200) });
      return response.status === 503 ? response : undefined;
    };
    await until(async () => (await refused().catch(() => undefined)) !== undefined);
    const response = await refused();
    expect(response?.headers.get('x-clickhouse-exception-code')).toBe('202');
    expect(response?.headers.get('retry-after')).toBe('1');
    await expectQuick();
    expect(await running()).toBe(2);
    controller.abort();
    expect(await Promise.all(queued)).toEqual(Array(32).fill('gone'));
    await endAll(long);
    expect(await (await fixture.http('SELECT 1', { search: REPORT })).text()).toBe('1\n');
  });

  it('a read that takes long becomes a report, and its slot is free', async () => {
    // As many as there are slots for reads that nobody marked.
    const long = await Promise.all(Array.from({ length: 4 }, () => begin(LONG)));
    await until(async () => (await running()) === 4);
    expect(await rows(fixture.client, 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
    expect(await running()).toBe(4);
    // Each of the four becomes one when its own time has come: then reports wait.
    const waits = () =>
      fixture.http('SELECT 1', { search: REPORT, signal: AbortSignal.timeout(500) }).then(
        () => false,
        () => true,
      );
    await until(waits);
    await endAll(long);
  });

  it('however many long reads nobody marked, marked ones and inserts go on', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const long = Array.from({ length: 40 }, () => fixture.http(LONG, { signal }).catch(() => 'gone'));
    const reading = ['SELECT max(number) FROM numbers(100000000000)', { user: 'reader', signal }] as const;
    const readers = Array.from({ length: 30 }, () => fixture.http(...reading).catch(() => 'gone'));
    // Four slots of reads, three of the reader, and room for six reports in all.
    await until(async () => (await running()) === 13);
    await expectQuick();
    expect(await running()).toBe(13);
    controller.abort();
    expect(new Set(await Promise.all([...long, ...readers]))).toEqual(new Set(['gone']));
    await until(async () => (await running()) === 0);
  });

  it('each has its own limits', async () => {
    const limits = async (search: Record<string, string>, user = 'leadline') => {
      const names = ['max_execution_time', 'max_threads', 'priority'].map((name) => `getSetting('${name}')`);
      const share = `round(getSetting('max_memory_usage') / ${800 * MIB}, 2)`;
      const query = `SELECT ${[...names, share].join(', ')} FORMAT JSONCompactEachRow`;
      return (await fixture.http(query, { search, user })).json();
    };
    const half = Math.max(1, Math.floor(availableParallelism() / 2));
    expect(await limits({ priority: '1' })).toEqual([60, expect.anything(), 1, 0.25]);
    expect(await limits({})).toEqual([600, half, 2, 0.4]);
    expect(await limits({ priority: '3' })).toEqual([600, half, 3, 0.4]);
    expect(await limits({}, 'reader')).toEqual([60, half, 2, 0.25]);
    expect(await limits({ max_threads: '7', max_execution_time: '5' })).toEqual([5, 7, 2, 0.4]);
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

import { readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, PASSWORDS, rows, startFixture, until } from './harness.js';

const MIB = 2 ** 20;
const MEMORY = 900 * MIB;

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture({ memoryBytesMax: MEMORY, silentClientMsMax: 1500 });
  await fixture.client.command({
    query: 'CREATE TABLE wide (a UInt64, b String) ENGINE = MergeTree ORDER BY a',
  });
  await fixture.client.command({
    query: "INSERT INTO wide SELECT number, repeat('x', 190) FROM numbers(3000000)",
  });
});
afterAll(() => fixture.close());

/** Memory of the engine's process now, in bytes. */
function residentBytes(): number {
  const status = readFileSync(`/proc/${fixture.engine.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

/** An answer that is read as slowly as the test likes. */
function begin(query: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const credentials = new URLSearchParams({ user: 'leadline', password: PASSWORDS.writerPassword });
    const sent = request(`${fixture.engine.url}/?${credentials}`, { method: 'POST' }, resolve);
    sent.on('error', reject);
    sent.end(query);
  });
}

const running = async () => {
  const count =
    "SELECT count() AS n FROM system.processes WHERE query LIKE '%1000000000%' AND query NOT LIKE '%processes%'";
  return (await rows<{ n: number }>(fixture.client, count))[0]?.n;
};

/** Reads all of it, with a pause after every 16 MiB so that the engine is ahead of its reader all the time. */
async function readSlowly(query: string): Promise<{ bytes: number; grownBytes: number }> {
  const before = residentBytes();
  let [bytes, peak, pauseAt] = [0, 0, 0];
  for await (const piece of await begin(query)) {
    bytes += piece.length;
    if (bytes < pauseAt) continue;
    pauseAt = bytes + 16 * MIB;
    peak = Math.max(peak, residentBytes());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { bytes, grownBytes: peak - before };
}

// Linux alone tells it this way.
describe.runIf(process.platform === 'linux')('memory of the engine', () => {
  it.each(['CSVWithNames', 'JSON'])(
    'stays as it is while a slow reader takes 600 MB of %s',
    async (format) => {
      const query = `SELECT * FROM wide FORMAT ${format}`;
      // Caches and buffers find their size first: what a result takes once, it takes for good.
      await readSlowly(query.replace('wide', 'wide LIMIT 500000'));
      const { bytes, grownBytes } = await readSlowly(query);
      expect(bytes).toBeGreaterThan(600e6);
      expect(grownBytes).toBeLessThan(150 * MIB);
    },
    60_000,
  );
});

it('a document that would grow too large is given up, in words', async () => {
  const response = await begin("SELECT number, repeat('x', 90) FROM numbers(1000000000) FORMAT JSON");
  expect([response.statusCode, response.headers['x-clickhouse-exception-code']]).toEqual([500, '396']);
  expect(String(Buffer.concat(await response.toArray()))).toContain('JSONEachRow');
  await until(async () => (await running()) === 0);
}, 60_000);

it('a reader that takes nothing any more is let go, and its query with it', async () => {
  const response = await begin('SELECT number, 1000000000 FROM system.numbers FORMAT CSV');
  const closed = new Promise((resolve) => response.once('close', resolve));
  response.on('error', () => {});
  response.pause();
  expect(await running()).toBe(1);
  await until(async () => (await running()) === 0, 20_000);
  response.resume();
  await closed;
  expect(response.complete).toBe(false);
});

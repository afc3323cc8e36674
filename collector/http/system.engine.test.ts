import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { version } from '../../schemas/gen/version.js';
import { type SystemState, systemState } from '../../schemas/system.js';
import { KEY, OWN, startApp, type TestApp } from './testing.js';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const state = async (app = running.app) => {
  const response = await app.request(`${OWN}/v1/system`, { headers: { Authorization: `Bearer ${KEY}` } });
  expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  return v.parse(systemState, await response.json()) as SystemState;
};

it('tells how the collector, its queue and its ClickHouse do', async () => {
  await running.send({
    site: 'shop',
    person: { email: 'ada@people.example' },
    events: [{ id: 's1', ts: Date.now(), type: 'lead_entered', email: 'ada@people.example' }],
  });
  const { clickhouse, queue, writer, disk, tables, damagedParts, ...rest } = await state();
  expect(rest).toMatchObject({ version, platform: 'node', lists: [] });
  expect(clickhouse).toMatchObject({ isUp: true, isEmbedded: true, restarts: 0 });
  expect(clickhouse.version).toMatch(/^\d+\.\d+/);
  expect(queue).toEqual({ backlogBytes: 0, bytesMax: 2 ** 32, lagMs: 0, isFull: false, damaged: [] });
  expect(writer?.insertedRows).toBeGreaterThan(0);
  expect(writer?.lastInsertAt).toBeGreaterThan(rest.startedAt - 1);
  expect(disk?.totalBytes).toBeGreaterThan(disk?.freeBytes ?? 0);
  expect(tables.find(({ table }) => table === 'events')).toMatchObject({ rows: 1, parts: 1 });
  expect(damagedParts).toEqual([]);
});

it('names damaged files and parts', async () => {
  const folder = join(running.queue.folder, 'damaged');
  mkdirSync(folder);
  writeFileSync(join(folder, '000000000001-x.log'), 'abc');
  const part = await running.test.select<{ path: string }>(
    "SELECT path FROM system.parts WHERE database = 'leadline' AND `table` = 'events' AND active",
  );
  const table = join(part[0]?.path ?? '', '..');
  // As ClickHouse calls what it has set aside, and what it only has no use for any more.
  for (const name of ['broken-on-start_all_7_7_0', 'ignored_all_8_8_0', 'all_9_9_0'])
    mkdirSync(join(table, 'detached', name), { recursive: true });
  const { queue, damagedParts } = await state();
  expect(queue.damaged).toEqual([{ name: '000000000001-x.log', bytes: 3, at: expect.any(Number) }]);
  expect(damagedParts).toEqual([
    { table: 'events', name: 'broken-on-start_all_7_7_0', reason: 'broken-on-start' },
  ]);
});

it('answers with what is known while ClickHouse is away', async () => {
  const away = await running.another('http://127.0.0.1:9');
  const { clickhouse, tables, queue } = await state(away);
  expect(clickhouse).toEqual({ isUp: false, isEmbedded: true, restarts: 0 });
  expect(tables).toEqual([]);
  expect(queue.bytesMax).toBe(2 ** 32);
});

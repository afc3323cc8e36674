import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ENTRY, type Fixture, PASSWORDS, rows, startFixture, temporaryFolder, until } from './harness.js';
import { startEngine } from './supervisor.js';

const open: Fixture[] = [];
const start = async (options: Parameters<typeof startFixture>[0] = {}) => {
  const fixture = await startFixture(options);
  open.push(fixture);
  return fixture;
};
afterEach(async () => {
  for (const fixture of open.splice(0)) await fixture.close();
});

const pidOf = ({ engine }: Fixture): number => {
  if (engine.pid === undefined) throw new Error('no child');
  return engine.pid;
};

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const answers = ({ http }: Fixture) =>
  http('SELECT 1').then(
    ({ ok }) => ok,
    () => false,
  );

describe('a child killed with -9', () => {
  it('is back at the same address within 2 s, with every acknowledged row', async () => {
    const begunMs = performance.now();
    const fixture = await start();
    // A machine that is busy takes as long for the first start.
    const startMs = performance.now() - begunMs;
    const { client, engine } = fixture;
    await client.command({
      query: `CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a
        SETTINGS non_replicated_deduplication_window = 1000`,
    });
    const insert = (a: number) =>
      client.insert({
        table: 't',
        values: [{ a }],
        format: 'JSONEachRow',
        clickhouse_settings: { insert_deduplication_token: `token ${a}` },
      });
    const acked: number[] = [];
    const load = (async () => {
      for (let a = 0; ; a++) {
        await insert(a);
        acked.push(a);
      }
    })().catch(() => {});
    await until(() => acked.length > 20);
    const { url } = engine;
    const before = pidOf(fixture);
    process.kill(before, 'SIGKILL');
    const killedMs = performance.now();
    await load;
    await until(() => answers(fixture));
    expect(performance.now() - killedMs).toBeLessThan(Math.max(2_000, startMs));
    expect(engine.url).toBe(url);
    expect(pidOf(fixture)).not.toBe(before);

    const last = acked.at(-1) ?? 0;
    await insert(last);
    await insert(last + 1);
    const [row] = await rows<{ all: number[] }>(
      client,
      'SELECT groupArray(a) AS all FROM (SELECT a FROM t ORDER BY a)',
    );
    expect(row?.all).toEqual([...acked, last + 1]);
  });

  it('again and again', async () => {
    const fixture = await start();
    for (let round = 0; round < 4; round++) {
      const before = pidOf(fixture);
      process.kill(before, 'SIGKILL');
      await until(() => fixture.engine.pid !== undefined && fixture.engine.pid !== before);
      await until(() => answers(fixture));
    }
  });
});

it('can be stopped while its child is being replaced', async () => {
  const fixture = await start();
  const before = pidOf(fixture);
  process.kill(before, 'SIGKILL');
  await until(() => fixture.engine.pid === undefined);
  await fixture.engine.stop();
  expect(fixture.engine.pid).toBeUndefined();
  expect(await answers(fixture)).toBe(false);
});

it('a child that hangs is replaced', async () => {
  const fixture = await start({ silenceMsMax: 500 });
  const before = pidOf(fixture);
  process.kill(before, 'SIGSTOP');
  await until(() => fixture.engine.pid !== undefined && fixture.engine.pid !== before);
  await until(() => answers(fixture));
});

it('a child leaves SIGINT and SIGTERM to its parent', async () => {
  const fixture = await start();
  const pid = pidOf(fixture);
  process.kill(pid, 'SIGINT');
  process.kill(pid, 'SIGTERM');
  expect(await answers(fixture)).toBe(true);
  expect(pidOf(fixture)).toBe(pid);
});

it('a child dies with its parent, in the middle of a query, and gives the folder back', async () => {
  const dataDir = temporaryFolder();
  const options = JSON.stringify({ entry: ENTRY, dataDir, ...PASSWORDS });
  const parent = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `import { startEngine } from './collector/engine/supervisor.ts';
       const engine = await startEngine(${options});
       console.log(JSON.stringify({ pid: engine.pid, url: engine.url }));`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const line = await new Promise<string>((resolve) =>
    parent.stdout.once('data', (data) => resolve(String(data))),
  );
  const { pid, url } = JSON.parse(line) as { pid: number; url: string };
  const credentials = new URLSearchParams({ user: 'leadline', password: PASSWORDS.writerPassword });
  const ask = (body: string) => fetch(`${url}/?${credentials}`, { method: 'POST', body });
  const long = ask('SELECT (SELECT max(sipHash64(number)) FROM numbers(100000000000))').catch(() => 'gone');
  await until(async () => (await (await ask('SELECT count() FROM system.processes')).text()) === '2\n');
  parent.kill('SIGKILL');
  const next = await start({ dataDir });
  expect(await long).toBe('gone');
  await until(() => !alive(pid), 3000);
  expect(await answers(next)).toBe(true);
});

describe('a start that cannot be', () => {
  it('says that the folder is in use', async () => {
    const { dataDir } = await start();
    const error = startEngine({ entry: ENTRY, dataDir, ...PASSWORDS });
    await expect(error).rejects.toMatchObject({
      name: 'EngineError',
      code: 'engine_locked',
      message: expect.stringContaining(dataDir),
    });
  });

  it('says that the folder cannot be written', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const error = startEngine({ entry: ENTRY, dataDir: join(folder, 'file', 'data'), ...PASSWORDS });
    await expect(error).rejects.toMatchObject({
      code: 'engine_unwritable',
      message: expect.stringContaining('file'),
    });
    rmSync(folder, { recursive: true });
  });

  it('says that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const dataDir = temporaryFolder();
    const { port } = server.address() as AddressInfo;
    await expect(startEngine({ entry: ENTRY, dataDir, port, ...PASSWORDS })).rejects.toMatchObject({
      code: 'engine_failed',
      message: expect.stringContaining('EADDRINUSE'),
    });
    server.close();
    rmSync(dataDir, { recursive: true });
  });

  it('says that the program is missing', async () => {
    const dataDir = temporaryFolder();
    await expect(startEngine({ entry: '/nowhere/engine.js', dataDir, ...PASSWORDS })).rejects.toMatchObject({
      code: 'engine_failed',
    });
    rmSync(dataDir, { recursive: true });
  });
});

it('stops gracefully: a running insert finishes, a running read does not delay', async () => {
  const fixture = await start();
  const { client, engine, dataDir, http } = fixture;
  await client.command({
    query: 'CREATE TABLE t (a UInt64, slow UInt8 MATERIALIZED sleepEachRow(1)) ENGINE = MergeTree ORDER BY a',
  });
  const pid = pidOf(fixture);
  const read = http('SELECT max(sipHash64(number)) FROM numbers(100000000000)').catch(() => 'gone');
  const insert = client.insert({ table: 't', values: [{ a: 1 }], format: 'JSONEachRow' });
  const busy =
    "SELECT count() AS n FROM system.processes WHERE query LIKE 'INSERT%' OR query LIKE '%100000000000)'";
  await until(async () => (await rows<{ n: number }>(client, busy))[0]?.n === 2);
  await engine.stop();
  expect((await insert).executed).toBe(true);
  expect(await read).toBe('gone');
  expect(alive(pid)).toBe(false);
  expect(engine.pid).toBeUndefined();
  const again = await startEngine({ entry: ENTRY, dataDir, ...PASSWORDS });
  const credentials = new URLSearchParams({ user: 'reader', password: PASSWORDS.readerPassword });
  const response = await fetch(`${again.url}/?${credentials}`, { method: 'POST', body: 'SELECT a FROM t' });
  expect(await response.text()).toBe('1\n');
  await again.stop();
});

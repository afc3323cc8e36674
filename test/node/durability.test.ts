import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEngine } from '../../collector/engine/supervisor.js';
import { type Instance, startInstance, until } from '../instance.js';

interface Lead {
  person_id: string;
  email: string;
  events: number;
}

let dataDir: string;
let running: Instance[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'leadline-'));
});

afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  running = [];
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

async function start(env: Record<string, string> = {}): Promise<Instance> {
  const instance = await startInstance({ dataDir, env });
  running.push(instance);
  return instance;
}

/** Sends one form as its own batch, as a browser does; resolves with the status. */
async function submit({ url }: Instance, id: string, visitor: string): Promise<number> {
  const event = {
    id,
    type: 'form_submit',
    ts: Date.now(),
    form: { id: 'contact', fields: { email: `${visitor}@example.com` } },
  };
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { Origin: url },
    body: JSON.stringify({ site: 'demo', visitor, sent: Date.now(), events: [event] }),
  });
  return response.status;
}

const leads = async (instance: Instance) =>
  (await instance.get<{ rows: Lead[] }>('/v1/query/leads?site=demo&limit=1000')).rows;

/** Process ids of the children of a process. */
function childrenOf(pid: number | undefined): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, parent]) => parent === pid).map(([child = 0]) => child);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('kill -9 right after a 202: the event is there once after a restart, and the engine is gone with its parent', async () => {
  const first = await start();
  const [engine] = childrenOf(first.child.pid).filter((pid) => pid > 0);
  expect(engine).toBeDefined();
  expect(await submit(first, 'event-1', 'ada')).toBe(202);
  await first.kill();
  await until(
    async () => isAlive(engine ?? 0),
    (alive) => !alive,
  );

  const second = await start();
  const rows = await until(
    () => leads(second),
    (found) => found.length > 0,
  );
  expect(rows).toMatchObject([{ email: 'ada@example.com', events: 1 }]);

  // The browser never saw the answer and sends the event again.
  expect(await submit(second, 'event-1', 'ada')).toBe(202);
  expect(await submit(second, 'event-2', 'grace')).toBe(202);
  expect(
    await until(
      () => leads(second),
      (found) => found.length === 2,
    ),
  ).toMatchObject([
    { email: 'grace@example.com', events: 1 },
    { email: 'ada@example.com', events: 1 },
  ]);
});

test('kill -9 of the engine under load: every event is taken, and there once', async () => {
  const instance = await start();
  const [engine = 0] = childrenOf(instance.child.pid);
  const total = 300;
  let sent = 0;
  const senders = Array.from({ length: 4 }, async () => {
    while (sent < total) {
      const number = sent++;
      if (number === total / 3) process.kill(engine, 'SIGKILL');
      expect(await submit(instance, `event-${number}`, `visitor-${number}`)).toBe(202);
    }
  });
  await Promise.all(senders);
  await until(
    () => instance.get<{ clickhouse: string }>('/readyz'),
    ({ clickhouse }) => clickhouse === 'up',
  );
  const rows = await until(
    () => leads(instance),
    (found) => found.length >= total,
  );
  expect(rows).toHaveLength(total);
  expect(rows.every(({ events }) => events === 1)).toBe(true);
});

test('Ctrl-C keeps what is queued, and a second collector on the folder is refused meanwhile', async () => {
  const first = await start();
  await expect(startInstance({ dataDir })).rejects.toThrow('in use by another Leadline');
  const accepted = await Promise.all(
    Array.from({ length: 20 }, (_, i) => submit(first, `event-${i}`, `visitor-${i}`)),
  );
  expect(accepted.every((status) => status === 202)).toBe(true);
  await first.stop();
  expect(first.child.exitCode).toBe(0);

  const second = await start();
  await until(
    () => leads(second),
    (found) => found.length === 20,
  );
});

test('a collector restarted while its ClickHouse is away takes events, and writes them once it is back', async () => {
  const startServer = (port?: number) =>
    startEngine({
      entry: fileURLToPath(new URL('../../dist/engine.js', import.meta.url)),
      dataDir: join(dataDir, 'server'),
      writerPassword: 'writer',
      readerPassword: 'reader',
      ...(port ? { port } : {}),
    });
  const server = await startServer();
  const env = { CLICKHOUSE_URL: server.url, CLICKHOUSE_USER: 'leadline', CLICKHOUSE_PASSWORD: 'writer' };
  const first = await start(env);
  expect(await submit(first, 'event-1', 'ada')).toBe(202);
  await first.stop();
  await server.stop();

  const second = await start(env);
  expect(await submit(second, 'event-2', 'grace')).toBe(202);
  expect((await second.get<{ clickhouse: string }>('/readyz')).clickhouse).toBe('down');
  const again = await startServer(Number(new URL(server.url).port));
  const rows = await until(
    () => leads(second).catch(() => []),
    (found) => found.length === 2,
  );
  expect(rows.map(({ events }) => events)).toEqual([1, 1]);
  await second.stop();
  await again.stop();
});

test('a collector that knows its sites takes events while its ClickHouse hangs', async () => {
  const first = await start();
  await first.stop();
  const hanging = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(hanging, 'listening');
  const { port } = hanging.address() as AddressInfo;
  const second = await start({ CLICKHOUSE_URL: `http://127.0.0.1:${port}` });
  expect(await submit(second, 'event-1', 'ada')).toBe(202);
  await second.kill();
  hanging.close();

  const third = await start();
  expect(
    await until(
      () => leads(third),
      (found) => found.length > 0,
    ),
  ).toMatchObject([{ email: 'ada@example.com', events: 1 }]);
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Instance, startInstance, until } from '../instance.js';

// Real processes, whose time is that of a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let dataDir: string;
const cleanUp: (() => unknown)[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'leadline-disk-'));
  cleanUp.push(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 }));
});
afterEach(async () => {
  for (const one of cleanUp.splice(0).reverse()) await one();
});

async function start(env: Record<string, string> = {}, ulimit?: string): Promise<Instance> {
  const instance = await startInstance({ dataDir, env, ...(ulimit && { ulimit }) });
  cleanUp.push(() => instance.child.exitCode ?? instance.kill());
  return instance;
}

let ids = 0;
/** Sends a form of some 50 KB; resolves with its id and the answer. */
async function submit({ url }: Instance) {
  const id = `disk-${ids++}`;
  const fields = { email: `${id}@example.com`, message: 'x'.repeat(50_000) };
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { Origin: url },
    body: JSON.stringify({
      site: 'demo',
      visitor: id,
      events: [{ id, type: 'form_submit', ts: Date.now(), form: { id: 'contact', fields } }],
    }),
  });
  const { error } = (await response.json()) as { error?: { code: string; message: string } };
  return { id, status: response.status, retryAfter: response.headers.get('Retry-After'), error };
}

/** Sends until there is no room; resolves with the ids that were taken. */
async function fill(instance: Instance) {
  const taken: string[] = [];
  for (;;) {
    const answer = await submit(instance);
    if (answer.status !== 202) return { taken, refused: answer };
    taken.push(answer.id);
  }
}

async function emails(instance: Instance): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const next = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page = await instance.get<{ rows: { email: string; events: number }[]; meta: { cursor?: string } }>(
      `/v1/query/leads?site=demo&limit=1000${next}`,
    );
    for (const { email, events } of page.rows) {
      expect(events).toBe(1);
      found.push(email);
    }
    if (!page.meta.cursor) return found.sort();
    cursor = page.meta.cursor;
  }
}
const emailsOf = (taken: string[]) => taken.map((id) => `${id}@example.com`).sort();

/** A ClickHouse that is away: nobody is told anything. */
async function nobody(): Promise<string> {
  const server = createServer((request) => request.socket.destroy()).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  cleanUp.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('a spent disk budget is answered with 503 and Retry-After, and what was taken before it is stored', async () => {
  await (await start()).stop();
  const env = { LEADLINE_QUEUE_BYTES: String(16 * 2 ** 20) };
  const away = await start({ ...env, CLICKHOUSE_URL: await nobody() });
  const { taken, refused } = await fill(away);
  expect(refused).toMatchObject({ status: 503, retryAfter: '5', error: { code: 'queue_full' } });
  expect(taken.length).toBeGreaterThan(250);
  const { queue } = await away.get<{ queue: { backlogBytes: number } }>('/readyz');
  expect(queue.backlogBytes).toBeLessThanOrEqual(16 * 2 ** 20);
  expect(queue.backlogBytes).toBeGreaterThan(15 * 2 ** 20);
  await away.stop();

  const back = await start(env);
  await until(
    () => emails(back),
    (found) => found.length === taken.length,
  );
  const again = await submit(back);
  expect(again.status).toBe(202);
  const found = await until(
    () => emails(back),
    (all) => all.length > taken.length,
  );
  expect(found).toEqual(emailsOf([...taken, again.id]));
});

/** A disk of its own for the queue: only root may mount one. */
function mountSmallDisk(megabytes: number): string | undefined {
  const folder = join(dataDir, 'queue');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'leadline-test', folder], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  cleanUp.push(() => execFileSync('umount', [folder]));
  return folder;
}

it('a full disk is answered with 503, costs nothing that was acknowledged, and is taken to again', async () => {
  await (await start()).stop();
  const disk = mountSmallDisk(8);
  // Without the right to mount, a limit of each file's size: the kernel enforces it in the same calls, as EFBIG.
  const away = await start({ CLICKHOUSE_URL: await nobody() }, disk ? undefined : '-f 2000');
  const { taken, refused } = await fill(away);
  expect(refused).toMatchObject({ status: 503, retryAfter: '5', error: { code: 'queue_full' } });
  expect(refused.error?.message).toContain(disk ? 'ENOSPC' : 'EFBIG');
  expect(taken.length).toBeGreaterThan(20);
  expect(await fill(away)).toMatchObject({ refused: { status: 503 } });
  await away.kill();

  // Full to the last byte when it starts again.
  const filling = join(dataDir, 'queue', 'filling');
  try {
    if (disk) writeFileSync(filling, Buffer.alloc(8 * 2 ** 20));
  } catch {
    // As much as there was room for.
  }
  const back = await start();
  rmSync(filling, { force: true });
  const found = await until(
    () => emails(back),
    (all) => all.length >= taken.length,
  );
  expect(found).toEqual(expect.arrayContaining(emailsOf(taken)));
  expect((await submit(back)).status).toBe(202);
  await back.stop();
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { type Instance, until } from '../instance.js';
import { storedForms, submit } from './forms.js';
import { restarts } from './restarts.js';

// Real processes, whose time is that of a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const collectors = restarts();

let ids = 0;
/** Some 50 KB. */
const submitLarge = (instance: Instance) =>
  submit(instance, `disk-${ids++}`, { message: 'x'.repeat(50_000) });

/** Sends until there is no room; resolves with the ids that were taken. */
async function fill(instance: Instance) {
  const taken: string[] = [];
  for (;;) {
    const answer = await submitLarge(instance);
    if (answer.status !== 202) return { taken, refused: answer };
    taken.push(answer.id);
  }
}

/** A ClickHouse that is away: nobody is told anything. */
async function nobody(): Promise<string> {
  const server = createServer((request) => request.socket.destroy()).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  collectors.cleanUp(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('a spent disk budget is answered with 503 and Retry-After, and what was taken before it is stored', async () => {
  await (await collectors.start()).stop();
  const env = { LEADLINE_QUEUE_BYTES: String(16 * 2 ** 20) };
  const away = await collectors.start({ env: { ...env, CLICKHOUSE_URL: await nobody() } });
  const { taken, refused } = await fill(away);
  expect(refused).toMatchObject({ status: 503, retryAfter: '5', body: { error: { code: 'queue_full' } } });
  expect(taken.length).toBeGreaterThan(250);
  const ready = await fetch(`${away.url}/readyz`);
  expect(ready.status).toBe(503);
  const { queue } = (await ready.json()) as { queue: { backlogBytes: number } };
  expect(queue.backlogBytes).toBeLessThanOrEqual(16 * 2 ** 20);
  expect(queue.backlogBytes).toBeGreaterThan(15 * 2 ** 20);
  await away.stop();

  const back = await collectors.start({ env });
  await until(
    () => storedForms(back),
    (found) => found.length >= taken.length,
  );
  const again = await submitLarge(back);
  expect(again.status).toBe(202);
  const found = await until(
    () => storedForms(back),
    (all) => all.length > taken.length,
  );
  expect(found).toEqual([...taken, again.id].sort());
});

/** A disk of its own for the queue: only root may mount one. */
function mountSmallDisk(megabytes: number): string | undefined {
  const folder = join(collectors.dataDir, 'queue');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'leadline-test', folder], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  collectors.cleanUp(() => execFileSync('umount', [folder]));
  return folder;
}

it('a full disk is answered with 503, costs nothing that was acknowledged, and is taken to again', async () => {
  await (await collectors.start()).stop();
  const disk = mountSmallDisk(8);
  // Without the right to mount, a limit of each file's size: the kernel enforces it in the same calls, as EFBIG.
  const away = await collectors.start({
    env: { CLICKHOUSE_URL: await nobody() },
    ...(!disk && { ulimit: '-f 2000' }),
  });
  const { taken, refused } = await fill(away);
  expect(refused).toMatchObject({ status: 503, retryAfter: '5', body: { error: { code: 'queue_full' } } });
  expect(refused.body.error?.message).toContain(disk ? 'ENOSPC' : 'EFBIG');
  expect(taken.length).toBeGreaterThan(20);
  expect(await fill(away)).toMatchObject({ refused: { status: 503 } });
  await away.kill();

  // Full to the last byte when it starts again.
  const filling = join(collectors.dataDir, 'queue', 'filling');
  try {
    if (disk) writeFileSync(filling, Buffer.alloc(8 * 2 ** 20));
  } catch {
    // As much as there was room for.
  }
  const back = await collectors.start();
  rmSync(filling, { force: true });
  const found = await until(
    () => storedForms(back),
    (all) => all.length >= taken.length,
  );
  expect(found).toEqual(expect.arrayContaining(taken));
  expect((await submitLarge(back)).status).toBe(202);
  await back.stop();
});

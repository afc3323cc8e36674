import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Instance, startInstance, until } from '../instance.js';

// Real processes, whose time is that of a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const DAY = 86_400_000;
const preload = fileURLToPath(new URL('../chaos/clock.mjs', import.meta.url));

let dataDir: string;
let running: Instance[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'leadline-clock-'));
});
afterEach(async () => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

/** A collector whose clock is wrong. */
async function start(wrongByMs: number): Promise<Instance> {
  const instance = await startInstance({ dataDir, preload, env: { CHAOS_CLOCK_MS: String(wrongByMs) } });
  running = [...running, instance];
  return instance;
}

/** From a browser whose clock is right. */
async function submit({ url }: Instance, id: string): Promise<unknown> {
  const now = Date.now();
  const form = { id: 'contact', fields: { email: `${id}@example.com` } };
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { Origin: url },
    body: JSON.stringify({
      site: 'demo',
      visitor: id,
      sent: now,
      events: [{ id, type: 'form_submit', ts: now, form }],
    }),
  });
  return response.json();
}

const TAKEN = { accepted: 1, rejected: [] };
type Answer = { rows: { email: string; events: number }[] };
const leads = async (instance: Instance) =>
  (await instance.get<Answer>('/v1/query/leads?site=demo&limit=1000')).rows
    .map(({ email, events }) => `${email} ${events}`)
    .sort();
const expected = (ids: string[]) => ids.map((id) => `${id}@example.com 1`).sort();

it('a clock that is wrong, by however much, loses nothing and counts nothing twice', async () => {
  const ids: string[] = [];
  for (const days of [0, 2, -400, 60 * 365]) {
    const instance = await start(days * DAY);
    for (const id of [`d${days}-a`, `d${days}-b`]) {
      expect(await submit(instance, id)).toEqual(TAKEN);
      ids.push(id);
    }
    // What was sent under another clock comes again, as after an answer that was lost.
    for (const id of ids) expect(await submit(instance, id)).toEqual(TAKEN);
    const found = await until(
      () => leads(instance),
      (all) => all.length >= ids.length,
    );
    expect(found).toEqual(expected(ids));
    await instance.stop();
  }
});

it('a clock that jumps while events come holds nobody up', async () => {
  const instance = await start(5 * DAY);
  const ids = Array.from({ length: 60 }, (_, at) => `jump-${at}`);
  for (const [at, id] of ids.entries()) {
    if (at % 20 === 10) instance.child.kill('SIGUSR2');
    expect(await submit(instance, id)).toEqual(TAKEN);
    const { queue } = await instance.get<{ queue: { lagMs: number } }>('/readyz');
    expect(queue.lagMs).toBeGreaterThanOrEqual(0);
  }
  const begunAt = performance.now();
  const found = await until(
    () => leads(instance),
    (all) => all.length >= ids.length,
  );
  expect(found).toEqual(expected(ids));
  expect(performance.now() - begunAt).toBeLessThan(5_000);
  await instance.stop();
});

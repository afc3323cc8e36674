import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { type Instance, until } from '../instance.js';
import { storedForms, submit } from './forms.js';
import { restarts } from './restarts.js';

// Real processes, whose time is that of a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const DAY = 86_400_000;
const preload = fileURLToPath(new URL('../chaos/clock.mjs', import.meta.url));

const collectors = restarts();
/** A collector whose clock is wrong. */
const start = (wrongByMs: number) =>
  collectors.start({ preload, env: { CHAOS_CLOCK_MS: String(wrongByMs) } });

async function take(instance: Instance, id: string): Promise<void> {
  expect((await submit(instance, id)).body).toEqual({ accepted: 1, rejected: [] });
}

it('a clock that is wrong, by however much, loses nothing and counts nothing twice', async () => {
  const ids: string[] = [];
  for (const days of [0, 2, -400, 60 * 365]) {
    const instance = await start(days * DAY);
    for (const id of [`d${days}-a`, `d${days}-b`]) {
      await take(instance, id);
      ids.push(id);
    }
    // What was sent under another clock comes again, as after an answer that was lost.
    for (const id of ids) await take(instance, id);
    const found = await until(
      () => storedForms(instance),
      (all) => all.length >= ids.length,
    );
    expect(found).toEqual([...ids].sort());
    await instance.stop();
  }
});

it('a clock that jumps while events come holds nobody up', async () => {
  const instance = await start(5 * DAY);
  const ids = Array.from({ length: 60 }, (_, at) => `jump-${at}`);
  for (const [at, id] of ids.entries()) {
    if (at % 20 === 10) instance.child.kill('SIGUSR2');
    await take(instance, id);
    const { queue } = await instance.get<{ queue: { lagMs: number } }>('/readyz');
    expect(queue.lagMs).toBeGreaterThanOrEqual(0);
  }
  const begunAt = performance.now();
  const found = await until(
    () => storedForms(instance),
    (all) => all.length >= ids.length,
  );
  expect(found).toEqual([...ids].sort());
  // Seconds at most, on a machine that is slow; whoever waits for the clock to come back waits for days.
  expect(performance.now() - begunAt).toBeLessThan(60_000);
  await instance.stop();
});

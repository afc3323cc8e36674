import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Instance, startInstance, until } from '../instance.js';

// Real processes, whose time is that of a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let dataDir: string;
let running: Instance[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'leadline-stop-'));
});
afterEach(async () => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

async function start(): Promise<Instance> {
  const instance = await startInstance({ dataDir });
  running = [...running, instance];
  return instance;
}

it('a stop in the middle of busy connections is quick, cuts off no answer, and keeps what was acknowledged', async () => {
  const first = await start();
  const acked: string[] = [];
  let isStopping = false;
  const failures: string[] = [];
  let ids = 0;
  // Over connections that are kept, each in use again as soon as it is answered: what a proxy's look like.
  const sender = async () => {
    for (;;) {
      const id = `stop-${ids++}`;
      const events = [
        { id, type: 'form_submit', ts: Date.now(), form: { fields: { email: `${id}@example.com` } } },
      ];
      try {
        const response = await fetch(`${first.url}/v1/events`, {
          method: 'POST',
          headers: { Origin: first.url },
          body: JSON.stringify({ site: 'demo', visitor: id, events }),
        });
        if (response.status === 202) acked.push(id);
        else failures.push(`${response.status}`);
      } catch (error) {
        const { code } = ((error as Error).cause ?? {}) as { code?: string };
        // Nobody listens any more.
        if (code === 'ECONNREFUSED') return;
        failures.push(String(code));
        if (!isStopping) throw error;
      }
    }
  };
  const sending = Array.from({ length: 8 }, sender);
  await until(
    async () => acked.length,
    (count) => count > 200,
  );
  isStopping = true;
  const begunAt = performance.now();
  await first.stop();
  expect(performance.now() - begunAt).toBeLessThan(3_000);
  await Promise.all(sending);
  // A connection may be closed at the very moment that a request sets out on it; one that was read is answered.
  expect(failures.filter((code) => !/^(ECONNRESET|UND_ERR_SOCKET|EPIPE)$/.test(code))).toEqual([]);

  const second = await start();
  const count = async () => {
    const { rows } = await second.get<{ rows: unknown[] }>('/v1/query/leads?site=demo&limit=1000');
    return rows.length;
  };
  await until(count, (found) => found >= Math.min(1_000, acked.length));
});

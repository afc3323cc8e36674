import { expect, it, vi } from 'vitest';
import { until } from '../instance.js';
import { storedForms, submit } from './forms.js';
import { restarts } from './restarts.js';

// Real processes, whose time is that of a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const collectors = restarts();

it('a stop in the middle of busy connections is quick, cuts off no answer, and keeps what was acknowledged', async () => {
  const first = await collectors.start();
  const acked: string[] = [];
  let isStopping = false;
  const failures: string[] = [];
  let ids = 0;
  // Over connections that are kept, each in use again as soon as it is answered: what a proxy's look like.
  const sender = async () => {
    for (;;) {
      const id = `stop-${ids++}`;
      try {
        const { status } = await submit(first, id);
        if (status === 202) acked.push(id);
        else failures.push(`${status}`);
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

  const second = await collectors.start();
  const backlog = async () =>
    (await second.get<{ queue: { backlogBytes: number } }>('/readyz')).queue.backlogBytes;
  await until(backlog, (bytes) => bytes === 0);
  const stored = await storedForms(second);
  const once = new Set(stored);
  expect(acked.filter((id) => !once.has(id))).toEqual([]);
  expect(stored).toEqual([...once]);
});

it('a stop ends the streams of open tabs at once', async () => {
  const collector = await collectors.start();
  const body = JSON.stringify({ key: collector.adminKey });
  const signedIn = await fetch(`${collector.url}/v1/session`, { method: 'POST', body });
  const Cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const streams = await Promise.all(
    Array.from({ length: 5 }, () => fetch(`${collector.url}/v1/stream?site=demo`, { headers: { Cookie } })),
  );
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const begunAt = performance.now();
  const ends = Promise.all(streams.map((stream) => stream.text()));
  await collector.stop();
  // What is under way otherwise gets five seconds.
  expect(performance.now() - begunAt).toBeLessThan(4_000);
  expect(await ends).toEqual(Array(5).fill(expect.stringMatching(/^: open\n\n/)));
});

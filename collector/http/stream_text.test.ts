import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { expect, it } from 'vitest';
import { streamText } from './stream_text.js';

const unexpected = (error: unknown) => expect.fail(String(error));
const PIECE = 'x'.repeat(10_000);

it('is all of the text', async () => {
  async function* pieces() {
    for (let n = 0; n < 100; n++) yield `${n} ${PIECE}\n`;
  }
  const text = await new Response(await streamText({ env: {} }, pieces(), unexpected)).text();
  expect(text.split('\n')).toHaveLength(101);
  expect(text.slice(-10_004, -10_000)).toBe('99 x');
});

it('is an error where it fails at once', async () => {
  // biome-ignore lint/correctness/useYield: it fails before it comes to that
  async function* pieces(): AsyncGenerator<string> {
    throw new Error('refused');
  }
  await expect(streamText({ env: {} }, pieces(), unexpected)).rejects.toThrow('refused');
});

it('makes no more once nobody reads on', async () => {
  let [made, isOver] = [0, false];
  async function* pieces() {
    try {
      for (;;) {
        made++;
        yield PIECE;
      }
    } finally {
      isOver = true;
    }
  }
  const reader = (await streamText({ env: {} }, pieces(), unexpected)).getReader();
  await reader.read();
  await reader.cancel();
  expect(isOver).toBe(true);
  expect(made).toBeLessThan(50);
});

it('breaks the connection off where it fails in the middle, so that nobody takes half for the whole', async () => {
  async function* pieces() {
    for (let n = 0; n < 30; n++) yield PIECE;
    throw new Error('ClickHouse went away');
  }
  const failures: unknown[] = [];
  const server = createServer(
    getRequestListener(
      async (_, env) => new Response(await streamText({ env }, pieces(), (error) => failures.push(error))),
    ),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  expect(failures).toEqual([new Error('ClickHouse went away')]);
  server.close();
});

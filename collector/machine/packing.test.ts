import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodingFor, packing } from './packing.js';

it.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;q=0.5, br;q=0.1', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['br;q=0, *;q=0.5', 'gzip'],
])('encodingFor %j is %j', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding));

describe('packing', () => {
  const large = JSON.stringify({
    rows: Array.from({ length: 20_000 }, (_, id) => ({ id, name: `row ${id}` })),
  });
  let goOn: () => void;
  const going = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const app = new Hono()
    .use(packing)
    .get('/large', (c) => c.body(large, 200, { ETag: 'W/"1"' }))
    .get('/small', (c) => c.json({ rows: [] }))
    .get('/known', (c) => c.body(null, 304))
    .get('/csv', (c) => {
      async function* rows() {
        yield new TextEncoder().encode('first row\n');
        await going;
        yield new TextEncoder().encode('second row\n');
      }
      c.header('Content-Type', 'text/csv; charset=utf-8');
      return c.body(Readable.toWeb(Readable.from(rows())) as ReadableStream);
    });
  const server = createServer(getRequestListener(app.fetch));
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  const ask = async (path: string, encoding: string) => {
    const { port } = server.address() as AddressInfo;
    const asked = get({ port, path, headers: { 'Accept-Encoding': encoding }, agent: false });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return answer;
  };
  const bytesOf = async (answer: IncomingMessage) => Buffer.concat(await answer.toArray());

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('packs in %s', async (encoding, unpack) => {
    const answer = await ask('/large', encoding);
    expect(answer.headers).toMatchObject({
      'content-encoding': encoding,
      vary: 'Accept-Encoding',
      etag: 'W/"1"',
    });
    const bytes = await bytesOf(answer);
    expect(bytes.length).toBeLessThan(large.length / 5);
    expect(unpack(bytes).toString()).toBe(large);
  });

  it('leaves alone what is small, what is nothing, and who does not ask for it', async () => {
    for (const [path, encoding, text] of [
      ['/small', 'br', '{"rows":[]}'],
      ['/large', 'identity', large],
      ['/known', 'br', ''],
    ] as const) {
      const answer = await ask(path, encoding);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect((await bytesOf(answer)).toString()).toBe(text);
    }
  });

  it('passes rows on as they come', async () => {
    const answer = await ask('/csv', 'br');
    const unpacked = answer.pipe(createBrotliDecompress());
    expect(String((await once(unpacked, 'data'))[0])).toBe('first row\n');
    goOn();
    expect(String((await once(unpacked, 'data'))[0])).toBe('second row\n');
  });
});

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, PASSWORDS, rows, startFixture, until } from './harness.js';

let fixture: Fixture;
let pid: number | undefined;
const sockets = new Set<Socket>();

/** @param silentClientMsMax default: the engine's own */
function useEngine(silentClientMsMax?: number) {
  beforeAll(async () => {
    fixture = await startFixture(silentClientMsMax === undefined ? {} : { silentClientMsMax });
    pid = fixture.engine.pid;
    await fixture.client.command({ query: 'CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a' });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await fixture.close();
  });
}

const { writerPassword: password } = PASSWORDS;
const PATH = `/?user=leadline&password=${password}`;

async function open(): Promise<Socket> {
  const socket = connect(Number(new URL(fixture.engine.url).port), '127.0.0.1');
  sockets.add(socket);
  socket.on('error', () => {});
  socket.on('close', () => sockets.delete(socket));
  await once(socket, 'connect');
  return socket;
}

/** Also where it ends with an error: that is a way to be let go. */
const ended = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()));

/** What comes back until the other side ends. */
async function answer(socket: Socket): Promise<string> {
  const pieces: Buffer[] = [];
  socket.on('data', (piece) => pieces.push(piece));
  await ended(socket);
  return String(Buffer.concat(pieces));
}

async function isWell() {
  await fixture.client.insert({ table: 't', values: [{ a: 1 }], format: 'JSONEachRow' });
  expect(await rows(fixture.client, 'SELECT count() > 0 AS n FROM t')).toEqual([{ n: 1 }]);
  expect(fixture.engine.pid).toBe(pid);
}

describe('a client that hangs', () => {
  useEngine(1000);

  it.each([
    ['before its request', ''],
    ['in its headers', 'POST / HTTP/1.1\r\nHost: x\r\nX-'],
    ['in its body', `POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nSELECT`],
    [
      'in a chunk',
      `POST ${PATH} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nINSERT INTO t FORMAT CSV\n1`,
    ],
    [
      'in a packed body',
      `POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 100\r\n\r\n\x1f\x8b`,
    ],
  ])('%s is let go', async (_where, text) => {
    const socket = await open();
    socket.write(text, 'latin1');
    await answer(socket);
    await isWell();
  });

  it('a byte at a time is let go as well', async () => {
    const socket = await open();
    const closed = ended(socket);
    socket.write('GET /ping HTTP/1.1\r\n');
    const drip = setInterval(() => socket.write('X'), 50);
    await closed;
    clearInterval(drip);
    await isWell();
  });
});

describe('an engine that is pressed', () => {
  useEngine();

  it('10,000 idle connections hold up nobody', async () => {
    const closed = { count: 0 };
    for (let opened = 0; opened < 10_000; opened += 500) {
      const some = await Promise.all(Array.from({ length: 500 }, open));
      for (const socket of some) socket.once('close', () => closed.count++);
      await isWell();
    }
    // The oldest idle ones go first: the connection of the client that works was never among them for long.
    await until(() => closed.count >= 8_900);
    await isWell();
  }, 120_000);

  describe('malformed requests', () => {
    it.each([
      'GET\r\n\r\n',
      '\x00\x01\x02\x16\x03\x01\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      `GET /${'x'.repeat(2 << 20)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nExpect: something\r\nConnection: close\r\n\r\n',
      'GET //..//%00?query HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      `POST ${PATH}&query_id=%0d%0aX:y%00%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 8\r\n\r\nSELECT 1`,
      `POST ${PATH} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc`,
    ])('%j', async (text) => {
      const socket = await open();
      socket.write(text, 'latin1');
      const status = /^HTTP\/1\.1 (\d)/.exec(await answer(socket))?.[1];
      expect(['2', '4', undefined]).toContain(status);
      await isWell();
    });

    it('anything in the address, the headers and the body is answered', async () => {
      const field = fc.constantFrom(
        'query',
        'session_id',
        'database',
        'default_format',
        'param_a',
        'max_threads',
        'x',
        'role',
      );
      const words = fc.constantFrom(
        'SELECT',
        '1',
        'FORMAT',
        'INSERT INTO t',
        'VALUES',
        '(',
        ')',
        ';',
        "'",
        '`',
        '--',
        '/*',
        '{a:String}',
        'WITH TOTALS',
        'SETTINGS',
        'INTO OUTFILE',
        'CSV',
        'SET',
        '\0',
      );
      const sql = fc.oneof(
        fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
        fc.string({ unit: 'binary' }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(field, sql), { maxLength: 3 }), sql, async (search, body) => {
          const response = await fixture.http(body, { search: Object.fromEntries(search), user: 'reader' });
          const text = await response.text();
          if (response.status >= 400) expect(text).toMatch(/^Code: \d+\. DB::/);
        }),
        { numRuns: 300 },
      );
      await isWell();
    }, 60_000);
  });

  it('a small statement finds room beside inserts that fill the memory for bodies while they wait', async () => {
    const columns = 'a String, slow UInt8 MATERIALIZED sleepEachRow(0.5)';
    await fixture.client.command({ query: `CREATE TABLE slow (${columns}) ENGINE = MergeTree ORDER BY ()` });
    let waiting = 12;
    // Two at a time are inserted, half a second each; the others wait in memory.
    const inserts = Array.from({ length: waiting }, async () => {
      const query = 'INSERT INTO slow FORMAT CSV';
      const response = await fixture.http('x'.repeat(15 << 20), { search: { query } });
      waiting -= 1;
      return response.status;
    });
    while (waiting > 0) {
      const response = await fixture.http('SELECT 1');
      expect([response.status, await response.text()]).toEqual([200, '1\n']);
    }
    expect(await Promise.all(inserts)).toEqual(Array(12).fill(200));
    await isWell();
  }, 120_000);

  it('more bodies at once than memory for them all arrive whole', async () => {
    const lines = Array.from({ length: 1_200_000 }, (_, a) => `${1_000_000 + a}\n`).join('');
    const query = 'INSERT INTO t FORMAT CSV';
    await Promise.all(
      Array.from({ length: 16 }, () => fixture.http(lines, { search: { query } }).then((r) => r.text())),
    );
    const counts = await rows(fixture.client, 'SELECT count() AS n FROM t WHERE a >= 1000000');
    expect(counts).toEqual([{ n: 16 * 1_200_000 }]);
  }, 120_000);
});

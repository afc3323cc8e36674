import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { authenticator } from './auth.js';
import { readBody } from './body.js';
import type { Database } from './database.js';
import { parseException, QueryException } from './exceptions.js';
import { plan } from './plan.js';
import type { Pool } from './pool.js';
import type { ChildOptions } from './protocol.js';
import { parseRequest } from './request.js';
import { packing, writeResult } from './respond.js';

/** Longer than the official client keeps an idle socket (2.5 s), or it would meet closed ones. */
const KEEP_ALIVE_MS = 30_000;
/** Clients put parameters into the address; ClickHouse's own limit (`http_max_uri_size`), Node's is 16 KiB. */
const URI_BYTES_MAX = 1 << 20;

export interface ServerOptions {
  child: ChildOptions;
  database: Database;
  pool: Pool;
}

export interface HttpServer {
  server: Server;
  /** Resolves when everything that writes has been answered. */
  writesDone(): Promise<void>;
}

/** ClickHouse's HTTP interface, as far as its clients use it. */
export function createHttpServer({ child, database, pool }: ServerOptions): HttpServer {
  const authenticate = authenticator({ leadline: child.writerPassword, reader: child.readerPassword });
  const writes = new Set<Promise<void>>();
  let jobs = 0;

  async function answer(request: IncomingMessage, response: ServerResponse, query: URLSearchParams) {
    const startedMs = performance.now();
    const user = authenticate(request.headers, query);
    const body = await readBody(request);
    const asked = await parseRequest(request.headers, query, body);
    response.setHeader('X-ClickHouse-Query-Id', asked.queryId.replace(/[^\x20-\x7e]/g, '?'));
    response.setHeader('X-ClickHouse-Timezone', asked.settings.session_timezone ?? database.timezone);
    jobs += 1;
    const { lane, job } = plan(asked, {
      user,
      safe: request.method !== 'POST',
      memoryBytesMax: child.memoryBytesMax,
      tableFunctions: database.tableFunctions,
      id: `leadline-${jobs}`,
    });
    const gone = new AbortController();
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    void closed.then(() => gone.abort());
    if (lane === 'insert' || lane === 'other') {
      writes.add(closed);
      void closed.then(() => writes.delete(closed));
    }
    const run = await pool.run(lane, job, gone.signal);
    const packed = packing(request.headers, query);
    await writeResult(run, { response, format: job.format, packed, startedMs });
  }

  const options = { keepAliveTimeout: KEEP_ALIVE_MS, maxHeaderSize: URI_BYTES_MAX };
  const server = createServer(options, async (request, response) => {
    response.setHeader('X-ClickHouse-Server-Display-Name', 'leadline');
    const [pathname, ...search] = (request.url ?? '/').split('?');
    const query = new URLSearchParams(search.join('?'));
    if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) return finish(response, 405, '');
    const asks = request.method === 'POST' || query.has('query');
    if (pathname === '/ping' || (pathname === '/' && !asks)) return finish(response, 200, 'Ok.\n');
    if (pathname !== '/') return finish(response, 404, 'There is no such handle\n');
    try {
      await answer(request, response, query);
    } catch (error) {
      fail(request, response, error);
    }
  });
  return {
    server,
    async writesDone() {
      while (writes.size > 0) await Promise.all(writes);
    },
  };
}

function finish(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=UTF-8' }).end(body);
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown) {
  const known = error instanceof QueryException ? error : parseException((error as Error).message);
  if (response.headersSent || response.closed) return response.destroy();
  for (const name of ['Content-Encoding', 'X-ClickHouse-Format']) response.removeHeader(name);
  if (known.status === 401)
    response.setHeader('WWW-Authenticate', 'Basic realm="ClickHouse server HTTP API"');
  // A body that nobody will read is not worth keeping the connection for.
  if (!request.complete) response.setHeader('Connection', 'close');
  response.setHeader('X-ClickHouse-Exception-Code', known.code);
  response.setHeader('Content-Type', 'text/plain; charset=UTF-8');
  response.writeHead(known.status).end(`${known.message}\n`);
  return request.resume();
}

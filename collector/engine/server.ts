import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { availableParallelism } from 'node:os';
import { authenticator } from './auth.js';
import { readBody } from './body.js';
import { guardConnections } from './connections.js';
import type { Database } from './database.js';
import { exception, parseException, QueryException } from './exceptions.js';
import { FileResult } from './file_result.js';
import { packing } from './packing.js';
import { type Plan, plan } from './plan.js';
import type { Pool } from './pool.js';
import type { ChildOptions, User } from './protocol.js';
import { parseRequest, type QueryRequest } from './request.js';
import { writeResult } from './respond.js';
import type { Scratch } from './scratch.js';
import { type Lease, Sessions } from './sessions.js';
import type { Machine } from './settings.js';
import { split } from './split.js';

/** Longer than the official client keeps an idle socket (2.5 s), or it would meet closed ones. */
const KEEP_ALIVE_MS = 30_000;
/** Clients put parameters into the address; ClickHouse's own limit (`http_max_uri_size`), Node's is 16 KiB. */
const URI_BYTES_MAX = 1 << 20;
/** A request line and headers come at once, except from a client that hangs; Node's own limit is a minute. */
const HEADERS_MS_MAX = 10_000;
const LOOK_EVERY_MS = 2_000;

export interface ServerOptions {
  child: ChildOptions;
  database: Database;
  pool: Pool;
  scratch: Scratch;
}

export interface HttpServer {
  server: Server;
  /** Resolves when everything that writes has been answered. */
  writesDone(): Promise<void>;
}

/** ClickHouse's HTTP interface, as far as its clients use it. */
export function createHttpServer({ child, database, pool, scratch }: ServerOptions): HttpServer {
  const authenticate = authenticator({ leadline: child.writerPassword, reader: child.readerPassword });
  const sessions = new Sessions(pool);
  const machine: Machine = { memoryBytesMax: child.memoryBytesMax, cores: availableParallelism() };
  const writes = new Set<Promise<void>>();
  let jobs = 0;

  async function answer(request: IncomingMessage, response: ServerResponse, query: URLSearchParams) {
    const startedMs = performance.now();
    const user = authenticate(request.headers, query);
    const body = await readBody(request, {
      scratch,
      dataAt: (beginning) => longDataAt(query, beginning),
      silenceMsMax: child.silentClientMsMax,
    });
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    try {
      const asked = await parseRequest(request.headers, query, body);
      response.setHeader('X-ClickHouse-Query-Id', asked.queryId.replace(/[^\x20-\x7e]/g, '?'));
      response.setHeader('X-ClickHouse-Timezone', asked.settings.session_timezone ?? database.timezone);
      const planned = planOf(asked, user, request.method !== 'POST');
      if (planned.lane === 'insert' || planned.lane === 'other') {
        writes.add(closed);
        void closed.then(() => writes.delete(closed));
      }
      const packed = packing(request.headers, query);
      const { format } = planned.job;
      const stallMsMax = child.silentClientMsMax;
      const lease = () => leaseOf(asked, user, planned);
      await execute(planned, lease, closed, (result) =>
        writeResult(result, { response, format, packed, startedMs, stallMsMax }),
      );
    } finally {
      body.release();
    }
  }

  function planOf(asked: QueryRequest, user: User, safe: boolean): Plan {
    jobs += 1;
    const { tableFunctions } = database;
    const newPath = () => scratch.path();
    return plan(asked, { user, safe, machine, tableFunctions, id: `leadline-${jobs}`, newPath });
  }

  function leaseOf({ session }: QueryRequest, user: User, { keeps }: Plan): Lease | undefined {
    if (!session) return undefined;
    const lease = sessions.enter(user, session);
    try {
      // The reader can change nothing, a session least of all.
      if (keeps && user !== 'reader') lease.hold();
      return lease;
    } catch (error) {
      lease.leave();
      throw error;
    }
  }

  async function execute(
    { lane, job, infile, resultPath }: Plan,
    lease: () => Lease | undefined,
    closed: Promise<void>,
    write: (result: Parameters<typeof writeResult>[0]) => Promise<void>,
  ) {
    const gone = new AbortController();
    void closed.then(() => gone.abort());
    try {
      if (infile) await writeFile(infile.path, infile.data);
      const run = await pool.run(lane, job, gone.signal, lease());
      if (resultPath === undefined) return await write(run);
      const result = new FileResult(run, resultPath, scratch, () => void pool.end(run, job));
      try {
        await write(result);
      } finally {
        await run.ended;
        await result.close();
      }
    } finally {
      if (infile) await scratch.remove(infile.path);
    }
  }

  const options = {
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: URI_BYTES_MAX,
    headersTimeout: child.silentClientMsMax ?? HEADERS_MS_MAX,
    connectionsCheckingInterval: LOOK_EVERY_MS,
    // A body may take its time, as long as it comes: see `readBody`.
    requestTimeout: 0,
  };
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
  guardConnections(server);
  return {
    server,
    async writesDone() {
      while (writes.size > 0) await Promise.all(writes);
    },
  };
}

/** Where the data of a long body begin: only an INSERT may be as long. */
function longDataAt(query: URLSearchParams, beginning: Buffer): number {
  const { statement, data } = split(query.get('query') ?? '', beginning);
  const isInsert = statement.kind === 'insert' && statement.format !== undefined;
  if (!isInsert || data.length > beginning.length)
    throw exception('TOO_LARGE', 'Only the data of an INSERT may be as long, and all of them in the body.');
  return beginning.length - data.length;
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
  if (known.status === 503) response.setHeader('Retry-After', '1');
  // A body that nobody will read is not worth keeping the connection for.
  if (!request.complete) response.setHeader('Connection', 'close');
  response.setHeader('X-ClickHouse-Exception-Code', known.code);
  response.setHeader('Content-Type', 'text/plain; charset=UTF-8');
  response.writeHead(known.status).end(`${known.message}\n`);
  return request.resume();
}

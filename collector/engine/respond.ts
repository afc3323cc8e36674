import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { QueryException } from './exceptions.js';
import type { JobStats } from './protocol.js';
import type { Run } from './slot.js';

// ClickHouse's own default level; higher ones cost more time than loopback saves.
const LEVEL = 3;
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: LEVEL } };

const PACKERS = {
  gzip: { whole: promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gzip), options: { level: LEVEL } },
  deflate: {
    whole: promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.deflate),
    options: { level: LEVEL },
  },
  br: { whole: promisify<Uint8Array, zlib.BrotliOptions, Buffer>(zlib.brotliCompress), options: BROTLI },
};

const STREAMS = {
  gzip: () => zlib.createGzip({ level: LEVEL }),
  deflate: () => zlib.createDeflate({ level: LEVEL }),
  br: () => zlib.createBrotliCompress(BROTLI),
};

type Packing = keyof typeof PACKERS;

/** Responses are packed only on request (`enable_http_compression=1`), as by ClickHouse. */
export function packing(headers: IncomingMessage['headers'], query: URLSearchParams): Packing | undefined {
  if (query.get('enable_http_compression') !== '1') return undefined;
  const accepted = String(headers['accept-encoding'] ?? '').toLowerCase();
  return (['gzip', 'br', 'deflate'] as const).find((name) => accepted.includes(name));
}

const TYPES: Record<string, string | undefined> = {
  JSON: 'application/json; charset=UTF-8',
  JSONCompact: 'application/json; charset=UTF-8',
  JSONEachRow: 'application/x-ndjson; charset=UTF-8',
  JSONCompactEachRow: 'application/x-ndjson; charset=UTF-8',
  CSV: 'text/csv; charset=UTF-8; header=absent',
  CSVWithNames: 'text/csv; charset=UTF-8; header=present',
  TabSeparated: 'text/tab-separated-values; charset=UTF-8',
  RowBinary: 'application/octet-stream',
  Native: 'application/octet-stream',
};

export function summary(stats: JobStats, startedMs: number): string {
  return JSON.stringify({
    read_rows: String(stats.readRows),
    read_bytes: String(stats.readBytes),
    written_rows: String(stats.writtenRows),
    written_bytes: String(stats.writtenBytes),
    total_rows_to_read: '0',
    result_rows: '0',
    result_bytes: '0',
    elapsed_ns: String(Math.round((performance.now() - startedMs) * 1e6)),
  });
}

export interface Reply {
  response: ServerResponse;
  format: string;
  packed: Packing | undefined;
  startedMs: number;
}

/**
 * Writes a result. A small one (one chunk, or none) goes out as one packet with its length; a longer one is streamed,
 * and so has only zeros in its summary.
 * @throws QueryException what the engine answered before anything was sent
 */
export async function writeResult(run: Run, { response, format, packed, startedMs }: Reply): Promise<void> {
  response.setHeader('X-ClickHouse-Format', format);
  response.setHeader('Content-Type', TYPES[format] ?? 'text/plain; charset=UTF-8');
  const first = await run.next();
  const second = first && (await run.next().catch((error: unknown) => error as Error));
  if (run.stats) {
    response.setHeader('X-ClickHouse-Summary', summary(run.stats, startedMs));
    if (packed && first) response.setHeader('Content-Encoding', packed);
    const { whole, options } = PACKERS[packed ?? 'gzip'];
    response.end(packed && first ? await whole(first, options) : (first ?? ''));
    return;
  }
  const tag = randomBytes(8).toString('hex');
  response.setHeader('X-ClickHouse-Exception-Tag', tag);
  response.setHeader('X-ClickHouse-Summary', summary(NOTHING, startedMs));
  if (packed) response.setHeader('Content-Encoding', packed);
  const out = packed ? STREAMS[packed]() : response;
  if (out !== response) out.pipe(response);
  try {
    await write(first, out);
    if (second instanceof Error) throw second;
    for (let chunk = second; chunk; chunk = await run.next()) await write(chunk, out);
    out.end();
  } catch (error) {
    if (!(error instanceof QueryException)) throw error;
    endWith(error, tag, format, out, response);
  }

  async function write(chunk: Uint8Array | undefined, to: NodeJS.WritableStream) {
    if (!chunk || response.closed || to.write(chunk)) return;
    await new Promise<void>((resolve) => {
      const settle = () => {
        to.removeListener('drain', settle);
        response.removeListener('close', settle);
        resolve();
      };
      to.once('drain', settle);
      response.once('close', settle);
    });
  }
}

const NOTHING: JobStats = { readRows: 0, readBytes: 0, writtenRows: 0, writtenBytes: 0 };

/**
 * An exception after the 200 was sent: ClickHouse's trailer, which official clients turn into a ClickHouseError. No
 * client may take the result for complete: as JSON the trailer is not valid, so that the response can end well and
 * the trailer surely arrives (a reset discards what Node's client has not read yet); other formats have their
 * connection broken off before the last chunk.
 */
function endWith(
  { message }: QueryException,
  tag: string,
  format: string,
  out: NodeJS.WritableStream,
  response: ServerResponse,
) {
  const text = `${message}\n`;
  const trailer = `\r\n__exception__\r\n${tag}\r\n${text}${Buffer.byteLength(text)} ${tag}\r\n__exception__\r\n`;
  if (format.startsWith('JSON')) out.end(trailer);
  else if (out === response) out.write(trailer, () => response.socket?.end());
  else out.write(trailer, () => response.destroy());
}

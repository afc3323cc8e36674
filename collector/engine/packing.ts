import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

// ClickHouse's own default level; higher ones cost more time than loopback saves.
const LEVEL = 3;
const DEFLATE = { level: LEVEL };
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: LEVEL } };

type Whole<Options> = (data: Uint8Array, options: Options) => Promise<Buffer>;
interface Packer {
  whole(data: Uint8Array): Promise<Buffer>;
  stream(): Transform;
}

const gzip = promisify(zlib.gzip) as Whole<zlib.ZlibOptions>;
const deflate = promisify(zlib.deflate) as Whole<zlib.ZlibOptions>;
const brotli = promisify(zlib.brotliCompress) as Whole<zlib.BrotliOptions>;

export const PACKERS = {
  gzip: { whole: (data) => gzip(data, DEFLATE), stream: () => zlib.createGzip(DEFLATE) },
  br: { whole: (data) => brotli(data, BROTLI), stream: () => zlib.createBrotliCompress(BROTLI) },
  deflate: { whole: (data) => deflate(data, DEFLATE), stream: () => zlib.createDeflate(DEFLATE) },
} satisfies Record<string, Packer>;

export type Packing = keyof typeof PACKERS;

/**
 * Responses are packed only on request (`enable_http_compression=1`), as by ClickHouse. A client that reads only what
 * this Node cannot write (zstd before 22.15) gets a plain answer.
 */
export function packing(headers: IncomingMessage['headers'], query: URLSearchParams): Packing | undefined {
  if (query.get('enable_http_compression') !== '1') return undefined;
  const accepted = String(headers['accept-encoding'] ?? '').toLowerCase();
  return (Object.keys(PACKERS) as Packing[]).find((name) => accepted.includes(name));
}

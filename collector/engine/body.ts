import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { exception } from './exceptions.js';

/** Bounds a request, also unpacked. The writer sends batches of some MB. */
const BODY_BYTES_MAX = 128 * 1024 * 1024;

type Unpack = (data: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

// zstd is in Node from 22.15.
const zstd = (zlib as { zstdDecompress?: unknown }).zstdDecompress as typeof zlib.gunzip | undefined;

const UNPACK: Record<string, Unpack | undefined> = {
  gzip: promisify(zlib.gunzip) as Unpack,
  'x-gzip': promisify(zlib.gunzip) as Unpack,
  deflate: promisify(zlib.inflate) as Unpack,
  br: promisify(zlib.brotliDecompress) as Unpack,
  zstd: zstd && (promisify(zstd) as Unpack),
};

/**
 * The whole body, unpacked.
 * @throws QueryException when it is too large, broken off, or packed in a way that this Node cannot read
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) throw exception('TOO_LARGE', `The body is over ${BODY_BYTES_MAX} bytes.`);
    chunks.push(chunk);
  }
  const [first] = chunks;
  const body = chunks.length === 1 && first ? first : Buffer.concat(chunks);
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '' || body.length === 0) return body;
  const unpack = UNPACK[encoding];
  if (!unpack) throw exception('NOT_IMPLEMENTED', `Content-Encoding ${encoding} is not supported.`);
  try {
    return await unpack(body, { maxOutputLength: BODY_BYTES_MAX });
  } catch (error) {
    throw exception(
      'CANNOT_DECOMPRESS',
      `The ${encoding} body cannot be unpacked: ${(error as Error).message}.`,
    );
  }
}

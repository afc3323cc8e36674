import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as zlib from 'node:zlib';
import { exception } from './exceptions.js';
import type { Scratch } from './scratch.js';
import { QUERY_BYTES_MAX } from './settings.js';

/** What is longer goes to a file. The writer's batches are shorter (`segmentBytesMax` of `queue/disk.ts`). */
const MEMORY_BYTES_MAX = 16 << 20;
/** All bodies in memory together; beyond it shorter ones go to a file too, down to what may be a statement alone. */
const MEMORY_BYTES_MAX_ALL = 128 << 20;
/** Unpacked: also a bomb ends here. */
const BYTES_MAX = 4 * 2 ** 30;
/** Longest silence in a body; ClickHouse's own `http_receive_timeout`. */
const SILENCE_MS_MAX = 30_000;

// zstd is in Node from 22.15.
const zstd = (zlib as { createZstdDecompress?: () => Duplex }).createZstdDecompress;

const UNPACK: Record<string, (() => Duplex) | undefined> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  deflate: zlib.createInflate,
  br: zlib.createBrotliDecompress,
  zstd,
};

export interface Body {
  /** The whole body, or what comes before its data where those are in a file. */
  bytes: Buffer;
  path: string | undefined;
  /** Gives memory and file back. */
  release(): void;
}

export interface BodyOptions {
  scratch: Scratch;
  /**
   * Where in a long body the data of an INSERT begin, in bytes.
   * @throws QueryException when it has none: a statement alone may not be as long
   */
  dataAt(beginning: Buffer): number;
  /** Default: 30 s. */
  silenceMsMax?: number | undefined;
}

/** Bytes of all bodies that are in memory now. */
let inMemory = 0;

/**
 * Reads a body and unpacks it.
 * @throws QueryException when it is too large, silent for too long, or packed as this Node cannot read
 */
export async function readBody(request: IncomingMessage, options: BodyOptions): Promise<Body> {
  const {
    'content-length': length,
    'transfer-encoding': chunked,
    'content-encoding': packed,
  } = request.headers;
  // Clients also say how a body is packed that they do not send.
  const hasBody = chunked !== undefined || Number(length) > 0;
  const encoding = (hasBody && packed?.trim().toLowerCase()) || 'identity';
  const body = new Collected(options);
  const silenceMs = options.silenceMsMax ?? SILENCE_MS_MAX;
  const silence = setTimeout(() => {
    request.destroy(exception('SOCKET_TIMEOUT', `The body was silent for ${silenceMs} ms.`));
  }, silenceMs);
  try {
    for await (const chunk of unpacked(request, encoding)) {
      silence.refresh();
      await body.add(chunk);
    }
    return await body.end();
  } catch (error) {
    await body.drop();
    // Errors of zlib have a number and, other than those of files, no system call.
    if (!(error instanceof Error) || !('errno' in error) || 'syscall' in error) throw error;
    throw exception('CANNOT_DECOMPRESS', `The ${encoding} body cannot be unpacked: ${error.message}.`);
  } finally {
    clearTimeout(silence);
  }
}

function unpacked(request: IncomingMessage, encoding: string): AsyncIterable<Buffer> {
  if (encoding === 'identity') return request;
  const create = UNPACK[encoding];
  if (!create) throw exception('NOT_IMPLEMENTED', `Content-Encoding ${encoding} is not supported.`);
  const unpack = create();
  request.once('error', (error) => unpack.destroy(error));
  return request.pipe(unpack);
}

/** Keeps a body in memory until it is a long one. */
class Collected {
  #chunks: Buffer[] = [];
  #kept = 0;
  #bytes = 0;
  #file: { path: string; handle: FileHandle } | undefined;

  constructor(private readonly options: BodyOptions) {}

  async add(chunk: Buffer): Promise<void> {
    this.#bytes += chunk.length;
    if (this.#bytes > BYTES_MAX) throw exception('TOO_LARGE', `The body is over ${BYTES_MAX} bytes.`);
    if (this.#file) return void (await this.#file.handle.appendFile(chunk));
    this.#chunks.push(chunk);
    this.#kept += chunk.length;
    inMemory += chunk.length;
    const isCrowded = inMemory > MEMORY_BYTES_MAX_ALL && this.#kept > QUERY_BYTES_MAX;
    if (this.#kept > MEMORY_BYTES_MAX || isCrowded) await this.#spill();
  }

  async #spill(): Promise<void> {
    const all = Buffer.concat(this.#chunks);
    const start = this.options.dataAt(all);
    const path = this.options.scratch.path();
    this.#file = { path, handle: await open(path, 'w') };
    await this.#file.handle.appendFile(all.subarray(start));
    this.#forget();
    this.#chunks = [Buffer.from(all.subarray(0, start))];
  }

  async end(): Promise<Body> {
    await this.#file?.handle.close();
    const [first] = this.#chunks;
    return {
      bytes: this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks),
      path: this.#file?.path,
      release: () => {
        this.#forget();
        if (this.#file) void this.options.scratch.remove(this.#file.path);
      },
    };
  }

  async drop(): Promise<void> {
    this.#forget();
    if (!this.#file) return;
    await this.#file.handle.close();
    await this.options.scratch.remove(this.#file.path);
  }

  #forget(): void {
    inMemory -= this.#kept;
    this.#kept = 0;
  }
}

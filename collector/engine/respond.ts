import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { QueryException } from './exceptions.js';
import { contentType } from './formats.js';
import { PACKERS, type Packing } from './packing.js';
import type { JobStats } from './protocol.js';

/** Longest time in which a client takes nothing of an answer; ClickHouse's own `http_send_timeout`. */
const STALL_MS_MAX = 30_000;

/** A result as it comes. */
export interface Result {
  /**
   * The next piece, or undefined at the end.
   * @throws QueryException what the engine answered
   */
  next(): Promise<Uint8Array | undefined>;
  /** Set by the end at the latest. */
  readonly stats: JobStats | undefined;
}

export function summary(stats: JobStats, startedMs: number): string {
  return JSON.stringify({
    read_rows: String(stats.readRows),
    read_bytes: String(stats.readBytes),
    written_rows: String(stats.writtenRows),
    written_bytes: String(stats.writtenBytes),
    total_rows_to_read: '0',
    result_rows: String(stats.resultRows),
    result_bytes: '0',
    elapsed_ns: String(Math.round((performance.now() - startedMs) * 1e6)),
  });
}

export interface Reply {
  response: ServerResponse;
  format: string;
  packed: Packing | undefined;
  startedMs: number;
  /** Default: 30 s. */
  stallMsMax?: number | undefined;
}

/**
 * Writes a result. A small one (one piece, or none) goes out as one packet with its length; a longer one is streamed,
 * at the speed of its reader. Where it comes straight from the engine its summary has only zeros, as it may with
 * ClickHouse; `wait_end_of_query=1` has the figures.
 * @throws QueryException what the engine answered before anything was sent
 */
export async function writeResult(result: Result, reply: Reply): Promise<void> {
  const { response, format, packed, startedMs } = reply;
  response.setHeader('X-ClickHouse-Format', format);
  response.setHeader('Content-Type', contentType(format));
  const first = await result.next();
  const second = first && (await result.next().catch((error: unknown) => error as Error));
  response.setHeader('X-ClickHouse-Summary', summary(result.stats ?? NOTHING, startedMs));
  if (packed && first) response.setHeader('Content-Encoding', packed);
  if (second === undefined) {
    response.end(packed && first ? await PACKERS[packed].whole(first) : (first ?? ''));
    return;
  }
  const tag = randomBytes(8).toString('hex');
  response.setHeader('X-ClickHouse-Exception-Tag', tag);
  const out = packed ? PACKERS[packed].stream() : response;
  // Ended by hand, because an exception may have to break the connection off.
  if (out !== response) out.pipe(response, { end: false }).once('close', () => out.destroy());
  const end = (last: () => void) => (out === response ? last() : out.once('end', last).end());
  try {
    await write(first, out, reply);
    if (second instanceof Error) throw second;
    for (let piece: Uint8Array | undefined = second; piece; piece = await result.next())
      await write(piece, out, reply);
    end(() => response.end());
  } catch (error) {
    if (!(error instanceof QueryException) || response.closed) throw error;
    out.write(trailer(error, tag));
    end(format.startsWith('JSON') ? () => response.end() : () => breakOff(response));
  }
}

/** @throws Error when the reader has gone, or takes nothing for too long */
async function write(
  piece: Uint8Array | undefined,
  out: NodeJS.WritableStream,
  { response, stallMsMax = STALL_MS_MAX }: Reply,
) {
  if (response.closed) throw new Error('The reader has gone.');
  if (!piece || out.write(piece)) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => response.destroy(), stallMsMax);
    const settle = () => {
      clearTimeout(timer);
      out.removeListener('drain', settle);
      response.removeListener('close', settle);
      resolve();
    };
    out.once('drain', settle);
    response.once('close', settle);
  });
}

const NOTHING: JobStats = { resultRows: 0, readRows: 0, readBytes: 0, writtenRows: 0, writtenBytes: 0 };

/** An exception after the 200 was sent: ClickHouse's trailer, which official clients turn into a ClickHouseError. */
function trailer({ message }: QueryException, tag: string): string {
  const text = `${message}\n`;
  return `\r\n__exception__\r\n${tag}\r\n${text}${Buffer.byteLength(text)} ${tag}\r\n__exception__\r\n`;
}

/**
 * No client may take a broken result for complete. As JSON the trailer is not valid, so that the response can end well
 * and the trailer surely arrives (a reset discards what Node's client has not read yet); other formats have their
 * connection ended before the last chunk, once all is sent.
 */
function breakOff(response: ServerResponse): void {
  response.write('', () => response.socket?.end());
}

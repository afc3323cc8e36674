import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Answer, Insert, Line } from './store.js';

/** Large enough for few writes to the socket, small enough to be copied within a fraction of a millisecond. */
const CHUNK_BYTES = 256 * 1024;

/**
 * Sends the rows of an insert as they lie in the queue's segment, a chunk at a time: a segment's 15 MB as one text would
 * be decoded, joined and encoded again, and nobody else be served meanwhile.
 */
export const streamRows =
  (client: Pick<ClickHouseClient, 'exec'>) =>
  async ({ statement, lines, settings, signal }: Insert): Promise<Answer> => {
    const { stream, response_headers } = await client.exec({
      query: statement,
      values: Readable.from(chunks(lines), { objectMode: false }),
      clickhouse_settings: settings,
      ...(signal && { abort_signal: signal }),
    });
    // An INSERT answers nothing; its connection is free for the next one once that is read.
    for await (const _ of stream);
    return { response_headers };
  };

function* chunks(lines: readonly Line[]): Generator<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let length = 0;
  for (const line of lines) {
    const bytes = Buffer.byteLength(line) + 1;
    if (length + bytes > chunk.length) {
      if (length > 0) yield chunk.subarray(0, length);
      chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, bytes));
      length = 0;
    }
    length += typeof line === 'string' ? chunk.write(line, length) : line.copy(chunk, length);
    length = chunk.write('\n', length) + length;
  }
  if (length > 0) yield chunk.subarray(0, length);
}

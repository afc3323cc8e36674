import { crc32 } from 'node:zlib';

/*
 * The log's format. A frame is one append: 4 bytes "LLQ1", 4 bytes length, 4 bytes CRC-32 of the payload (both
 * little-endian), the payload. The marker lets a reader find the next frame behind a damaged one.
 */
const MARKER = Buffer.from('LLQ1');
const HEADER_BYTES = 12;

export function frame(payload: string): Buffer {
  const bytes = Buffer.byteLength(payload);
  const whole = Buffer.allocUnsafe(HEADER_BYTES + bytes);
  MARKER.copy(whole);
  whole.writeUInt32LE(bytes, 4);
  whole.write(payload, HEADER_BYTES);
  whole.writeUInt32LE(crc32(whole.subarray(HEADER_BYTES)), 8);
  return whole;
}

/** A part of a log: the payload of a whole frame, or bytes that belong to none (a torn tail, damage in the middle). */
export type Part = { payload: Buffer } | { damagedBytes: number };

/** The log from its beginning to its end, a part at a time, so that reading a long one can be spread out. */
export function* readFrames(log: Buffer): Generator<Part> {
  let at = 0;
  while (at < log.length) {
    const payload = payloadAt(log, at);
    if (payload) {
      yield { payload };
      at += HEADER_BYTES + payload.length;
      continue;
    }
    const next = log.indexOf(MARKER, at + 1);
    const end = next < 0 ? log.length : next;
    yield { damagedBytes: end - at };
    at = end;
  }
}

function payloadAt(log: Buffer, at: number): Buffer | undefined {
  if (at + HEADER_BYTES > log.length || log.compare(MARKER, 0, 4, at, at + 4) !== 0) return undefined;
  const end = at + HEADER_BYTES + log.readUInt32LE(at + 4);
  if (end > log.length) return undefined;
  const payload = log.subarray(at + HEADER_BYTES, end);
  return crc32(payload) === log.readUInt32LE(at + 8) ? payload : undefined;
}

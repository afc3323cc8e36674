import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { LeadlineError } from '../errors.js';

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const decoders = new Map<string, Decoder>([
  ['br', promisify(brotliDecompress)],
  ['deflate', promisify(inflate)],
  ['gzip', promisify(gunzip)],
  // An alias of old (RFC 9110, 8.4.1.3).
  ['x-gzip', promisify(gunzip)],
]);

/** What a body may be sent in, for the `Accept-Encoding` of an answer to one that is not (RFC 9110, 15.5.16). */
export const ENCODINGS = 'br, deflate, gzip';

/**
 * Unpacks a body, never to more than `bytesMax`: some bytes of gzip can stand for gigabytes.
 *
 * @param encoding the value of the Content-Encoding header
 * @throws LeadlineError `encoding_unsupported`, `body_too_large`, `body_not_readable`
 */
export async function unpack(bytes: Uint8Array, encoding: string, bytesMax: number): Promise<Uint8Array> {
  const decode = decoders.get(encoding.trim().toLowerCase());
  if (!decode)
    throw new LeadlineError('encoding_unsupported', `Send the body as it is, or in one of: ${ENCODINGS}.`, {
      headers: { 'Accept-Encoding': ENCODINGS },
    });
  try {
    return await decode(bytes, { maxOutputLength: bytesMax });
  } catch (error) {
    // Node and workerd give it different names.
    if (error instanceof RangeError)
      throw new LeadlineError(
        'body_too_large',
        `The body may have ${bytesMax} bytes unpacked: send less at once.`,
      );
    throw new LeadlineError(
      'body_not_readable',
      `The body is not what its Content-Encoding says, ${encoding}.`,
    );
  }
}

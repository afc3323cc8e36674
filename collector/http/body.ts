import type { Context } from 'hono';
import { LeadlineError } from '../errors.js';
import { parseJson } from '../json.js';
import { unpack } from './encoding.js';

/**
 * Reads a request's body without ever holding more than `bytesMax` of it, neither as it was sent nor unpacked.
 *
 * @throws LeadlineError `body_too_large`, `body_incomplete`, `body_not_readable`, `encoding_unsupported`
 */
export async function readBody(c: Context, bytesMax: number): Promise<Uint8Array> {
  const body = await readSent(c, bytesMax);
  const encoding = c.req.header('Content-Encoding');
  return encoding && !/^identity$/i.test(encoding) ? unpack(body, encoding, bytesMax) : body;
}

async function readSent(c: Context, bytesMax: number): Promise<Uint8Array> {
  const announced = c.req.header('Content-Length');
  if (Number(announced ?? 0) > bytesMax) throw tooLarge(bytesMax);
  // With a length announced the server cuts the body there, and reading it whole is several times cheaper.
  try {
    return announced ? new Uint8Array(await c.req.raw.arrayBuffer()) : await readChunks(c, bytesMax);
  } catch (cause) {
    if (cause instanceof LeadlineError) throw cause;
    // A phone in a tunnel, a page that is left: nobody may read this answer, and it is no fault of ours.
    throw new LeadlineError('body_incomplete', 'The body broke off: send it again.', { cause });
  }
}

/**
 * Reads a JSON body, whatever its content type says.
 *
 * @throws LeadlineError `body_not_json`, and what {@link readBody} throws
 */
export const readJson = async (c: Context, bytesMax: number): Promise<unknown> =>
  parseJson(await readBody(c, bytesMax));

const tooLarge = (bytesMax: number) =>
  new LeadlineError('body_too_large', `The body may have ${bytesMax} bytes at most: send less at once.`);

async function readChunks(c: Context, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw tooLarge(bytesMax);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

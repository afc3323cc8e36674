import type { Context } from 'hono';
import { LeadlineError } from '../errors.js';

/**
 * Reads a request's JSON body, whatever its content type says, without ever holding more than `bytesMax` of it.
 *
 * @throws LeadlineError `body_too_large`, `body_not_json`
 */
export async function readBody(c: Context, bytesMax: number): Promise<unknown> {
  const announced = c.req.header('Content-Length');
  if (Number(announced ?? 0) > bytesMax) throw tooLarge(bytesMax);
  // With a length announced the server cuts the body there, and reading it whole is several times cheaper.
  const bytes = announced ? await c.req.raw.arrayBuffer() : await readChunks(c, bytesMax);
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new LeadlineError('body_not_json', 'The body must be JSON in UTF-8.');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

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

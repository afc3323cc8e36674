import type { Context } from 'hono';
import { LeadlineError } from '../errors.js';

/**
 * Reads a request's JSON body, whatever its content type says, without ever holding more than `bytesMax` of it.
 *
 * @throws LeadlineError `body_too_large`, `body_not_json`
 */
export async function readBody(c: Context, bytesMax: number): Promise<unknown> {
  const tooLarge = () =>
    new LeadlineError('body_too_large', `The body may have ${bytesMax} bytes at most: send less at once.`);
  if (Number(c.req.header('Content-Length') ?? 0) > bytesMax) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(concat(chunks, bytes)));
  } catch {
    throw new LeadlineError('body_not_json', 'The body must be JSON in UTF-8.');
  }
}

function concat(chunks: Uint8Array[], bytes: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

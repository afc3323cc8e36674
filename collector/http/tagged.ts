import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { isKnown } from './preconditions.js';

/**
 * A JSON answer with the hash of its text as `ETag`; 304 for who has it already. The tag is weak: packed or not, it is the
 * same answer.
 */
export function tagged(c: Context, data: unknown): Response {
  const text = JSON.stringify(data);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', `W/${tag}`);
  if (isKnown(c, tag)) return c.body(null, 304);
  return c.body(text, 200, { 'Content-Type': 'application/json' });
}

import type { Context } from 'hono';
import { LeadlineError } from '../errors.js';
import type { Expected } from '../records/conflict.js';

/**
 * What `If-Match` (RFC 9110, 13.1.1) says has to stand there: one strong tag with a version, or `*`.
 *
 * @returns undefined without the header
 * @throws LeadlineError `precondition_invalid` for anything else: read as no precondition it would overwrite
 */
export function expectedOf(c: Context): Expected {
  const header = c.req.header('If-Match')?.trim();
  if (header === undefined) return undefined;
  if (header === '*') return 'any';
  const version = /^"([1-9]\d{0,14})"$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  throw new LeadlineError(
    'precondition_invalid',
    'If-Match takes one version in quotes, "3" as the ETag of the record has it, or *.',
  );
}

/** Whether `If-None-Match` names this tag: who asks has the answer already (RFC 9110, 13.1.2: weak comparison). */
export function isKnown(c: Context, tag: string): boolean {
  const header = c.req.header('If-None-Match')?.trim();
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

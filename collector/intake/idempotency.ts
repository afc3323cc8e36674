import { createHash } from 'node:crypto';
import type { Batch } from '../../schemas/batch.js';
import { LeadlineError } from '../errors.js';

/** Printable ASCII. */
const KEY = /^[\x20-\x7e]{1,255}$/;

/**
 * The `Idempotency-Key` header of a request, bare or as the structured-field string that the draft standard asks for
 * (draft-ietf-httpapi-idempotency-key-header, RFC 9651 section 3.3.3): `order-1001` and `"order-1001"` are one key.
 *
 * @returns undefined where there is none
 * @throws LeadlineError `idempotency_key_invalid`
 */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = /^"((?:[^"\\]|\\["\\])*)"$/.exec(header)?.[1]?.replace(/\\(.)/g, '$1') ?? header;
  if (KEY.test(key) && !(key === header && header.startsWith('"'))) return key;
  throw new LeadlineError(
    'idempotency_key_invalid',
    'Idempotency-Key must be 1 to 255 printable ASCII characters, plain or in double quotes.',
  );
}

/**
 * Gives each event without an id one that follows from the key and its place in the batch. The same request sent again
 * then has the same ids, and counts once by them: for as long as the events are kept, across crashes and on any
 * collector, since nothing needs to be remembered. Of two different bodies under one key the first event of each place and
 * type counts. The type is part of it because senders that know nothing of each other number alike: the shop's order 1001
 * and the call 1001 of its CRM are two.
 */
export function withIds({ site, events }: Batch, key: string): unknown[] {
  return events.map((event, place) => withId(event, site, key, place));
}

function withId(event: unknown, site: string, key: string, place: number): unknown {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return event;
  if ('id' in event && event.id !== null && event.id !== undefined) return event;
  const type = 'type' in event && typeof event.type === 'string' ? event.type : '';
  // A type may hold any character, so it comes last.
  const digest = createHash('sha256').update(`${site}\0${key}\0${place}\0${type}`).digest('base64url');
  return { ...event, id: `ik_${digest.slice(0, 22)}` };
}

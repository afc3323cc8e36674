import { createHash } from 'node:crypto';
import type { RejectReason } from '../../schemas/reasons.js';
import type { Row } from '../queue/queue.js';
import { clickhouseTime } from './clock.js';
import { asRow } from './rows.js';
import { scrubText } from './scrub.js';

/** Something refused, for the owner to read: what and why, and none of the values. */
export interface Rejection {
  site: string;
  receivedAt: number;
  /** What makes this refusal the same one when its sender tries again. */
  sameAs: string;
  eventId: string;
  type: string;
  reason: RejectReason;
  message: string;
  origin: string;
  /** How many events alike this row stands for. */
  count: number;
}

export function rejectedRow({ receivedAt, eventId, sameAs, ...rest }: Rejection): Row {
  return asRow('rejected_events', {
    ...rest,
    type: scrubText(rest.type),
    origin: scrubText(rest.origin),
    message: scrubText(rest.message),
    ts: clickhouseTime(receivedAt),
    rejected_id: createHash('sha256').update(`${rest.reason}\0${sameAs}`).digest('base64url').slice(0, 22),
    event_id: scrubText(eventId),
  });
}

import { nanoid } from 'nanoid';
import type { Row } from '../queue/queue.js';
import { clickhouseTime } from './clock.js';
import { asRow } from './rows.js';

/** Something refused, for the owner to read: what and why, and none of the values. */
export interface Rejection {
  site: string;
  receivedAt: number;
  eventId: string;
  type: string;
  reason: string;
  message: string;
  origin: string;
  /** How many events alike this row stands for. */
  count: number;
}

export function rejectedRow({ receivedAt, eventId, ...rest }: Rejection): Row {
  return asRow('rejected_events', {
    ...rest,
    ts: clickhouseTime(receivedAt),
    rejected_id: nanoid(),
    event_id: eventId,
  });
}

import { createHash } from 'node:crypto';
import type { RejectReason } from '../../schemas/reasons.js';
import type { Unstorable } from '../store/insert_rows.js';
import type { Row } from '../store/row.js';
import { asRow } from '../store/row.js';
import type { Line } from '../store/store.js';
import { clickhouseTime } from '../store/time.js';
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

/** Of a row that ClickHouse never takes. A note that cannot be stored either is not worth another. */
export function unstorableRow(table: string, row: Unstorable, line: Line): Row | undefined {
  if (table === 'rejected_events') return undefined;
  return rejectedRow({
    site: text(row.site),
    receivedAt: Date.now(),
    eventId: text(row.event_id),
    type: text(row.type),
    sameAs: `${table}\0${row.event_id ?? line}`,
    reason: 'not_storable',
    message: `ClickHouse cannot store this event in ${table}.`,
    origin: '',
    count: 1,
  });
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

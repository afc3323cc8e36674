import type { Row as PersonRow } from './gen/queries/persons.js';
import type { Row as RejectedEventRow } from './gen/queries/rejected_events.js';
import type { Row as TimelineRow } from './gen/queries/timeline.js';
import type { ErrorDetail } from './rules.js';

/** The row of each named query, `GET /v1/query/<name>`. */
export interface NamedQueryRows {
  leads: PersonRow;
  person: PersonRow;
  /** Within a millisecond in the order in which they were sent, which `ts` does not show. */
  timeline: Omit<TimelineRow, 'cursor_ts'>;
  rejected_events: RejectedEventRow;
}

export interface QueryAnswer<Row> {
  rows: Row[];
  /** `cursor` is there while there is more: pass it back to read on. */
  meta: { cursor?: string };
}

/** `GET /leadline.json`, written by the build: the present script under the name that never changes its content. */
export interface PinnedScript {
  file: string;
  /** For the tag's attribute: `sha384-…`. */
  integrity: string;
}

export interface ErrorAnswer {
  error: { code: string; message: string; details?: ErrorDetail[] };
}

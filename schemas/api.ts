import type { QueryRows } from './sql.gen.js';

/** The row of each named query, `GET /v1/query/<name>`. */
export interface NamedQueryRows {
  leads: QueryRows['persons'];
  person: QueryRows['persons'];
  timeline: QueryRows['timeline'];
  rejected_events: QueryRows['rejected_events'];
}

export interface QueryAnswer<Row> {
  rows: Row[];
  /** `cursor` is there while there is more: pass it back to read on. */
  meta: { cursor?: string };
}

export interface ErrorAnswer {
  error: { code: string; message: string };
}

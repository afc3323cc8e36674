import { defineQuery } from '../define_query.js';
import { audit as statement } from '../gen/queries/audit.js';

export const audit = defineQuery({
  summary: 'Who did what, on the site and of the instance, newest first.',
  statement,
  access: ['owner'],
  list: {
    key: 'audit_id',
    sort: 'ts',
    order: 'desc',
    columns: ['ts', 'by', 'action', 'target', 'subject', 'code', 'country', 'session_id'],
    // `by_name` is known of the page alone.
    search: ['by', 'target', 'subject', 'code'],
    pagedBy: { column: 'ts', sql: 'ts', hasCopies: true },
  },
  times: ['ts'],
  personal: true,
});

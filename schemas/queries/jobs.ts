import { defineQuery } from '../define_query.js';
import { jobs as statement } from '../gen/queries/jobs.js';

export const jobs = defineQuery({
  summary:
    'Background work of the site and, for who owns all sites, of the instance: how far it is, what ended how of late, when it goes on.',
  statement,
  access: ['owner'],
  list: {
    key: 'key',
    sort: 'key',
    order: 'asc',
    columns: [
      'key',
      'job',
      'scope',
      'id',
      'status',
      'started_at',
      'due_at',
      'attempts',
      'error',
      'last_ended_at',
      'last_took_ms',
    ],
    total: true,
  },
  times: ['started_at', 'due_at', 'last_ended_at'],
});

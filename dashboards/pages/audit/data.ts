import type { QueryRow } from '../../../schemas/api.js';

/** What happened, as `GET /v1/query/audit` tells it. */
export type AuditRow = QueryRow<'audit'>;

import type { QueryAnswer, QueryRow } from '../../../schemas/api.js';
import type { Page } from '../../api.js';
import { request } from '../../http.js';

/** What happened, as `GET /v1/query/audit` tells it. */
export type AuditRow = QueryRow<'audit'>;

/** What is looked for, as it stands in the address. Empty: anything. */
export interface Filters {
  by: string;
  action: string;
  target: string;
  /** Days of the site, both of them in it. */
  from: string;
  to: string;
  search: string;
}

export const filterNames = [
  'by',
  'action',
  'target',
  'from',
  'to',
  'search',
] as const satisfies (keyof Filters)[];

export const filtersIn = (query: Record<string, string | undefined>): Filters =>
  Object.fromEntries(filterNames.map((name) => [name, query[name]?.trim() ?? ''])) as unknown as Filters;

/** @example pathOf('shop', { ...none, from: '2026-10-14' }) // '/v1/query/audit?site=shop&ts%3E=2026-10-14' */
export function pathOf(
  site: string,
  { from, to, ...others }: Filters,
  page: Record<string, string> = {},
): string {
  const search = new URLSearchParams({ site });
  const asked = { ...others, 'ts>': from, 'ts<': to, ...page };
  for (const [name, value] of Object.entries(asked)) if (value) search.append(name, value);
  return `/v1/query/audit?${search}`;
}

export async function askAudit(
  site: string,
  filters: Filters,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<Page<AuditRow>> {
  const path = pathOf(site, filters, { limit: '50', ...(cursor && { cursor }) });
  const { rows, meta } = (await request('GET', path, { signal })) as QueryAnswer<AuditRow>;
  return { rows, cursor: meta.cursor };
}

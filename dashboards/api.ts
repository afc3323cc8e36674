import type { PinnedScript, QueryAnswer, QueryName, QueryParameters, QueryRow } from '../schemas/api.js';
import type { Site as SiteData } from '../schemas/entities/sites.js';
import type { EntityKind } from '../schemas/entities.js';
import { request } from './http.js';

export type { EntityKind };
export type Lead = QueryRow<'leads'>;
export type Person = QueryRow<'person'>;
export type TimelineEvent = QueryRow<'timeline'>;
export type RejectedEvent = QueryRow<'rejected_events'>;
export type Site = SiteData & { id: string; version: number };

/** A stretch of a list that goes on at `cursor`, if there is one. */
export interface Page<Row> {
  rows: Row[];
  cursor?: string | undefined;
  /** How many there are in all, where that is cheap to know. */
  total?: number;
}

/** A named query of a site, with what it takes. What is undefined is left out. */
export async function query<Name extends QueryName>(
  name: Name,
  parameters: QueryParameters<Name> & { site: string },
  signal?: AbortSignal,
): Promise<Page<QueryRow<Name>>> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters))
    for (const one of [value].flat()) if (one !== undefined) search.append(key, String(one));
  const answer = (await request('GET', `/v1/query/${name}?${search}`, { signal })) as QueryAnswer<
    QueryRow<Name>
  >;
  return { rows: answer.rows, cursor: answer.meta.cursor };
}

/** The address of a list of a named query: of all that is found where nothing says how much of it. */
export function listPath(name: QueryName, site: string, asked: URLSearchParams): string {
  return `/v1/query/${name}?${new URLSearchParams([['site', site], ...asked])}`;
}

/** A page of such a list. */
export async function askList<Name extends QueryName>(
  name: Name,
  site: string,
  asked: URLSearchParams,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  signal?: AbortSignal,
): Promise<Page<QueryRow<Name>>> {
  const page = new URLSearchParams([
    ...asked,
    ['limit', String(limit)],
    ...(cursor ? [['cursor', cursor]] : []),
  ]);
  const { rows, meta } = (await request('GET', listPath(name, site, page), { signal })) as QueryAnswer<
    QueryRow<Name>
  >;
  return { rows, cursor: meta.cursor, ...(meta.total !== undefined && { total: meta.total }) };
}

/** All records of a kind of which there are few; those of a site, where it is named. */
export async function listAll<Row>(kind: EntityKind, signal?: AbortSignal, site?: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined = '';
  while (cursor !== undefined) {
    const asked: URLSearchParams = new URLSearchParams({ ...(site && { site }), limit: '1000', cursor });
    const page = (await request('GET', `/v1/entities/${kind}?${asked}`, { signal })) as QueryAnswer<Row>;
    rows.push(...page.rows);
    cursor = page.meta.cursor;
  }
  return rows;
}

export async function listSites(signal?: AbortSignal): Promise<Site[]> {
  return listAll('sites', signal);
}

/** The script of this Leadline under its immutable name; undefined where the answer is none. */
export async function pinnedScript(signal?: AbortSignal): Promise<PinnedScript | undefined> {
  const { file, integrity } = ((await request('GET', '/leadline.json', { signal })) ??
    {}) as Partial<PinnedScript>;
  return file && integrity ? { file, integrity } : undefined;
}

/** @throws ApiError `conflict` where somebody else has changed it since it was read */
export async function saveSite({ id, version, ...site }: Site): Promise<void> {
  await saveRecord('sites', { id, version }, site);
}

/** @throws ApiError `conflict` where somebody else has changed it since it was read */
export async function saveRecord(
  kind: EntityKind,
  { id, version }: { id: string; version: number },
  body: unknown,
): Promise<void> {
  await request('PUT', `/v1/entities/${kind}/${encodeURIComponent(id)}`, { body, version });
}

/** @throws ApiError `conflict` where somebody else has changed it since it was read */
export async function deleteRecord(
  kind: EntityKind,
  { id, version }: { id: string; version: number },
): Promise<void> {
  await request('DELETE', `/v1/entities/${kind}/${encodeURIComponent(id)}`, { version });
}

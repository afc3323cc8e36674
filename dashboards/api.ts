import type { NamedQueryRows, PinnedScript, QueryAnswer } from '../schemas/api.js';
import type { Key } from '../schemas/entities/keys.js';
import type { Scope } from '../schemas/entities/scopes.js';
import type { Site as SiteData } from '../schemas/entities/site.js';
import { request } from './http.js';

export type Lead = NamedQueryRows['leads'];
export type Person = NamedQueryRows['person'];
export type TimelineEvent = NamedQueryRows['timeline'];
export type RejectedEvent = NamedQueryRows['rejected_events'];
export type Site = SiteData & { id: string };
export type { Scope };
export type ApiKey = Key & { id: string };
/** A key just made, with what is never told again. */
export type MadeKey = ApiKey & { key: string };

/** A stretch of a list that goes on at `cursor`, if there is one. */
export interface Page<Row> {
  rows: Row[];
  cursor?: string | undefined;
}

/** Parameters of a named query; empty ones are left out. */
type Parameters = Record<string, string | number | undefined>;

export async function query<Name extends keyof NamedQueryRows>(
  name: Name,
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<Page<NamedQueryRows[Name]>> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) if (value) search.set(key, String(value));
  const answer = (await request('GET', `/v1/query/${name}?${search}`, { signal })) as QueryAnswer<
    NamedQueryRows[Name]
  >;
  return { rows: answer.rows, cursor: answer.meta.cursor };
}

export async function listSites(signal?: AbortSignal): Promise<Site[]> {
  return ((await request('GET', '/v1/entities/sites', { signal })) as QueryAnswer<Site>).rows;
}

/** The script of this Leadline under its immutable name; undefined where the answer is none. */
export async function pinnedScript(signal?: AbortSignal): Promise<PinnedScript | undefined> {
  const { file, integrity } = ((await request('GET', '/leadline.json', { signal })) ??
    {}) as Partial<PinnedScript>;
  return file && integrity ? { file, integrity } : undefined;
}

/** Only what a site's schema knows is sent back: a record may come with more (its version, say). */
export async function saveSite({ id, ...site }: Site): Promise<void> {
  const { name, origins, timeZone, currency, country, affiliateParameters, scrubParameters, cookieDomain } =
    site;
  const body = {
    name,
    origins,
    timeZone,
    currency,
    country,
    affiliateParameters,
    scrubParameters,
    cookieDomain,
  } satisfies Record<keyof SiteData, unknown>;
  await request('PUT', `/v1/entities/sites/${encodeURIComponent(id)}`, { body });
}

export async function listKeys(signal?: AbortSignal): Promise<ApiKey[]> {
  return ((await request('GET', '/v1/entities/keys', { signal })) as QueryAnswer<ApiKey>).rows;
}

/** @param id one that no key has yet: else that key is changed, and its secret is not told */
export async function makeKey(id: string, body: Key): Promise<MadeKey> {
  return (await request('PUT', `/v1/entities/keys/${encodeURIComponent(id)}`, { body })) as MadeKey;
}

export async function revokeKey(id: string): Promise<void> {
  await request('DELETE', `/v1/entities/keys/${encodeURIComponent(id)}`);
}

import type { EntityKind } from '../api.js';
import { request } from '../http.js';

/** A record of a site as it is stored, whose fields are these. */
export type Stored<Fields> = Fields & { id: string; version: number };

const pathOf = (kind: EntityKind, site: string, id = '') =>
  `/v1/entities/${kind}${id && `/${encodeURIComponent(id)}`}?${new URLSearchParams({ site })}`;

export const makeRule = <Fields>(kind: EntityKind, site: string, body: Fields) =>
  request('POST', pathOf(kind, site), { body });

/** @throws ApiError `conflict` where somebody else has changed it since that version */
export const saveRule = <Fields>(
  kind: EntityKind,
  site: string,
  { id, version }: { id: string; version: number },
  body: Fields,
) => request('PUT', pathOf(kind, site, id), { body, version });

/** @throws ApiError `conflict` where somebody else has changed it since that version */
export const removeRule = (
  kind: EntityKind,
  site: string,
  { id, version }: { id: string; version: number },
) => request('DELETE', pathOf(kind, site, id), { version });

/** One that was removed, under the id that it had. */
export const restoreRule = <Fields>(kind: EntityKind, site: string, id: string, body: Fields) =>
  request('PUT', pathOf(kind, site, id), { body });

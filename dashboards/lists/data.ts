import type { View } from '../../schemas/entities/views.js';
import { listAll } from '../api.js';
import { request } from '../http.js';

/** A saved view as it is stored. */
export type SavedView = View & { id: string; version: number };

const pathOf = (site: string, id = '') =>
  `/v1/entities/views${id && `/${encodeURIComponent(id)}`}?${new URLSearchParams({ site })}`;

/** The views of a page, by name. */
export async function listViews(site: string, page: string, signal?: AbortSignal): Promise<SavedView[]> {
  const all = await listAll<SavedView>('views', signal, site);
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return all.filter((view) => view.page === page).sort((one, other) => compare(one.name, other.name));
}

export const makeView = async (site: string, body: View) =>
  (await request('POST', pathOf(site), { body })) as SavedView;

/** @throws ApiError `conflict` where somebody else has changed it since that version */
export const saveView = async (site: string, { id, version }: SavedView, body: View) =>
  (await request('PUT', pathOf(site, id), { body, version })) as SavedView;

/** @throws ApiError `conflict` where somebody else has changed it since that version */
export const removeView = (site: string, { id, version }: SavedView) =>
  request('DELETE', pathOf(site, id), { version });

/** One that was removed, under the id that it had: addresses that name it go on. */
export const restoreView = (site: string, { id, version: _, ...body }: SavedView) =>
  request('PUT', pathOf(site, id), { body });

import type { QueryAnswer } from '../../schemas/api.js';
import type { Product } from '../../schemas/entities/products.js';
import { ApiError, request } from '../http.js';
import { changedHere } from '../live/own.js';

/** A product of a site as it is stored. */
export type ProductRecord = Product & { id: string; version: number };

const pathOf = (site: string, id: string) =>
  `/v1/entities/products/${encodeURIComponent(id)}?${new URLSearchParams({ site })}`;

/** Those that fit some words; the first ones where there are none. */
export async function findProducts(
  site: string,
  search: string,
  limit: number,
  signal?: AbortSignal,
): Promise<ProductRecord[]> {
  const asked = new URLSearchParams({ site, limit: String(limit), ...(search && { search }) });
  return ((await request('GET', `/v1/entities/products?${asked}`, { signal })) as QueryAnswer<ProductRecord>)
    .rows;
}

/** @returns undefined where there is none under this id */
export async function readProduct(
  site: string,
  id: string,
  signal?: AbortSignal,
): Promise<ProductRecord | undefined> {
  try {
    return (await request('GET', pathOf(site, id), { signal })) as ProductRecord;
  } catch (error) {
    if (error instanceof ApiError && error.failure === 'not_found') return undefined;
    throw error;
  }
}

/**
 * Keeps a product under its id.
 *
 * @param version that is changed; left out for a new one
 * @throws ApiError `conflict` where somebody else has changed it since, or has made one of this id
 */
export async function saveProduct(
  site: string,
  id: string,
  body: Product,
  version: number | undefined,
): Promise<void> {
  await request('PUT', pathOf(site, id), { body, version });
  changedHere(['products']);
}

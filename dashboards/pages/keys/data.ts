import type { Scope } from '../../../schemas/roles.js';
import type { Role } from '../../access.js';
import { deleteRecord, listAll } from '../../api.js';
import { request } from '../../http.js';

/** What a key is made with: a role, or scopes. */
export interface Key {
  name: string;
  role?: Role;
  scopes?: Scope[];
  /** All sites where it is left out. */
  sites?: string[];
  /** UTC milliseconds. */
  expires?: number;
}

export type ApiKey = Key & { id: string; version: number; madeBy?: string; lastUsedAt?: number };

/** A key just made, with what is never told again. */
export type MadeKey = ApiKey & { key: string };

export const listKeys = (signal?: AbortSignal) => listAll<ApiKey>('keys', signal);

/**
 * @param id one that no key has yet: a key that is there is not changed. Who owns some sites alone has one made for them
 */
export async function makeKey(id: string | undefined, body: Key): Promise<MadeKey> {
  const [method, path] =
    id === undefined ? (['POST', ''] as const) : (['PUT', `/${encodeURIComponent(id)}`] as const);
  return (await request(method, `/v1/entities/keys${path}`, { body })) as MadeKey;
}

export const revokeKey = (key: ApiKey) => deleteRecord('keys', key);

/**
 * The last moment of a day by this browser's clock.
 *
 * @param day as a date field has it, such as 2026-10-14; empty for none
 */
export function endOfDay(day: string): number | undefined {
  const end = Date.parse(`${day}T23:59:59.999`);
  return Number.isNaN(end) ? undefined : end;
}

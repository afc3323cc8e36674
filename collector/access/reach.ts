import { EVERY_SITE } from '../../schemas/roles.js';
import type { Keys } from './keys.js';
import type { Users } from './users.js';

/** The sites that somebody is an owner of: `*` where it is all. */
export type Reach = readonly string[];

/** How far those reach now who once did something (`owner`, `user:<id>`, `key:<id>`): nowhere, if they have left. */
export async function reachOf(
  by: string,
  users: Pick<Users, 'byId'>,
  keys: Pick<Keys, 'find'>,
): Promise<Reach> {
  if (by === 'owner') return [EVERY_SITE];
  const [, kind, id = ''] = /^(user|key):(.+)$/.exec(by) ?? [];
  if (kind === 'user') {
    const access = (await users.byId(id))?.access ?? [];
    return access.filter(({ roles }) => roles.includes('owner')).map(({ site }) => site);
  }
  const key = kind === 'key' ? await keys.find(id) : undefined;
  const isOwner = key && (key.role === 'owner' || key.scopes?.includes('owner'));
  const isOver = (key?.expires ?? Number.POSITIVE_INFINITY) <= Date.now();
  return isOwner && !isOver ? (key.sites ?? [EVERY_SITE]) : [];
}

/** Whether all that somebody has, or is to have, lies within a reach. */
export const reaches = (reach: Reach, access: readonly { site: string }[]): boolean =>
  reach.includes(EVERY_SITE) || (access.length > 0 && access.every(({ site }) => reach.includes(site)));

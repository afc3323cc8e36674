import { query as ask } from '../api.js';
import { useLiveRecord } from '../live/use.js';
import { me } from '../session.js';
import { ownerName } from './owner_name.js';
import { useSite } from './site.js';

export interface Owners {
  /** What an owner is called. */
  ownerName: (owner: string) => string;
  /** Who can be looked for: the value that a person's owner has, and what they are called. */
  owners: readonly (readonly [value: string, name: string])[];
}

/** Those who may own somebody: everybody who sees the site. */
export function useOwners(): Owners {
  const { site } = useSite();
  const { record } = useLiveRecord(`team ${site.id}`, ['team'], async (signal) => {
    const { rows } = await ask('team', { site: site.id }, signal);
    return rows;
  });
  const self = me.value?.user;
  const users = record?.length ? record : self ? [self] : [];
  return {
    ownerName: (owner) => ownerName(owner, [...(self ? [self] : []), ...users]),
    owners: users.map(({ email, name }) => [email, name]),
  };
}

import { isOwnerAt } from '../access.js';
import { useLiveRecord } from '../live/use.js';
import { me } from '../session.js';
import { listUsers } from '../users.js';
import { ownerName } from './owner_name.js';
import { useSite } from './site.js';

export interface Owners {
  /** What an owner is called. */
  ownerName: (owner: string) => string;
  /** Who can be looked for: the value that a person's owner has, and what they are called. */
  owners: readonly (readonly [value: string, name: string])[];
}

/** Those who may own somebody. Owners of the site may know all users; others know themselves. */
export function useOwners(): Owners {
  const { site } = useSite();
  const mayList = isOwnerAt(me.value?.access ?? [], site.id);
  const { record } = useLiveRecord(
    mayList ? 'users' : 'no users',
    mayList ? ['users'] : [],
    async (signal) => (mayList ? listUsers(signal) : []),
  );
  const self = me.value?.user;
  // Whoever may not list them knows themselves.
  const users = record?.length ? record : self ? [self] : [];
  return {
    ownerName: (owner) => ownerName(owner, [...(self ? [self] : []), ...users]),
    owners: users.map(({ email, name }) => [email, name]),
  };
}

import { isOwnerAt } from '../../access.js';
import { useSite } from '../../components/site.js';
import { useLiveRecord } from '../../live/use.js';
import { me } from '../../session.js';
import { listUsers } from '../users/data.js';
import { ownerName } from './owner_name.js';

const POLL_MS = 60_000;

/** Owners may know all users; others know themselves. */
export function useOwnerName(): (owner: string) => string {
  const { site } = useSite();
  const mayList = isOwnerAt(me.value?.access ?? [], site.id);
  const { record } = useLiveRecord(mayList ? 'users' : 'no users', POLL_MS, async (signal) =>
    mayList ? listUsers(signal) : [],
  );
  const self = me.value?.user;
  return (owner) => ownerName(owner, [...(self ? [self] : []), ...(record ?? [])]);
}

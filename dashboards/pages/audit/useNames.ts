import { listAll } from '../../api.js';
import { useSite } from '../../components/site.js';
import { useLiveRecord } from '../../live/use.js';
import { listUsers } from '../../users.js';

export type NameOf = (target: string, id: string) => string | undefined;

const listKeys = (signal?: AbortSignal) => listAll<{ id: string; name: string }>('keys', signal);

/** What users, keys and sites are called today: entries have ids. */
export function useNames() {
  const { sites } = useSite();
  const users = useLiveRecord('users', ['users'], listUsers).record ?? [];
  const keys = useLiveRecord('keys', ['keys'], listKeys).record ?? [];
  const lists: Partial<Record<string, readonly { id: string; name: string }[]>> = { users, keys, sites };
  const nameOf: NameOf = (target, id) => lists[target]?.find((one) => one.id === id)?.name;
  return { users, keys, nameOf };
}

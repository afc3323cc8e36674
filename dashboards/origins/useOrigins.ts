import { useSignal } from '@preact/signals';
import { isOwnerAt } from '../access.js';
import { listSites, saveSite } from '../api.js';
import { announce } from '../components/announce.js';
import { useSite } from '../components/site.js';
import { useFailure } from '../components/useFailure.js';
import { ApiError } from '../http.js';
import { me } from '../session.js';
import { texts } from './texts.js';

/** The allowed origins of the chosen site, and changing them. */
export function useOrigins() {
  const { site, reload } = useSite();
  const error = useFailure();
  const removed = useSignal<string | undefined>(undefined);
  const m = texts.value;

  /** Changes the record as it stands now, not as this page read it: somebody else may have changed it since. */
  async function change(edit: (origins: string[]) => string[]): Promise<boolean> {
    error.value = undefined;
    try {
      const latest = (await listSites()).find(({ id }) => id === site.id) ?? site;
      await saveSite({ ...latest, origins: edit(latest.origins) });
      reload();
      return true;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
      // The page shows the record as it is now; what was typed is still there, to do again.
      if (cause.failure === 'conflict') reload();
      return false;
    }
  }

  async function add(origin: string): Promise<boolean> {
    const done = await change((origins) => [...origins.filter((other) => other !== origin), origin]);
    if (done && removed.peek() === origin) removed.value = undefined;
    if (done) announce(m.added(origin));
    return done;
  }

  async function remove(origin: string): Promise<void> {
    if (await change((origins) => origins.filter((other) => other !== origin))) removed.value = origin;
  }

  /** Others see what is allowed, and why events were refused. */
  const mayChange = isOwnerAt(me.value?.access ?? [], site.id);
  return { origins: site.origins, error: error.value, removed: removed.value, mayChange, add, remove };
}

export type Origins = ReturnType<typeof useOrigins>;

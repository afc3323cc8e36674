import { recordsUnaudited } from '../../schemas/gen/queries/records_unaudited.js';
import type { Watcher } from '../records/change.js';
import type { Records } from '../records/records.js';
import { Versions } from '../records/versions.js';
import type { Store } from '../store/store.js';

/** How far back it looks. */
const SINCE_MS = 2 * 86_400_000;
/** What is younger may be under way, at another collector. */
const UNDER_WAY_MS = 1_000;

/**
 * Notes what a collector that was killed had changed and not noted yet. The same entry, should somebody else have noted it
 * meanwhile: it is called by the version that it is about.
 */
export async function noteUnaudited(
  store: Store,
  records: Pick<Records, 'kindOf'>,
  watcher: Pick<Watcher, 'changed'>,
  now = Date.now(),
): Promise<number> {
  const versions = new Versions(store);
  const missing = await store.query(recordsUnaudited, { since: now - SINCE_MS, until: now - UNDER_WAY_MS });
  for (const { site, kind, id, version } of missing) {
    const place = { kind: records.kindOf(kind), site, id };
    const [after, before] = await versions.list(place, { below: version + 1, limit: 2 });
    if (after) await watcher.changed(place, before?.deleted ? undefined : before, after, { by: after.by });
  }
  return missing.length;
}

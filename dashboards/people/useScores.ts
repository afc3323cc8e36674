import { listAll } from '../api.js';
import { useSite } from '../components/site.js';
import { useLiveRecord } from '../live/use.js';

/** Whether leads of the site score: where it has rules for that. */
export function useScores(): boolean {
  const { site } = useSite();
  const { record } = useLiveRecord(`scores ${site.id}`, ['scoreRules'], async (signal) => {
    const rules = await listAll('scoreRules', signal, site.id);
    return { are: rules.length > 0 };
  });
  return record?.are ?? false;
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { askList, type Lead } from '../../api.js';
import { nameOf } from '../../components/person.js';
import { useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { useLiveRecord } from '../../live/use.js';
import { personUrl } from '../../urls.js';

/** While somebody is still typing nothing is asked. */
const PAUSE_MS = 250;
const SHOWN_MAX = 3;

/** Whether it can be one; the collector looks more closely. */
export const isEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

interface KnownProps {
  /** An address or a number that somebody is typing; empty while it is none yet. */
  search: string;
  /** Before their names. */
  says: string;
  /** Whose page this is: they are not told. */
  except?: string;
}

/** Who goes by what is typed already. */
export function Known({ search, says, except }: KnownProps) {
  const { site } = useSite();
  const asked = useSignal('');
  useEffect(() => {
    const timer = setTimeout(() => {
      asked.value = search;
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [search]);
  const typed = asked.value;
  const { record } = useLiveRecord(`known ${site.id} ${typed}`, typed ? ['leads'] : [], async (signal) =>
    typed
      ? (
          await askList(
            'leads',
            site.id,
            new URLSearchParams({ search: typed }),
            { limit: SHOWN_MAX },
            signal,
          )
        ).rows
      : [],
  );
  const found: Lead[] = typed && typed === search ? (record ?? []) : [];
  const others = found.filter(({ person_id }) => person_id !== except);
  return (
    <div role="status">
      {others.length > 0 && (
        <p class="notice notice-quiet">
          {says}{' '}
          {others.map((lead, place) => (
            <span key={lead.person_id}>
              {place > 0 && ', '}
              <a href={personUrl(site.id, lead.person_id)}>
                <UserText>{nameOf(lead)}</UserText>
              </a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

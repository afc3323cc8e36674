import { askList } from '../api.js';
import { ErrorNotice } from '../components/Notice.js';
import { useSite } from '../components/site.js';
import { messages } from '../i18n/locale.js';
import { useLiveRecord } from '../live/use.js';
import { urlOf } from '../urls.js';
import { texts } from './texts.js';

interface MatchingProps {
  /** As the list of leads takes them. */
  filters: string;
  say: (count: number) => string;
}

/** How many leads fit filters, by the very list that shows them; live. */
export function Matching({ filters, say }: MatchingProps) {
  const { site } = useSite();
  const asked = new URLSearchParams(filters);
  const { record, error } = useLiveRecord(`matching ${site.id} ${filters}`, ['leads'], async (signal) => ({
    total: (await askList('leads', site.id, asked, { limit: 1 }, signal)).total,
  }));
  if (error) return <ErrorNotice error={error} />;
  return (
    <p class="small" role="status">
      {record?.total === undefined ? (
        texts.value.counting
      ) : (
        <a href={`${urlOf('/leads', { site: site.id })}&${asked}`} target="_blank" rel="noopener">
          {say(record.total)}
          <span class="hidden-text"> {messages.value.newTab}</span>
        </a>
      )}
    </p>
  );
}

import './page.css';
import { query } from '../../api.js';
import { PageHeading } from '../../components/Heading.js';
import { Loaded } from '../../components/Loaded.js';
import { EmptyState, ErrorNotice } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { useAddress } from '../../components/useAddress.js';
import { useLiveRecord } from '../../live/use.js';
import { useOrigins } from '../../origins/useOrigins.js';
import { urlOf } from '../../urls.js';
import { Events } from './Events.js';
import { Reason } from './Reason.js';
import { texts } from './texts.js';

/** What was refused, by reason; of one reason that the address names, each event. */
export function Page() {
  const m = texts.value;
  const { site } = useSite();
  const { search } = useAddress();
  const chosen = search.get('reason') ?? '';
  const origins = useOrigins();
  const reasons = useLiveRecord(`rejected_reasons ${site.id}`, ['rejected_reasons'], async (signal) => {
    const { rows } = await query('rejected_reasons', { site: site.id, limit: 100 }, signal);
    return rows;
  });
  return (
    <>
      <div class="page-head">
        <PageHeading />
        {chosen && (
          <a class="button" href={urlOf('/refused', { site: site.id })}>
            {m.all}
          </a>
        )}
      </div>
      <div class="stack stack-wide">
        <p class="refused-intro">{m.intro}</p>
        {origins.error && <ErrorNotice error={origins.error} />}
        <Loaded list={reasons}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState>
                <p role="status">{m.empty}</p>
              </EmptyState>
            ) : (
              <ul class="reasons">
                {rows
                  .filter(({ reason }) => !chosen || reason === chosen)
                  .map((row) => (
                    <Reason key={row.reason_id} row={row} origins={origins} isOpen={row.reason === chosen} />
                  ))}
              </ul>
            )
          }
        </Loaded>
        {chosen && <Events key={`${site.id} ${chosen}`} reason={chosen} />}
      </div>
    </>
  );
}

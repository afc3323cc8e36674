import { useRef } from 'preact/hooks';
import { query as ask, type TimelineEvent } from '../../api.js';
import { announce } from '../../components/announce.js';
import { NewRows } from '../../components/NewRows.js';
import { EmptyState, ErrorNotice, Skeleton, StaleNotice } from '../../components/Notice.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useSite } from '../../components/site.js';
import { Timeline as Moments } from '../../components/Timeline.js';
import { foldVisits } from '../../components/timeline_rows.js';
import { useLiveList } from '../../live/use.js';
import { entriesOf } from './group.js';
import { momentOf, sayUnknown, visitOf } from './moment.js';
import type { OwnerName } from './sentence.js';
import { useWholes } from './useWholes.js';
import { WholesOf } from './whole.js';
import { words } from './words.js';

const PAGE_ROWS = 50;

export function Timeline({ person, ownerName }: { person: string; ownerName: OwnerName }) {
  const { site } = useSite();
  const m = words.value;
  const region = useRef<HTMLElement>(null);
  const list = useLiveList<TimelineEvent>({
    key: `timeline ${site.id} ${person}`,
    of: ['timeline'],
    idOf: (event) => event.event_id,
    load: (cursor, signal) => ask('timeline', { site: site.id, person, limit: PAGE_ROWS, cursor }, signal),
    onFresh: (events) => announce(m.timeline.added(events.length)),
  });
  const { rows, error } = list;
  const wholes = useWholes(person);
  const moments = entriesOf(wholes.put(rows ?? []), site.timeZone).map((entry) => ({
    ...momentOf(entry, ownerName, list.fresh),
    entry,
  }));
  return (
    <section ref={region} tabIndex={-1} class="timeline" aria-labelledby="timeline">
      <div class="section-head">
        <h2 id="timeline">{m.timeline.title}</h2>
        <p class="muted small">{m.times(site.timeZone)}</p>
      </div>
      <NewRows list={list} focusAfter={() => region.current} />
      {error && rows && <StaleNotice error={error} />}
      {!rows && (error ? <ErrorNotice error={error} retry={list.retry} /> : <Skeleton lines={6} />)}
      {rows?.length === 0 && <EmptyState>{m.timeline.empty}</EmptyState>}
      {moments.length > 0 && (
        <div class="card">
          <WholesOf.Provider value={wholes}>
            <Moments
              label={m.timeline.title}
              entries={foldVisits(moments, ({ entry }) => entry.visit, visitOf).map(sayUnknown)}
            />
          </WholesOf.Provider>
        </div>
      )}
      <ShowMore list={list} focusAfter={() => region.current} />
    </section>
  );
}

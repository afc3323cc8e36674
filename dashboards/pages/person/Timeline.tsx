import { useRef } from 'preact/hooks';
import { NewRows } from '../../components/NewRows.js';
import { NothingFound } from '../../components/NothingFound.js';
import { EmptyState, ErrorNotice, Skeleton, StaleNotice } from '../../components/Notice.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useFormat, useSite } from '../../components/site.js';
import { Timeline as Moments } from '../../components/Timeline.js';
import { foldVisits } from '../../components/timeline_rows.js';
import { useAddress } from '../../components/useAddress.js';
import type { Whom } from '../../people/acts/whom.js';
import { clearTimeline, timelineAsked } from './asked.js';
import { entriesOf } from './group.js';
import { momentOf, sayUnknown, visitOf } from './moment.js';
import type { OwnerName } from './sentence.js';
import { Toolbar } from './Toolbar.js';
import { useTimeline } from './useTimeline.js';
import { useWholes } from './useWholes.js';
import { WholesOf } from './whole.js';
import { words } from './words.js';

export function Timeline({ whom, ownerName }: { whom: Whom; ownerName: OwnerName }) {
  const { id: person } = whom;
  const { site } = useSite();
  const format = useFormat();
  const m = words.value;
  const region = useRef<HTMLElement>(null);
  const { search, change } = useAddress();
  const asked = timelineAsked(search, person);
  const { older: list, newer, rows } = useTimeline(asked);
  const { error } = list;
  const wholes = useWholes(person);
  const moments = entriesOf(wholes.put(rows ?? []), site.timeZone).map((entry) => ({
    ...momentOf(entry, ownerName, list.fresh, whom),
    entry,
  }));
  const isPart = asked.isNarrowed || asked.day !== '';
  return (
    <section ref={region} tabIndex={-1} class="timeline" aria-labelledby="timeline">
      <div class="section-head">
        <h2 id="timeline">{m.timeline.title}</h2>
        <p class="muted small">{m.times(site.timeZone)}</p>
      </div>
      {(isPart || rows?.length !== 0) && (
        <Toolbar search={asked.words} day={asked.day} types={(rows ?? []).map(({ type }) => type)} />
      )}
      <NewRows list={list} focusAfter={() => region.current} />
      <ShowMore list={newer} label={m.timeline.showNewer} focusAfter={() => region.current} />
      {error && rows && <StaleNotice error={error} />}
      {!rows && (error ? <ErrorNotice error={error} retry={list.retry} /> : <Skeleton lines={6} />)}
      {rows?.length === 0 && (
        <EmptyState>
          {isPart ? (
            <NothingFound words={asked.words} clear={() => change(clearTimeline)}>
              {!asked.isNarrowed && m.timeline.nothingUntil(format.shortDay(asked.day))}
            </NothingFound>
          ) : (
            m.timeline.empty
          )}
        </EmptyState>
      )}
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

import { useRef } from 'preact/hooks';
import { query as ask, type TimelineEvent } from '../../api.js';
import { announce } from '../../components/announce.js';
import { useKeptFocus } from '../../components/hooks.js';
import { Icon } from '../../components/Icon.js';
import { NewRows } from '../../components/NewRows.js';
import { EmptyState, ErrorNotice, Skeleton, StaleNotice } from '../../components/Notice.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useFormat, useSite } from '../../components/site.js';
import { dayKey, daysBetween } from '../../i18n/format.js';
import { useLiveList } from '../../live/use.js';
import { now } from '../../now.js';
import { Details } from './Details.js';
import { type Entry, groupByDay } from './group.js';
import { type OwnerName, tell } from './sentence.js';
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
  useKeptFocus();
  const { rows, error } = list;
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
      {groupByDay(rows ?? [], site.timeZone).map(({ key, entries }) => (
        <section key={key} class="day">
          <DayHeading day={key} />
          <ol class="entries">
            {entries.map((entry) => (
              <EntryItem
                key={entry.key}
                entry={entry}
                fresh={list.fresh.has(entry.event.event_id)}
                ownerName={ownerName}
              />
            ))}
          </ol>
        </section>
      ))}
      <ShowMore list={list} focusAfter={() => region.current} />
    </section>
  );
}

function DayHeading({ day }: { day: string }) {
  const { site } = useSite();
  const format = useFormat();
  const m = words.value.timeline;
  const ago = daysBetween(day, dayKey(now.value, site.timeZone));
  const near = ago === 0 ? m.today : ago === 1 ? m.yesterday : undefined;
  const full = format.day(day, now.value);
  return (
    <h3>
      <time dateTime={day}>
        {near ?? full}
        {near && <span class="muted"> {full}</span>}
      </time>
    </h3>
  );
}

interface EntryProps {
  entry: Entry;
  fresh: boolean;
  ownerName: OwnerName;
}

function EntryItem({ entry: { event, count }, fresh, ownerName }: EntryProps) {
  const format = useFormat();
  const { icon, text } = tell(event, words.value, ownerName);
  const device = [event.browser, event.os].filter(Boolean).join(' · ');
  return (
    <li class={`entry entry-${icon}${fresh ? ' fresh' : ''}`}>
      <span class="entry-icon">
        <Icon name={icon} />
      </span>
      <div class="entry-head">
        <p class="entry-text">
          {text}
          {count > 1 && <span class="tag">{words.value.timeline.repeated(count)}</span>}
        </p>
        <time
          class="muted small"
          dateTime={new Date(event.ts).toISOString()}
          title={format.dateTime(event.ts)}
        >
          {format.time(event.ts)}
        </time>
      </div>
      <div class="entry-details">
        <Details event={event} />
        {device && event.type === 'form_submit' && <p class="muted small">{device}</p>}
      </div>
    </li>
  );
}

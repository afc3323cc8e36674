import './Timeline.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { dayKey, daysBetween } from '../i18n/format.js';
import { now } from '../now.js';
import { Icon, type IconName } from './Icon.js';
import { useFormat, useSite } from './site.js';
import { texts } from './texts.js';
import { type Placed, timelineRows } from './timeline_rows.js';
import { VirtualList } from './VirtualList.js';

/** Something that happened, as it is told. */
export interface TimelineEntry extends Placed {
  icon: IconName;
  /** What stands out: the moment somebody became known, a form, money; a bot stands back. */
  tone?: 'known' | 'strong' | 'good' | 'call' | 'faint' | undefined;
  sentence: ComponentChildren;
  /** What it carries besides. */
  details?: ComponentChildren;
  /** What it holds, out of sight until it is opened: the pages of a visit. */
  inside?: readonly TimelineEntry[] | undefined;
  isFresh?: boolean | undefined;
}

interface TimelineProps {
  label: string;
  /** In the order in which they are shown. */
  entries: readonly TimelineEntry[];
}

/** In pixels, until they are measured. */
const DAY_HEIGHT = 44;
const ENTRY_HEIGHT = 56;

/** What happened, day by day of the site. Of any length. */
export function Timeline({ label, entries }: TimelineProps) {
  const { site } = useSite();
  return (
    <VirtualList
      label={label}
      rows={timelineRows(entries, site.timeZone)}
      keyOf={({ kind, key }) => `${kind} ${key}`}
      estimate={({ kind }) => (kind === 'day' ? DAY_HEIGHT : ENTRY_HEIGHT)}
    >
      {(row) => (row.kind === 'day' ? <DayHeading day={row.key} /> : <EntryView entry={row.entry} />)}
    </VirtualList>
  );
}

function DayHeading({ day }: { day: string }) {
  const { site } = useSite();
  const format = useFormat();
  const m = texts.value.timeline;
  const ago = daysBetween(day, dayKey(now.value, site.timeZone));
  const near = ago === 0 ? m.today : ago === 1 ? m.yesterday : undefined;
  const full = format.day(day, now.value);
  return (
    <h3 class="moments-day">
      <time dateTime={day}>
        {near && `${near}, `}
        {full}
      </time>
    </h3>
  );
}

function EntryView({ entry }: { entry: TimelineEntry }) {
  const format = useFormat();
  const m = texts.value.timeline;
  const id = useId();
  const isOpen = useSignal(false);
  const { ts, icon, tone, sentence, details, inside, isFresh } = entry;
  return (
    <div class={['moment', tone && `moment-${tone}`, isFresh && 'fresh'].filter(Boolean).join(' ')}>
      <span class="moment-icon">
        <Icon name={icon} />
      </span>
      <div class="moment-text">
        <p class="moment-sentence">{sentence}</p>
        {details && <div class="moment-details">{details}</div>}
        {inside && (
          <>
            <button
              type="button"
              class="moment-more"
              aria-expanded={isOpen.value}
              aria-controls={id}
              onClick={() => {
                isOpen.value = !isOpen.peek();
              }}
            >
              <Icon name={isOpen.value ? 'ascending' : 'down'} />
              {isOpen.value ? m.less : m.more(inside.length)}
            </button>
            <ol id={id} class="moment-inside" hidden={!isOpen.value}>
              {isOpen.value &&
                inside.map((one) => (
                  <li key={one.key}>
                    <EntryView entry={one} />
                  </li>
                ))}
            </ol>
          </>
        )}
      </div>
      <time class="moment-time" dateTime={new Date(ts).toISOString()} title={format.dateTime(ts)}>
        {format.time(ts)}
      </time>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { sourceText } from '../../components/person.js';
import { useFormat } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import type { TimelineEntry } from '../../components/Timeline.js';
import type { Whom } from '../../people/acts/whom.js';
import { Before } from './Before.js';
import { Correct } from './Correct.js';
import { Details } from './Details.js';
import type { Entry } from './group.js';
import { Retract } from './Retract.js';
import { type OwnerName, pageLink, tell } from './sentence.js';
import { words } from './words.js';

/** As the timeline shows it, with what it was made of. */
export type Moment = TimelineEntry & { entry: Entry };

/** Pages that the line of a visit names. */
const NAMED_MAX = 3;

const tones: Partial<Record<string, TimelineEntry['tone']>> = {
  form: 'strong',
  order: 'good',
  goal: 'good',
  phone: 'call',
  visit: 'call',
};

export function momentOf(
  { key, event, count }: Entry,
  ownerName: OwnerName,
  fresh: ReadonlySet<string>,
  whom: Whom,
): TimelineEntry {
  const { timeline: m } = words.value;
  const { icon, text } = tell(event, words.value, ownerName);
  const device = [event.browser, event.os].filter(Boolean).join(' · ');
  return {
    key,
    ts: event.ts,
    icon,
    tone: event.retracted_at > 0 ? 'faint' : event.became_known ? 'known' : tones[icon],
    sentence: (
      <>
        {event.became_known && (
          <>
            <strong>{m.becameKnown}</strong> ·{' '}
          </>
        )}
        {event.retracted_at > 0 ? <Retracted at={event.retracted_at}>{text}</Retracted> : text}
        {count > 1 && <span class="tag">{m.repeated(count)}</span>}
        {event.corrected_at > 0 && <Corrected event={event} />}
        {event.is_team && <span class="tag">{m.team}</span>}
        {typeof event.props.import === 'string' && <span class="tag">{m.imported}</span>}
      </>
    ),
    details: (
      <>
        <Details event={event} ownerName={ownerName} />
        {device && event.type === 'form_submit' && <p>{device}</p>}
        <Before event={event} ownerName={ownerName} />
        <Correct event={event} whom={whom} />
        <Retract event={event} whom={whom} />
      </>
    ),
    isFresh: fresh.has(event.event_id),
  };
}

/** It was told otherwise before; and when it took place, where that was not said rightly. */
function Corrected({ event: { corrected_at, took_place_at } }: { event: Entry['event'] }) {
  const { correct: m } = words.value;
  const format = useFormat();
  return (
    <span class="tag">
      {m.wasOn(format.shortDateTime(corrected_at))}
      {took_place_at > 0 && ` · ${m.tookPlace(format.shortDateTime(took_place_at))}`}
    </span>
  );
}

/** It was written, and counts no more. */
function Retracted({ at, children }: { at: number; children: ComponentChildren }) {
  const format = useFormat();
  return (
    <>
      <s>{children}</s> <span class="tag">{words.value.retract.wasOn(format.shortDateTime(at))}</span>
    </>
  );
}

/** Says of what was done before anybody knew by whom that it was; of a visit once for all that it holds. */
export const sayUnknown = (moment: Moment): Moment =>
  moment.entry.isUnknown
    ? {
        ...moment,
        sentence: (
          <>
            {moment.sentence} <span class="muted">— {words.value.timeline.unknownThen}</span>
          </>
        ),
      }
    : moment;

/** The pages that somebody looked at in a row, as one line that holds them. */
export function visitOf(inside: readonly [Moment, ...Moment[]]): Moment {
  const [newest] = inside;
  const oldest = inside.at(-1) ?? newest;
  return {
    ...newest,
    // The oldest names it: another page changes the line instead of replacing it.
    key: `visit ${oldest.key}`,
    icon: 'page',
    tone: undefined,
    sentence: <Visited inside={inside} />,
    details: <Came entry={oldest.entry} device={newest.entry.event.device} />,
    inside,
    isFresh: inside.some(({ isFresh }) => isFresh),
  };
}

function Visited({ inside }: { inside: readonly Moment[] }) {
  const m = words.value.timeline;
  const format = useFormat();
  const events = inside.map(({ entry }) => entry.event);
  const lasted = (events[0]?.ts ?? 0) - (events.at(-1)?.ts ?? 0);
  const pages = new Map([...events].reverse().map((event) => [event.title || event.url, event]));
  const named = [...pages.values()].slice(0, NAMED_MAX);
  return (
    <>
      {m.visited(pages.size, lasted >= 1_000 ? format.duration(lasted) : '')}{' '}
      {named.map((event, index) => (
        <span key={event.event_id}>
          {index > 0 && ', '}
          {pageLink(event)}
        </span>
      ))}
      {pages.size > NAMED_MAX && ', …'}
      {events.some(({ is_team }) => is_team) && <span class="tag">{m.team}</span>}
    </>
  );
}

/** What brought them, and on what they looked at it. */
function Came({ entry: { event }, device }: { entry: Entry; device: string }) {
  const { devices } = words.value;
  const source = [sourceText(event.source), event.medium, event.campaign].filter(Boolean).join(' / ');
  const on = (devices as Partial<Record<string, string>>)[device] ?? device;
  const told = [source, on].filter(Boolean);
  return told.length > 0 ? (
    <p>
      <UserText>{told.join(' · ')}</UserText>
    </p>
  ) : null;
}

import type { TimelineEvent } from '../../api.js';
import { dayKey } from '../../i18n/format.js';
import { pageOf } from '../../urls.js';

/** One line of the timeline: an event, or a run of views of one page of which `event` is the latest. */
export interface Entry {
  key: string;
  event: TimelineEvent;
  count: number;
  /** The visit that looking at pages belongs to. */
  visit?: string;
  /** Of a browser that was not yet anybody's. */
  isUnknown: boolean;
}

/** Somebody who comes back to an open page after so long came anew: the collector's own bound. */
const VISIT_MS = 30 * 60_000;

/**
 * Groups events, newest first as they come: one page viewed again and again in a day of the zone is one entry, and views
 * are told which visit they are of. What a browser did before the event by which it became somebody's is marked.
 */
export function entriesOf(events: readonly TimelineEvent[], timeZone: string): Entry[] {
  const entries: (Entry & { day: string })[] = [];
  const known = new Set<string>();
  for (const event of events) {
    const day = dayKey(event.ts, timeZone);
    const last = entries.at(-1);
    if (last?.day === day && isSameView(last.event, event)) {
      last.count++;
      // The oldest of the run names it: a newer view then changes the entry instead of replacing it.
      last.key = event.event_id;
      // What brought the visitor is told by the first view of a run.
      last.event = { ...last.event, ...(!last.event.source && origin(event)), ...reading(last.event, event) };
    } else {
      const isUnknown = known.has(event.visitor_id);
      entries.push({ key: event.event_id, event, count: 1, day, isUnknown });
    }
    if (event.became_known) known.add(event.visitor_id);
  }
  return withVisits(entries);
}

const isOfPage = ({ type }: TimelineEvent) => type === 'page_view' || type === 'page_leave';

/** From the oldest on: whoever came from somewhere, or after a while, or with another browser, begins a visit. */
function withVisits(entries: readonly (Entry & { day: string })[]): Entry[] {
  const told: Entry[] = [];
  let before: (typeof entries)[number] | undefined;
  let visit = '';
  for (const entry of [...entries].reverse()) {
    const { day, ...rest } = entry;
    const { key, event } = rest;
    if (!isOfPage(event)) {
      told.push(rest);
      continue;
    }
    const isSame =
      before?.day === day &&
      !event.source &&
      before.event.visitor_id === event.visitor_id &&
      event.ts - before.event.ts < VISIT_MS;
    if (!isSame) visit = key;
    before = entry;
    told.push({ ...rest, visit });
  }
  return told.reverse();
}

const origin = ({ channel, source, medium, campaign, referrer }: TimelineEvent) => ({
  channel,
  source,
  medium,
  campaign,
  referrer,
});

/** Views of one page are read together. */
const reading = (newer: TimelineEvent, older: TimelineEvent) => ({
  engaged_ms: newer.engaged_ms + older.engaged_ms,
  scroll_percent: Math.max(newer.scroll_percent, older.scroll_percent),
  bot_signals: [...new Set([...newer.bot_signals, ...older.bot_signals])],
});

function isSameView(newer: TimelineEvent, older: TimelineEvent): boolean {
  const bothViews = newer.type === 'page_view' && older.type === 'page_view';
  // A run ends where somebody came anew: two sources are two visits.
  const oneVisit = !newer.source || !older.source || newer.source === older.source;
  return (
    bothViews &&
    oneVisit &&
    newer.visitor_id === older.visitor_id &&
    newer.is_team === older.is_team &&
    pageOf(newer.url) === pageOf(older.url)
  );
}

import type { TimelineEvent } from '../../api.js';
import { dayKey } from '../../i18n/format.js';
import { pageOf } from '../../urls.js';

/** One line of the timeline: an event, or a run of views of one page of which `event` is the latest. */
export interface Entry {
  key: string;
  event: TimelineEvent;
  count: number;
}

export interface Day {
  /** YYYY-MM-DD in the zone of the site. */
  key: string;
  entries: Entry[];
}

/** Groups events, newest first as they come, by the days of a zone; one page viewed again and again is one entry. */
export function groupByDay(events: TimelineEvent[], timeZone: string): Day[] {
  const days: Day[] = [];
  for (const event of events) {
    const key = dayKey(event.ts, timeZone);
    let day = days.at(-1);
    if (day?.key !== key) {
      day = { key, entries: [] };
      days.push(day);
    }
    const last = day.entries.at(-1);
    if (last && isSameView(last.event, event)) {
      last.count++;
      // The oldest of the run names it: a newer view then changes the entry instead of replacing it.
      last.key = event.event_id;
      // What brought the visitor is told by the first view of a run.
      last.event = { ...last.event, ...(!last.event.source && origin(event)), ...reading(last.event, event) };
    } else {
      day.entries.push({ key: event.event_id, event, count: 1 });
    }
  }
  return days;
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
    bothViews && oneVisit && newer.visitor_id === older.visitor_id && pageOf(newer.url) === pageOf(older.url)
  );
}

import { askedIn, isNarrowed } from '../../components/asked.js';
import { addDays, isDay } from '../../components/date_range.js';

/** By what a timeline is filtered, as its query has them. */
export const FILTERS = ['type', 'campaign', 'source', 'url'] as const;

/** What the address of a person's page says of their timeline. */
export interface TimelineAsked {
  /** The day of the site that it begins with, going back; empty where it begins with the newest. */
  day: string;
  /** What was searched for. */
  words: string;
  isNarrowed: boolean;
  /** What is asked for: the newest first, until that day. */
  older: URLSearchParams;
  /** What came after that day, the oldest first. */
  newer: URLSearchParams;
}

export function timelineAsked(address: URLSearchParams, person: string): TimelineAsked {
  const chosen = askedIn(address, FILTERS);
  for (const name of ['sort', 'order']) chosen.delete(name);
  const given = address.get('day');
  // No day comes after the last one that a query can name.
  const day = isDay(given) && given < '9999' ? given : '';
  const next = day && addDays(day, 1);
  return {
    day,
    words: (chosen.get('search') ?? '').trim(),
    isNarrowed: isNarrowed(chosen),
    older: new URLSearchParams([['person', person], ...chosen, ...(day ? [['before', next]] : [])]),
    newer: new URLSearchParams([['person', person], ...chosen, ['after', next], ['order', 'asc']]),
  };
}

/** Takes out of an address what narrows the timeline. */
export function clearTimeline(address: URLSearchParams): void {
  for (const name of [...askedIn(address, FILTERS).keys(), 'day']) address.delete(name);
}

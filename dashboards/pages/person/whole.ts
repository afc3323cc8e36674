import { createContext } from 'preact';
import type { TimelineEvent } from '../../api.js';

/** A row of the timeline with what is cut of it as it is in the whole event; what else it tells may be newer there. */
export function withWhole(row: TimelineEvent, whole: TimelineEvent): TimelineEvent {
  const uncut = Object.entries(whole).filter(([name]) => Object.hasOwn(row.cut, name));
  return { ...row, ...Object.fromEntries(uncut), cut: {} };
}

/** Of several events that one id was used for, the one that a row is of. */
export const isSameEvent = (one: TimelineEvent, other: TimelineEvent): boolean =>
  one.event_id === other.event_id &&
  one.visitor_id === other.visitor_id &&
  one.type === other.type &&
  one.ts === other.ts;

/** Which events are told in full, because somebody asked for it. */
export interface Wholes {
  isWhole(event: TimelineEvent): boolean;
  isAsked(event: TimelineEvent): boolean;
  /** Why it cannot be told. */
  problemOf(event: TimelineEvent): string;
  /** How many characters a column has of which the timeline has the beginning alone; 0 where it has all. */
  lengthOf(event: TimelineEvent, column: string): number;
  toggle(event: TimelineEvent): void;
}

export const WholesOf = createContext<Wholes>({
  isWhole: () => false,
  isAsked: () => false,
  problemOf: () => '',
  lengthOf: (event, column) => event.cut[column] ?? 0,
  toggle: () => {},
});

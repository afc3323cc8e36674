import { dayKey } from '../i18n/format.js';

/** What the frame needs to know of an entry to put it in its place. */
export interface Placed {
  key: string;
  ts: number;
}

export type TimelineRow<Entry> = { kind: 'day'; key: string } | { kind: 'entry'; key: string; entry: Entry };

/** Entries in the order given, each day of a zone after its heading. */
export function timelineRows<Entry extends Placed>(
  entries: readonly Entry[],
  timeZone: string,
): TimelineRow<Entry>[] {
  const rows: TimelineRow<Entry>[] = [];
  let day = '';
  for (const entry of entries) {
    const next = dayKey(entry.ts, timeZone);
    if (next !== day) rows.push({ kind: 'day', key: next });
    day = next;
    rows.push({ kind: 'entry', key: entry.key, entry });
  }
  return rows;
}

/**
 * Entries of one visit that follow each other become one that holds them, unless it were alone.
 *
 * @param visitOf undefined for what belongs to no visit, such as a call
 * @param fold tells a visit: `inside` are its entries in their order
 */
export function foldVisits<Entry>(
  entries: readonly Entry[],
  visitOf: (entry: Entry) => string | undefined,
  fold: (inside: readonly [Entry, ...Entry[]]) => Entry,
): Entry[] {
  const runs: { visit: string | undefined; inside: [Entry, ...Entry[]] }[] = [];
  for (const entry of entries) {
    const visit = visitOf(entry);
    const last = runs.at(-1);
    if (last && visit !== undefined && last.visit === visit) last.inside.push(entry);
    else runs.push({ visit, inside: [entry] });
  }
  return runs.map(({ inside }) => (inside.length > 1 ? fold(inside) : inside[0]));
}

import { type Signal, signal } from '@preact/signals';
import type { Page } from '../api.js';

/** A list as far as it has been read. */
export interface ListState<Row> {
  rows: Row[];
  cursor: string | undefined;
  /** The reader asked for more than the first page, so rows that leave it stay. */
  grown: boolean;
  /** Ids of the rows that came since the list was first shown. */
  fresh: ReadonlySet<string>;
}

/**
 * Puts a newly read first page over what is known: rows that it has are renewed, new ones come first, and the pages
 * that the reader loaded stay below.
 */
export function mergeFirstPage<Row>(
  known: ListState<Row> | undefined,
  page: Page<Row>,
  idOf: (row: Row) => string,
): ListState<Row> {
  if (!known) return { rows: page.rows, cursor: page.cursor, grown: false, fresh: new Set() };
  const before = new Set(known.rows.map(idOf));
  const added = page.rows.map(idOf).filter((id) => !before.has(id));
  const fresh = added.length > 0 ? new Set([...known.fresh, ...added]) : known.fresh;
  const first = { rows: page.rows, cursor: page.cursor, grown: false, fresh };
  if (!known.grown || !page.cursor) return first;
  const now = new Set(page.rows.map(idOf));
  const rest = known.rows.filter((row) => !now.has(idOf(row)));
  // Nothing in common: more came than a page holds (the tab slept), and keeping the old rows would hide the gap.
  if (rest.length === known.rows.length) return first;
  return { rows: [...page.rows, ...rest], cursor: known.cursor, grown: true, fresh };
}

export function appendPage<Row>(
  known: ListState<Row>,
  page: Page<Row>,
  idOf: (row: Row) => string,
): ListState<Row> {
  const ids = new Set(known.rows.map(idOf));
  const rows = [...known.rows, ...page.rows.filter((row) => !ids.has(idOf(row)))];
  return { ...known, rows, cursor: page.cursor, grown: true };
}

/** What a list showed last, so that Back shows it at once and in its old place. */
const lists = new Map<string, Signal<unknown>>();
const LISTS_MAX = 30;

export function remembered<State>(key: string): Signal<State | undefined> {
  const known = lists.get(key) ?? signal(undefined);
  // The least recently used one goes first: a Map keeps the order of insertion.
  lists.delete(key);
  lists.set(key, known);
  for (const oldest of [...lists.keys()].slice(0, -LISTS_MAX)) lists.delete(oldest);
  return known as Signal<State | undefined>;
}

/** After signing out nothing of what was read stays in memory. */
export const forgetLists = () => lists.clear();

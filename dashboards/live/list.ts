import { type Signal, signal } from '@preact/signals';
import type { Page } from '../api.js';

/** A list as far as it has been read. */
export interface ListState<Row> {
  /** As they are shown. */
  rows: Row[];
  cursor: string | undefined;
  /** The reader asked for more than the first page, so rows that leave it stay. */
  grown: boolean;
  /** Ids of the rows that came since the list was first shown. */
  fresh: ReadonlySet<string>;
  /** Ids of the first page as it was read last. */
  first: readonly string[];
  /** That page, where rows are in it that are not shown yet. */
  waiting?: Page<Row> | undefined;
  /** How many those are. */
  newCount: number;
  /** How many are found in all, where the collector counts them. */
  total?: number | undefined;
}

type IdOf<Row> = (row: Row) => string;

/**
 * Puts a newly read first page over what is known: rows that it has are renewed, new ones come first, and the pages
 * that the reader loaded stay below.
 */
export function mergeFirstPage<Row>(
  known: ListState<Row> | undefined,
  page: Page<Row>,
  idOf: IdOf<Row>,
): ListState<Row> {
  const ids = page.rows.map(idOf);
  const begun = {
    rows: page.rows,
    cursor: page.cursor,
    grown: false,
    newCount: 0,
    first: ids,
    total: page.total,
  };
  if (!known) return { ...begun, fresh: new Set() };
  const before = new Set(known.rows.map(idOf));
  const added = ids.filter((id) => !before.has(id));
  const fresh = added.length > 0 ? new Set([...known.fresh, ...added]) : known.fresh;
  if (!known.grown || !page.cursor) return { ...begun, fresh };
  const now = new Set(ids);
  const rest = known.rows.filter((row) => !now.has(idOf(row)));
  // Nothing in common: more came than a page holds (the tab slept), and keeping the old rows would hide the gap.
  if (rest.length === known.rows.length) return { ...begun, fresh };
  return { ...begun, fresh, rows: [...page.rows, ...rest], cursor: known.cursor, grown: true };
}

/**
 * Takes in a newly read first page without moving what is being read: rows are renewed where they stand, those that are
 * gone go, and new ones wait until somebody wants to see them, but for those at the end. A list that is empty shows them
 * at once.
 */
export function renewInPlace<Row>(
  known: ListState<Row> | undefined,
  page: Page<Row>,
  idOf: IdOf<Row>,
): ListState<Row> {
  const read = new Map(page.rows.map((row) => [idOf(row), row]));
  const last = page.rows.at(-1);
  // What stood above a row that is still in the page would be in it; what stood below has left it for the next one.
  const gone = new Set(known?.first.slice(0, lastIndexWhere(known.first, (id) => read.has(id)) + 1));
  const kept = (known?.rows ?? []).flatMap((row) => {
    const id = idOf(row);
    const renewed = read.get(id);
    return renewed ? [renewed] : gone.has(id) || !page.cursor ? [] : [row];
  });
  if (!known || kept.length === 0) return mergeFirstPage(known, page, idOf);
  const shown = new Set(kept.map(idOf));
  const lastShown = lastIndexWhere(page.rows, (row) => shown.has(idOf(row)));
  const isNew = (row: Row) => !shown.has(idOf(row));
  const behind = known.grown || lastShown < 0 ? [] : page.rows.slice(lastShown + 1);
  const newCount = page.rows.slice(0, page.rows.length - behind.length).filter(isNew).length;
  const rows = [...kept, ...behind];
  const endsAlike = last && rows.at(-1) === last;
  return {
    ...known,
    rows,
    first: page.rows.map(idOf),
    total: page.total,
    cursor: !page.cursor || endsAlike ? page.cursor : known.cursor,
    newCount,
    waiting: newCount > 0 ? page : undefined,
  };
}

const lastIndexWhere = <Row>(rows: readonly Row[], is: (row: Row) => boolean) =>
  rows.map(is).lastIndexOf(true);

export function appendPage<Row>(known: ListState<Row>, page: Page<Row>, idOf: IdOf<Row>): ListState<Row> {
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

/** A row as a list showed it last: of lists whose keys begin so, the one that was shown latest and has it. */
export function listedRow<Row>(begin: string, is: (row: Row) => boolean): Row | undefined {
  const found = [...lists].reverse().filter(([key]) => key.startsWith(begin));
  for (const [, state] of found) {
    const row = (state.peek() as ListState<Row> | undefined)?.rows.find(is);
    if (row) return row;
  }
  return undefined;
}

/** After signing out nothing of what was read stays in memory. */
export const forgetLists = () => lists.clear();

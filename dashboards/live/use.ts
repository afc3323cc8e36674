import { useSignal } from '@preact/signals';
import type { Page } from '../api.js';
import { ApiError } from '../http.js';
import { appendPage, type ListState, mergeFirstPage, remembered } from './list.js';
import { usePolling } from './poll.js';

/** With a form submitted, stored and asked for within it, a second keeps "within two seconds". */
export const LIST_POLL_MS = 1_000;

interface LiveListOptions<Row> {
  /** Says what is listed: another key is another list. */
  key: string;
  idOf: (row: Row) => string;
  load: (cursor: string | undefined, signal?: AbortSignal) => Promise<Page<Row>>;
  /** Told of rows that were not there at the last look. */
  onFresh?: (rows: Row[]) => void;
  intervalMs?: number;
}

export interface LiveList<Row> {
  /** Undefined until first read. */
  rows: Row[] | undefined;
  fresh: ReadonlySet<string>;
  error: ApiError | undefined;
  moreError: ApiError | undefined;
  hasMore: boolean;
  loadingMore: boolean;
  /** Reads on from the cursor; resolves to the number of rows read, or undefined when it failed. */
  loadMore: () => Promise<number | undefined>;
  retry: () => void;
}

/** A list that stays up to date by itself and can be read on. */
export function useLiveList<Row>(options: LiveListOptions<Row>): LiveList<Row> {
  const { key, idOf, load, onFresh, intervalMs = LIST_POLL_MS } = options;
  const state = remembered<ListState<Row>>(key);
  const loadingMore = useSignal(false);
  const moreError = useSignal<ApiError | undefined>(undefined);

  const { error, retry } = usePolling(key, intervalMs, async (signal) => {
    const page = await load(undefined, signal);
    const known = state.peek();
    const next = mergeFirstPage(known, page, idOf);
    // Nothing new, nothing drawn: most looks find the list as it was.
    if (known && JSON.stringify(known.rows) === JSON.stringify(next.rows) && known.cursor === next.cursor)
      return;
    state.value = next;
    const added = next.rows.filter((row) => next.fresh.has(idOf(row)) && !known?.fresh.has(idOf(row)));
    if (known && added.length > 0) onFresh?.(added);
  });

  async function loadMore(): Promise<number | undefined> {
    const before = state.peek();
    if (!before?.cursor || loadingMore.peek()) return undefined;
    loadingMore.value = true;
    moreError.value = undefined;
    // From here on rows that leave the first page stay, so that none falls between it and the next one.
    state.value = { ...before, grown: true };
    try {
      const page = await load(before.cursor);
      state.value = appendPage(state.peek() ?? before, page, idOf);
      return page.rows.length;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      moreError.value = error;
      return undefined;
    } finally {
      loadingMore.value = false;
    }
  }

  return {
    rows: state.value?.rows,
    fresh: state.value?.fresh ?? new Set(),
    error,
    moreError: moreError.value,
    hasMore: state.value?.cursor !== undefined,
    loadingMore: loadingMore.value,
    loadMore,
    retry,
  };
}

/** One record that stays up to date by itself. `null` once it is known not to be there. */
export function useLiveRecord<T>(
  key: string,
  intervalMs: number,
  load: (signal: AbortSignal) => Promise<T | undefined>,
) {
  const state = remembered<T | null>(key);
  const polling = usePolling(key, intervalMs, async (signal) => {
    const next = (await load(signal)) ?? null;
    if (JSON.stringify(next) !== JSON.stringify(state.peek())) state.value = next;
  });
  return { ...polling, record: state.value };
}

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../api.js';
import { ApiError } from '../http.js';
import { appendPage, type ListState, mergeFirstPage, remembered, renewInPlace } from './list.js';
import { onChangedHere } from './own.js';
import { startReading } from './reading.js';
import type { Subject } from './stream.js';

interface LiveListOptions<Row> {
  /** Says what is listed: another key is another list. */
  key: string;
  /** What it is read anew for. */
  of: readonly Subject[];
  idOf: (row: Row) => string;
  load: (cursor: string | undefined, signal?: AbortSignal) => Promise<Page<Row>>;
  /** Told of rows that were not there at the last look and are shown by themselves, in a list that was empty. */
  onFresh?: (rows: Row[]) => void;
}

export interface LiveList<Row> {
  /** Undefined until first read. */
  rows: Row[] | undefined;
  fresh: ReadonlySet<string>;
  /** How many rows have come that are not shown yet: they would move what is being read. */
  newCount: number;
  /** How many are found in all, where the collector counts them. */
  total: number | undefined;
  showNew: () => void;
  error: ApiError | undefined;
  moreError: ApiError | undefined;
  hasMore: boolean;
  loadingMore: boolean;
  /** Reads on from the cursor; resolves to the number of rows read, or undefined when it failed. */
  loadMore: () => Promise<number | undefined>;
  /** Reads it anew, and shows all of it. */
  retry: () => void;
}

/** A list that stays up to date by itself and can be read on. */
export function useLiveList<Row>({ key, of, idOf, load, onFresh }: LiveListOptions<Row>): LiveList<Row> {
  const state = remembered<ListState<Row>>(key);
  const loadingMore = useSignal(false);
  const moreError = useSignal<ApiError | undefined>(undefined);

  const { error, retry } = useReading(key, of, async (signal, { isFirst, isAsked }) => {
    const page = await load(undefined, signal);
    const known = state.peek();
    // They have asked for it, or just come to its beginning: nothing is being read that could be moved.
    const isFree = isAsked || (isFirst && scrollY === 0);
    const next = (isFree ? mergeFirstPage : renewInPlace)(known, page, idOf);
    // Nothing new, nothing drawn: most looks find the list as it was.
    if (known && JSON.stringify(known) === JSON.stringify(next)) return;
    state.value = next;
    if (known?.rows.length === 0 && next.rows.length > 0) onFresh?.(next.rows);
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
    newCount: state.value?.newCount ?? 0,
    total: state.value?.total,
    showNew() {
      const known = state.peek();
      if (known?.waiting) state.value = mergeFirstPage(known, known.waiting, idOf);
    },
    error,
    moreError: moreError.value,
    hasMore: state.value?.cursor !== undefined,
    loadingMore: loadingMore.value,
    loadMore,
    retry,
  };
}

/** One record, or few, that stay up to date by themselves. `null` once it is known not to be there. */
export function useLiveRecord<T>(
  key: string,
  of: readonly Subject[],
  load: (signal: AbortSignal) => Promise<T | undefined>,
) {
  const state = remembered<T | null>(key);
  const reading = useReading(key, of, async (signal) => {
    const next = (await load(signal)) ?? null;
    if (JSON.stringify(next) !== JSON.stringify(state.peek())) state.value = next;
  });
  return { ...reading, record: state.value };
}

/** Why something is read. */
interface Occasion {
  /** For the first time since the component is there, or since `key` changed. */
  isFirst: boolean;
  /** Its reader has asked for it, or done what changed it. */
  isAsked: boolean;
}

/** Reads while the component is there; starts anew when `key` changes. */
function useReading(
  key: string,
  of: readonly Subject[],
  run: (signal: AbortSignal, occasion: Occasion) => Promise<void>,
) {
  const error = useSignal<ApiError | undefined>(undefined);
  const latest = useRef(run);
  latest.current = run;
  const isAsked = useRef(false);
  const reading = useRef<ReturnType<typeof startReading> | undefined>(undefined);
  const retry = () => {
    isAsked.current = true;
    reading.current?.now();
  };
  useEffect(() => {
    error.value = undefined;
    let isFirst = true;
    const started = startReading({
      of,
      run: async (signal) => {
        const occasion = { isFirst, isAsked: isAsked.current };
        isFirst = false;
        // What is asked for while this is read is not in it.
        isAsked.current = false;
        try {
          await latest.current(signal, occasion);
        } catch (cause) {
          isAsked.current ||= occasion.isAsked;
          throw cause;
        }
      },
      onResult: (result) => {
        error.value = result;
      },
    });
    reading.current = started;
    const forget = onChangedHere({ of, told: retry });
    return () => {
      forget();
      started.stop();
    };
  }, [key, of.join()]);
  return { error: error.value, retry };
}

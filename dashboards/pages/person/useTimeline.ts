import { useSignal } from '@preact/signals';
import { askList, type TimelineEvent } from '../../api.js';
import { announce } from '../../components/announce.js';
import { useSite } from '../../components/site.js';
import { type LiveList, useLiveList } from '../../live/use.js';
import type { TimelineAsked } from './asked.js';
import { words } from './words.js';

const PAGE_ROWS = 50;

type List = LiveList<TimelineEvent>;

/** Both ways from where a timeline begins. */
interface Read {
  older: List;
  /** What came after the day that it begins with. */
  newer: Pick<List, 'loadMore' | 'hasMore' | 'loadingMore' | 'moreError'>;
  /** What is shown, the newest first. */
  rows: TimelineEvent[] | undefined;
}

/** Reads a timeline from the newest event on, or from a day both ways. */
export function useTimeline({ older, newer, day }: TimelineAsked): Read {
  const { site } = useSite();
  const read = (asked: URLSearchParams, isAsked: boolean) => ({
    key: `timeline ${site.id} ${asked}`,
    of: ['timeline'] as const,
    idOf: (event: TimelineEvent) => event.event_id,
    load: async (cursor: string | undefined, signal?: AbortSignal) =>
      isAsked ? askList('timeline', site.id, asked, { limit: PAGE_ROWS, cursor }, signal) : { rows: [] },
  });
  const before = useLiveList<TimelineEvent>({
    ...read(older, true),
    onFresh: (events) => announce(words.peek().timeline.added(events.length)),
  });
  // Read at once, which tells whether there is more; shown when asked for.
  const after = useLiveList<TimelineEvent>(read(newer, day !== ''));
  const wanted = useSignal('');
  const isWanted = wanted.value === newer.toString();
  const found = day ? (after.rows ?? []) : [];
  return {
    older: before,
    newer: {
      ...after,
      hasMore: found.length > 0 && (!isWanted || after.hasMore),
      async loadMore() {
        if (isWanted) return after.loadMore();
        wanted.value = newer.toString();
        return found.length;
      },
    },
    rows: before.rows && [...(isWanted ? [...found].reverse() : []), ...before.rows],
  };
}

import { messages } from '../i18n/locale.js';
import type { LiveList } from '../live/use.js';
import { announce } from './announce.js';
import { ErrorNotice } from './Notice.js';

interface ShowMoreProps<Row> {
  list: Pick<LiveList<Row>, 'loadMore' | 'hasMore' | 'loadingMore' | 'moreError'>;
  /** What the button says where it is another direction. */
  label?: string;
  /** Takes the focus when the button goes, at the end of the list. */
  focusAfter: () => HTMLElement | null;
}

export function ShowMore<Row>({ list, label, focusAfter }: ShowMoreProps<Row>) {
  const m = messages.value;
  async function more() {
    const count = await list.loadMore();
    if (count === undefined) return;
    announce(m.loadedMore(count));
    // After the render that follows: only then is it known whether the button is still there.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusAfter()?.focus({ preventScroll: true });
    });
  }
  if (list.moreError && !list.loadingMore) return <ErrorNotice error={list.moreError} retry={more} />;
  if (!list.hasMore) return null;
  return (
    <button type="button" class="button show-more" aria-disabled={list.loadingMore} onClick={more}>
      {list.loadingMore ? m.loading : (label ?? m.showMore)}
    </button>
  );
}

import './NewRows.css';
import { useEffect } from 'preact/hooks';
import type { LiveList } from '../live/use.js';
import { announce } from './announce.js';
import { Icon } from './Icon.js';
import { texts } from './texts.js';

interface NewRowsProps<Row> {
  list: Pick<LiveList<Row>, 'newCount' | 'showNew'>;
  /** The list: takes the focus when the button goes, and is looked at from its beginning. */
  focusAfter: () => HTMLElement | null;
}

/** "3 new" over a list, which stays as it is until somebody wants to see them. Screen readers say it once. */
export function NewRows<Row>({ list: { newCount, showNew }, focusAfter }: NewRowsProps<Row>) {
  const m = texts.value;
  const hasNew = newCount > 0;
  useEffect(() => {
    if (hasNew) announce(m.newRows(newCount));
  }, [hasNew]);
  if (!hasNew) return null;
  function show() {
    showNew();
    const list = focusAfter();
    list?.focus({ preventScroll: true });
    if ((list?.getBoundingClientRect().top ?? 0) < 0) list?.scrollIntoView({ block: 'start' });
  }
  return (
    <div class="new-rows">
      <button type="button" class="button button-main" onClick={show}>
        <Icon name="ascending" />
        {m.newRows(newCount)}
      </button>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { texts } from './texts.js';

const FIRST = 5;
/** More than a reader goes through; the file of the list has all of them. */
const SHOWN_MAX = 200;

interface SeveralProps<Item> {
  items: readonly Item[];
  /** Of each, beside its key. */
  children: (item: Item) => ComponentChildren;
  keyOf: (item: Item) => string;
}

/** Lines, of which there may be thousands: the first, then on demand the others. */
export function Several<Item>({ items, children, keyOf }: SeveralProps<Item>) {
  const m = texts.value;
  const isOpen = useSignal(false);
  const shown = items.slice(0, isOpen.value ? SHOWN_MAX : FIRST);
  const rest = items.length - shown.length;
  return (
    <>
      {shown.map((item) => (
        <div key={keyOf(item)} class="several-line">
          {children(item)}
        </div>
      ))}
      {rest > 0 && !isOpen.value && (
        <button
          type="button"
          class="button-link"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          {m.more(rest)}
        </button>
      )}
      {rest > 0 && isOpen.value && <p class="muted small">{m.more(rest)}</p>}
    </>
  );
}

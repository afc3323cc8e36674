import type { RefObject } from 'preact';
import type { Selection } from './selection.js';
import { useShortcut } from './shortcuts.js';
import { texts } from './texts.js';

/** What takes the focus of a row: its link, else its box, else the first thing that can. */
const FOCUSED = 'a[data-row-link], input[type=checkbox], a, button, summary';

/**
 * `j` and `k` move the focus from row to row, `x` selects, Escape clears. Enter opens what has the focus, as everywhere.
 *
 * @param root has the rows, each marked by `data-row` with its key
 */
export function useRowKeys(root: RefObject<HTMLElement | null>, selection: Selection | undefined): void {
  const words = texts.value.table.keys;
  const rows = () => [...(root.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const current = () => rows().findIndex((row) => row.contains(document.activeElement));
  const move = (by: number) => {
    const all = rows();
    const at = current();
    // From outside the reader goes on where they look.
    const next = at >= 0 ? all[at + by] : all.find((row) => row.getBoundingClientRect().top >= 0);
    next?.querySelector<HTMLElement>(FOCUSED)?.focus();
  };
  useShortcut(
    'j',
    () => words.next,
    () => move(1),
  );
  useShortcut(
    'k',
    () => words.previous,
    () => move(-1),
  );
  useShortcut(
    selection ? 'x' : '',
    () => words.select,
    () => {
      const key = rows()[current()]?.dataset.row;
      if (key !== undefined) selection?.toggle(key);
    },
  );
  useShortcut(
    selection && selection.count > 0 ? 'Escape' : '',
    () => words.clear,
    () => selection?.clear(),
  );
}

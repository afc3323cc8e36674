import type { Selection } from './selection.js';
import { useShortcut } from './shortcuts.js';
import { texts } from './texts.js';

/** The rows of the table that has the focus, else of the first one on the page that has any. */
function rowsInReach(): HTMLElement[] {
  const tables = [...document.querySelectorAll<HTMLElement>('.data-table:has([data-row])')];
  const table = tables.find((one) => one.contains(document.activeElement)) ?? tables[0];
  return [...(table?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}

const currentIn = (rows: HTMLElement[]) => rows.findIndex((row) => row.contains(document.activeElement));

/** A row's link takes its focus, else the first thing in it that can. */
const focusableIn = (row: HTMLElement | undefined) =>
  row?.querySelector<HTMLElement>('a[data-row-link]') ??
  row?.querySelector<HTMLElement>('input[type=checkbox], a, button, summary');

function move(by: number): void {
  const rows = rowsInReach();
  const at = currentIn(rows);
  // From outside the reader goes on where they look.
  const next = at >= 0 ? rows[at + by] : rows.find((row) => row.getBoundingClientRect().top >= 0);
  focusableIn(next)?.focus();
}

function select(): void {
  const rows = rowsInReach();
  rows[currentIn(rows)]?.querySelector<HTMLElement>('.row-box input')?.click();
}

/**
 * `j` and `k` move the focus from row to row, `x` selects, Escape clears. Enter opens what has the focus, as everywhere.
 * Of several tables on a page each registers them; they mean the one that has the focus.
 */
export function useRowKeys(hasRows: boolean, selection: Selection | undefined): void {
  const words = () => texts.value.table.keys;
  useShortcut(
    hasRows ? 'j' : '',
    () => words().next,
    () => move(1),
  );
  useShortcut(
    hasRows ? 'k' : '',
    () => words().previous,
    () => move(-1),
  );
  useShortcut(hasRows && selection ? 'x' : '', () => words().select, select);
  useShortcut(
    selection && selection.count > 0 ? 'Escape' : '',
    () => words().clear,
    () => selection?.clear(),
  );
}

import type { Column } from './columns.js';

export interface Cells<Row> {
  column: Column<Row>;
  row: Row;
  href?: ((row: Row) => string | undefined) | undefined;
}

/** What a column tells of a row; as a link where the row leads somewhere. */
export function RowLink<Row>({ column, row, href }: Cells<Row>) {
  const to = href?.(row);
  if (!to) return <>{column.cell(row)}</>;
  return (
    <a class="row-link" data-row-link href={to}>
      {column.cell(row)}
    </a>
  );
}

interface RowBoxProps {
  label: string;
  checked: boolean;
  isPartly?: boolean;
  onChange: () => void;
}

/** The box is small, what takes the click is as high as the row. */
export function RowBox({ label, checked, isPartly = false, onChange }: RowBoxProps) {
  return (
    <label class="row-box">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        indeterminate={isPartly}
        onChange={onChange}
      />
    </label>
  );
}

const OWN = 'a, button, input, label, select, textarea, summary, details, [contenteditable]';

/** A click anywhere in a row or card follows its link, but for buttons in it and for whoever marks text. */
export function followRow(event: MouseEvent): void {
  const { target, currentTarget } = event;
  if (event.defaultPrevented || !(target instanceof Element) || !(currentTarget instanceof Element)) return;
  if (target.closest(OWN) || getSelection()?.toString()) return;
  const link = currentTarget.querySelector<HTMLAnchorElement>('a[data-row-link]');
  if (!link) return;
  if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener');
  else link.click();
}

/** A cell that cuts its text tells the whole of it to a pointer that rests on it. */
export function tellWhole({ target }: PointerEvent): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td, th') : null;
  if (!cell || cell.classList.contains('table-wraps')) return;
  const isCut = [cell, ...cell.querySelectorAll<HTMLElement>('*')].some(
    ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth,
  );
  if (isCut) cell.title = cell.textContent?.trim() ?? '';
  else cell.removeAttribute('title');
}

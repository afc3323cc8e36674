import './DataTable.css';
import './chips.css';
import type { ComponentChildren } from 'preact';
import type { ApiError } from '../http.js';
import { formatTag } from '../i18n/locale.js';
import { ColumnsMenu } from './ColumnsMenu.js';
import { CsvButton } from './CsvButton.js';
import { type Column, type ColumnsPlace, useColumns } from './columns.js';
import { useKeptFocus, useNarrow } from './hooks.js';
import { EmptyState, ErrorNotice, StaleNotice } from './Notice.js';
import { useSelection } from './selection.js';
import { areShortcutsOn } from './shortcuts.js';
import { TableCards } from './TableCards.js';
import { TableGrid } from './TableGrid.js';
import type { TableView } from './table_view.js';
import { texts } from './texts.js';
import { useRowKeys } from './useRowKeys.js';

export type { Column };

export interface Selecting<Row> {
  /** What to call a row, for those who do not see it beside its box. */
  nameOf: (row: Row) => string;
  actions: (rows: readonly Row[], clear: () => void) => ComponentChildren;
}

export interface DataTableProps<Row> extends Omit<TableView<Row>, 'shown' | 'selection'> {
  /** Of the table: under it the reader's choice of columns is kept. */
  name: string;
  columns: readonly Column<Row>[];
  /** Which of them are shown until the reader chooses; each that is not optional where it is left out. */
  usualColumns?: readonly string[] | undefined;
  /** Where else than in this browser the reader's choice stands. */
  columnsPlace?: ColumnsPlace | undefined;
  /** Rows can be selected; `actions` is what can be done with those that are. */
  selection?: Selecting<Row> | undefined;
  /** How many are found, shown or not, where it is known. */
  total?: number | undefined;
  /** All that is found as a file. */
  csv?: { path: string; file: string };
  /** In place of the rows where there are none: teaches the first step, or how to find something. */
  empty?: ComponentChildren;
  error?: ApiError | undefined;
  retry?: () => void;
  /** Above the table, at the side of its buttons: filters. */
  children?: ComponentChildren;
}

/**
 * A list of a query or of records: a table of one line a row where there is room for one, else cards, since a table
 * turned into blocks by CSS is none for screen readers.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    name,
    rows,
    keyOf,
    columns,
    usualColumns,
    columnsPlace,
    selection: selecting,
    total,
    csv,
    empty,
    error,
    retry,
    children,
  } = props;
  const m = texts.value.table;
  const choice = useColumns(name, columns, usualColumns, columnsPlace);
  const isNarrow = useNarrow();
  const known = useSelection(selecting && rows ? rows.map(keyOf) : []);
  const selection = selecting && { ...known, nameOf: selecting.nameOf };
  useKeptFocus();
  useRowKeys(Boolean(rows?.length), selection);
  const view: TableView<Row> = { ...props, shown: choice.shown, selection };
  const hasChoice = columns.length > 2;
  return (
    <div class="data-table">
      {(children || csv || hasChoice) && (
        <div class="table-bar">
          <div class="table-bar-start">{children}</div>
          {csv && <CsvButton {...csv} />}
          {hasChoice && <ColumnsMenu columns={columns} {...choice} />}
        </div>
      )}
      {error && (rows ? <StaleNotice error={error} /> : <ErrorNotice error={error} retry={retry} />)}
      {rows?.length === 0 ? (
        <EmptyState>{empty ?? <p role="status">{m.nothing}</p>}</EmptyState>
      ) : (
        (rows || !error) && (isNarrow ? <TableCards {...view} /> : <TableGrid {...view} />)
      )}
      {rows && rows.length > 0 && (
        <div class={known.count > 0 ? 'table-foot table-bulk' : 'table-foot'}>
          {selecting && known.count > 0 ? (
            <>
              <p role="status">{m.selected(known.count)}</p>
              {selecting.actions(
                rows.filter((row) => known.has(keyOf(row))),
                known.clear,
              )}
              <button type="button" class="button button-plain" onClick={known.clear}>
                {m.unselect}
              </button>
            </>
          ) : (
            <>
              <p>{countText(rows.length, total)}</p>
              {areShortcutsOn.value && (
                <KeyHints canOpen={Boolean(props.href)} canSelect={Boolean(selecting)} />
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}

function countText(shown: number, total: number | undefined): string {
  const m = texts.value.table;
  if (total === undefined) return '';
  return total > shown ? m.shown(shown.toLocaleString(formatTag.value), total) : m.found(total);
}

/** Beside the rows, for those with a keyboard; the whole list is behind `?`. */
function KeyHints({ canOpen, canSelect }: { canOpen: boolean; canSelect: boolean }) {
  const m = texts.value.table.hint;
  return (
    <p class="key-hints" aria-hidden="true">
      <kbd>j</kbd> <kbd>k</kbd> {m.move}
      {canOpen && (
        <>
          {' · '}
          <kbd>Enter</kbd> {m.open}
        </>
      )}
      {canSelect && (
        <>
          {' · '}
          <kbd>x</kbd> {m.select}
        </>
      )}
    </p>
  );
}

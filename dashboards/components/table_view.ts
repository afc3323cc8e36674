import type { ComponentChildren } from 'preact';
import type { Column } from './columns.js';
import type { Selection } from './selection.js';
import type { Sort } from './sorting.js';

/** What both views of a list, table and cards, show of it. */
export interface TableView<Row> {
  label: string;
  /** Undefined while they are read for the first time. */
  rows: readonly Row[] | undefined;
  keyOf: (row: Row) => string;
  /** Of the columns those that the reader wants. */
  shown: readonly Column<Row>[];
  /** Where a row leads: a click anywhere in it follows. */
  href?: ((row: Row) => string | undefined) | undefined;
  sort?: Sort | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
  selection: (Selection & { nameOf: (row: Row) => string }) | undefined;
  /** Buttons at the end of a row. */
  actions?: ((row: Row) => ComponentChildren) | undefined;
  /** What those need in the longest of our languages, in rem. */
  actionsWidth?: number | undefined;
  /** Keys of rows that came since the list was first shown. */
  fresh?: ReadonlySet<string> | undefined;
}

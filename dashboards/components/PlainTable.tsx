import './DataTable.css';
import type { Column } from './columns.js';
import { useNarrow } from './hooks.js';
import { TableCards } from './TableCards.js';
import { TableGrid } from './TableGrid.js';

interface PlainTableProps<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row>[];
}

/** A few rows that belong to what the page shows, all of them, in their own order; as cards where there is no room. */
export function PlainTable<Row>({ columns, ...view }: PlainTableProps<Row>) {
  const isNarrow = useNarrow();
  const shown = { ...view, shown: columns, selection: undefined };
  return isNarrow ? <TableCards {...shown} /> : <TableGrid {...shown} />;
}

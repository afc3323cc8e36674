import type { ComponentChildren } from 'preact';
import { useKeptFocus, useNarrow } from './hooks.js';

export interface Column<Row> {
  name: string;
  /** Nothing for a cell that is empty: a card leaves it out. */
  cell: (row: Row) => ComponentChildren;
  class?: string;
}

interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The first one names the row. */
  columns: readonly Column<Row>[];
  /** Buttons at the end of a row. */
  actions?: (row: Row) => ComponentChildren;
}

/** A table where there is room for one, else cards: a table turned into blocks by CSS is none for screen readers. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  useKeptFocus();
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table<Row>({ label, rows, keyOf, columns, actions }: DataTableProps<Row>) {
  return (
    <table class="data">
      <caption class="hidden-text">{label}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col" class={column.class}>
              {column.name}
            </th>
          ))}
          {actions && <td class="column-actions" />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ name, cell }, index) =>
              index === 0 ? (
                <th key={name} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={name}>{cell(row)}</td>
              ),
            )}
            {actions && (
              <td>
                <div class="actions">{actions(row)}</div>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards<Row>({ label, rows, keyOf, columns: [first, ...others], actions }: DataTableProps<Row>) {
  return (
    <ul class="data-cards" aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <div class="data-name">{first?.cell(row)}</div>
          <dl class="data-facts">
            {others
              .map(({ name, cell }) => ({ name, content: cell(row) }))
              .filter(({ content }) => content)
              .map(({ name, content }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{content}</dd>
                </div>
              ))}
          </dl>
          {actions && <div class="actions">{actions(row)}</div>}
        </li>
      ))}
    </ul>
  );
}

import { messages } from '../i18n/locale.js';
import { followRow, RowBox, RowLink } from './cells.js';
import type { Column } from './columns.js';
import { Skeleton } from './Notice.js';
import type { TableView } from './table_view.js';
import { texts } from './texts.js';

/** The view of a phone. */
export function TableCards<Row>(view: TableView<Row>) {
  const { label, rows, keyOf, shown, selection, actions, fresh, href } = view;
  const m = texts.value.table;
  const placed = (place: Column<Row>['card']) =>
    shown.filter(({ card }, index) => (card ?? (index === 0 ? 'title' : 'line')) === place);
  const [titles, lines, ends] = [placed('title'), placed('line'), placed('end')];
  if (!rows) return <Skeleton lines={8} />;
  return (
    <>
      <CardsHead {...view} />
      <ul class="data-cards" aria-label={label}>
        {rows.map((row, index) => {
          const key = keyOf(row);
          const isSelected = selection?.has(key) ?? false;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the card is what the keyboard uses
            <li
              key={key}
              data-row={key}
              class={`card data-card${isSelected ? ' table-selected' : ''}${fresh?.has(key) ? ' fresh' : ''}`}
              onClick={followRow}
            >
              <div class="data-card-head">
                {selection && (
                  <RowBox
                    label={m.select(selection.nameOf(row) || m.row(String(index + 1)))}
                    checked={isSelected}
                    onChange={() => selection.toggle(key)}
                  />
                )}
                <div class="data-card-title">
                  {titles.map((column, index) => (
                    <RowLink
                      key={column.name}
                      column={column}
                      row={row}
                      href={index === 0 ? href : undefined}
                    />
                  ))}
                </div>
                <div class="data-card-end">
                  {ends.map((column) => (
                    <RowLink key={column.name} column={column} row={row} />
                  ))}
                </div>
              </div>
              <Lines columns={lines} row={row} />
              {actions && <div class="actions">{actions(row)}</div>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Lines<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  const told = columns
    .map(({ name, title, cell }) => ({ name, title, content: cell(row) }))
    .filter(({ content }) => content);
  if (told.length === 0) return null;
  return (
    <dl class="data-facts">
      {told.map(({ name, title, content }) => (
        <div key={name}>
          <dt>{title}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What headers are for: the order, and all at once. */
function CardsHead<Row>({ shown, sort, onSort, selection }: TableView<Row>) {
  const m = texts.value.table;
  const sortable = shown.filter((column) => column.sort);
  if (!selection && (!onSort || sortable.length === 0)) return null;
  const choices = sortable.flatMap(({ name, title, sort: first }) =>
    (first === 'desc' ? (['desc', 'asc'] as const) : (['asc', 'desc'] as const)).map((order) => ({
      value: `${name} ${order}`,
      text: `${title}, ${order === 'asc' ? m.ascending : m.descending}`,
    })),
  );
  const value = sort ? `${sort.column} ${sort.order}` : '';
  return (
    <div class="data-cards-head">
      {selection && (
        <label class="choice">
          <input
            type="checkbox"
            checked={selection.state === 'all'}
            indeterminate={selection.state === 'some'}
            onChange={selection.toggleAll}
          />
          {m.selectAll}
        </label>
      )}
      {onSort && sortable.length > 0 && (
        <label class="data-cards-sort">
          <span>{m.sortBy}</span>
          <select
            value={value}
            onChange={(event) => {
              const [column = '', order = 'asc'] = event.currentTarget.value.split(' ');
              onSort({ column, order: order === 'desc' ? 'desc' : 'asc' });
            }}
          >
            {!choices.some((choice) => choice.value === value) && (
              <option value={value}>{messages.value.none}</option>
            )}
            {choices.map(({ value: one, text }) => (
              <option key={one} value={one} selected={one === value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

import { useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.js';
import { type Cells, followRow, RowBox, RowLink, tellWhole } from './cells.js';
import type { Column } from './columns.js';
import { Icon } from './Icon.js';
import { nextSort } from './sorting.js';
import { OneLine } from './Text.js';
import type { TableView } from './table_view.js';
import { texts } from './texts.js';
import { useFits } from './useFits.js';

/** In rem: room for a name of usual length, or a moment. */
const WIDTH = 9;
/** Of one button. */
const ACTIONS_WIDTH = 10;
const SKELETON_ROWS = 8;

/** The view with room: one line a row, the header in sight. */
export function TableGrid<Row>(view: TableView<Row>) {
  const { label, rows, keyOf, shown, selection, actions, actionsWidth = ACTIONS_WIDTH, fresh, href } = view;
  const m = texts.value.table;
  const frame = useRef<HTMLDivElement>(null);
  const fits = useFits(frame);
  return (
    <div ref={frame} class={fits ? 'table-frame' : 'table-frame table-scrolls'}>
      <table class="table" aria-busy={rows === undefined}>
        <caption class="hidden-text">{label}</caption>
        <colgroup>
          {selection && <col class="table-col-box" />}
          {shown.map(({ name, width = WIDTH }) => (
            <col key={name} style={{ width: `${width}rem` }} />
          ))}
          {actions && <col style={{ width: `${actionsWidth}rem` }} />}
        </colgroup>
        <thead onPointerOver={tellWhole}>
          <tr>
            {selection && (
              <td class="table-box">
                <RowBox
                  label={m.selectAll}
                  checked={selection.state === 'all'}
                  isPartly={selection.state === 'some'}
                  onChange={selection.toggleAll}
                />
              </td>
            )}
            {shown.map((column) => (
              <Header key={column.name} column={column} view={view} />
            ))}
            {actions && (
              <th scope="col">
                <span class="hidden-text">{m.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody onPointerOver={tellWhole}>
          {rows?.map((row, index) => {
            const key = keyOf(row);
            const isSelected = selection?.has(key) ?? false;
            return (
              <tr
                key={key}
                data-row={key}
                class={[isSelected && 'table-selected', fresh?.has(key) && 'fresh', href && 'table-leads']
                  .filter(Boolean)
                  .join(' ')}
                onClick={followRow}
              >
                {selection && (
                  <td class="table-box">
                    <RowBox
                      label={m.select(selection.nameOf(row) || m.row(String(index + 1)))}
                      checked={isSelected}
                      onChange={() => selection.toggle(key)}
                    />
                  </td>
                )}
                {shown.map((column, index) => (
                  <Cell
                    key={column.name}
                    column={column}
                    row={row}
                    href={index === 0 ? href : undefined}
                    isFirst={index === 0}
                  />
                ))}
                {actions && (
                  <td>
                    <div class="actions">{actions(row)}</div>
                  </td>
                )}
              </tr>
            );
          })}
          {!rows && <Skeletons columns={shown.length + (selection ? 1 : 0) + (actions ? 1 : 0)} />}
        </tbody>
      </table>
      {!rows && (
        <p class="hidden-text" role="status">
          {messages.value.loading}
        </p>
      )}
    </div>
  );
}

function Header<Row>({ column, view }: { column: Column<Row>; view: TableView<Row> }) {
  const { sort, onSort } = view;
  const { name, title, align, sort: first } = column;
  const isSorted = sort?.column === name;
  const order = isSorted ? (sort.order === 'asc' ? 'ascending' : 'descending') : undefined;
  return (
    <th scope="col" class={align && 'table-end'} aria-sort={order} title={title}>
      {first && onSort ? (
        <button type="button" class="table-sort" onClick={() => onSort(nextSort(sort, name, first))}>
          <span>{title}</span>
          {order && <Icon name={order} />}
        </button>
      ) : (
        title
      )}
    </th>
  );
}

interface CellProps<Row> extends Cells<Row> {
  isFirst: boolean;
}

function Cell<Row>({ column, row, href, isFirst }: CellProps<Row>) {
  const name = [column.align && 'table-end', column.wraps && 'table-wraps'].filter(Boolean).join(' ');
  const content = (
    <OneLine.Provider value={!column.wraps}>
      <RowLink column={column} row={row} href={href} />
    </OneLine.Provider>
  );
  return isFirst ? (
    <th scope="row" class={name}>
      {content}
    </th>
  ) : (
    <td class={name}>{content}</td>
  );
}

/** As high as what is being read, so that nothing jumps when it comes. */
function Skeletons({ columns }: { columns: number }) {
  return Array.from({ length: SKELETON_ROWS }, (_, row) => (
    <tr key={row} class="table-skeleton">
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          <span class="skeleton-line" />
        </td>
      ))}
    </tr>
  ));
}

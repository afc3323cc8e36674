import type { Column, useColumns } from './columns.js';
import { Icon } from './Icon.js';
import { Popover } from './Popover.js';
import { texts } from './texts.js';

interface ColumnsMenuProps<Row>
  extends Pick<ReturnType<typeof useColumns<Row>>, 'choose' | 'isShown' | 'isChanged' | 'reset'> {
  columns: readonly Column<Row>[];
}

/** Which columns a table shows. */
export function ColumnsMenu<Row>({ columns, choose, isShown, isChanged, reset }: ColumnsMenuProps<Row>) {
  const m = texts.value.table;
  return (
    <Popover
      class="chip"
      label={m.columns}
      button={
        <>
          {m.columns}
          <Icon name="down" />
        </>
      }
    >
      {() => (
        <fieldset class="choices">
          <legend class="hidden-text">{m.columns}</legend>
          {columns.map((column, index) => (
            <label key={column.name} class="choice">
              <input
                type="checkbox"
                checked={isShown(column, index)}
                disabled={index === 0}
                onChange={(event) => choose(column.name, event.currentTarget.checked)}
              />
              {column.title}
            </label>
          ))}
          {isChanged && (
            <button type="button" class="button button-small" onClick={reset}>
              {m.usual}
            </button>
          )}
        </fieldset>
      )}
    </Popover>
  );
}

import { useSignal } from '@preact/signals';
import { DataTable } from '../../components/DataTable.js';
import { Filters } from '../../components/Filters.js';
import { type Filter, filtersIn } from '../../components/filter_address.js';
import { useFormat, useSite } from '../../components/site.js';
import { sortRows } from '../../components/sorting.js';
import { toast } from '../../components/toast.js';
import { useAddress, useSort } from '../../components/useAddress.js';
import { ApiError } from '../../http.js';
import { formatTag } from '../../i18n/locale.js';
import { now } from '../../now.js';
import { urlOf } from '../../urls.js';
import { columnsOf } from './columns.js';
import { odd, type Sample, samples } from './sample.js';
import { texts } from './texts.js';

const broken = new ApiError('unavailable', 'store_down', '');

export function TablePart() {
  const m = texts.value;
  const { site } = useSite();
  const { search } = useAddress();
  const { sort, onSort } = useSort({ column: 'seen', order: 'desc' });
  const format = useFormat();
  const all = useSignal(samples(40, now.peek())).value;
  const columns = columnsOf(format);
  const filters = filtersIn(
    search,
    columns.map(({ name }) => name),
  );
  const found = all.filter((row) => filters.every((filter) => fits(row, filter)));
  const rows = sortRows(found, sort, valueIn, formatTag.value);
  const shared = { keyOf: ({ id }: Sample) => id, columns };
  return (
    <>
      <DataTable
        {...shared}
        name="design"
        label={m.people}
        rows={rows}
        href={({ id }) => `${urlOf('/design', { site: site.id })}#${id}`}
        sort={sort}
        onSort={onSort}
        total={found.length}
        empty={<p role="status">{m.none}</p>}
        selection={{
          nameOf: ({ name }) => name,
          actions: (chosen, clear) => (
            <button
              type="button"
              class="button"
              onClick={() => {
                toast(m.assigned(chosen.length), { undo: () => toast(m.undone) });
                clear();
              }}
            >
              {m.assign}
            </button>
          ),
        }}
      >
        <Filters columns={columns} />
      </DataTable>
      <h3>{m.states.odd}</h3>
      <DataTable {...shared} name="design-odd" label={m.states.odd} rows={odd(now.peek())} />
      <h3>{m.states.loading}</h3>
      <DataTable {...shared} name="design" label={m.states.loading} rows={undefined} />
      <h3>{m.states.empty}</h3>
      <DataTable {...shared} name="design" label={m.states.empty} rows={[]} />
      <h3>{m.states.error}</h3>
      <DataTable
        {...shared}
        name="design"
        label={m.states.error}
        rows={undefined}
        error={broken}
        retry={() => {}}
      />
    </>
  );
}

const valueIn = (row: Sample, column: string): unknown =>
  column === 'value' ? row.valueMinor : Reflect.get(row, column);

/** As a query would do it, as far as the sample goes. */
function fits(row: Sample, { column, operator, values }: Filter): boolean {
  const known = valueIn(row, column);
  if (known === undefined) return true;
  const value = String(known);
  switch (operator) {
    case '=':
      return values.includes(value);
    case '!=':
      return !values.includes(value);
    case '~=':
      return values.some((one) => value.toLowerCase().includes(one.toLowerCase()));
    case '>=':
      return values.every((one) => Number(value) >= Number(one));
    case '<=':
      return values.every((one) => Number(value) <= Number(one));
  }
}

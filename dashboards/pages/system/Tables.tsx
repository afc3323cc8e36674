import type { SystemState } from '../../../schemas/system.js';
import { DataTable } from '../../components/DataTable.js';
import { useFormat } from '../../components/site.js';
import { type Sort, sortRows } from '../../components/sorting.js';
import { useSort } from '../../components/useAddress.js';
import { formatTag } from '../../i18n/locale.js';
import { bytesText } from './bytes.js';
import { texts } from './texts.js';

type Table = SystemState['tables'][number];
const USUAL: Sort = { column: 'bytes', order: 'desc' };

/** What each table has on the disk. */
export function Tables({ tables }: { tables: readonly Table[] }) {
  const m = texts.value;
  const format = useFormat();
  const { sort, onSort } = useSort(USUAL);
  const tag = formatTag.value;
  const number = (name: 'rows' | 'parts') =>
    ({
      name,
      title: m.tableColumns[name],
      width: 6,
      align: 'end',
      sort: 'desc',
      cell: (row: Table) => format.number(row[name]),
    }) as const;
  return (
    <section class="card" aria-labelledby="tables">
      <h2 id="tables">{m.tables}</h2>
      <DataTable
        name="system_tables"
        label={m.tables}
        rows={sortRows(tables, sort, (row, column) => row[column as keyof Table], tag)}
        keyOf={({ table }) => table}
        sort={sort}
        onSort={onSort}
        total={tables.length}
        columns={[
          { name: 'table', title: m.tableColumns.table, width: 14, sort: 'asc', cell: ({ table }) => table },
          number('rows'),
          {
            name: 'bytes',
            title: m.tableColumns.bytes,
            width: 6,
            align: 'end',
            sort: 'desc',
            cell: ({ bytes }) => bytesText(bytes, tag),
          },
          number('parts'),
        ]}
      />
    </section>
  );
}

import type { SystemState } from '../../../schemas/system.js';
import { DataTable } from '../../components/DataTable.js';
import { useFormat } from '../../components/site.js';
import { formatTag } from '../../i18n/locale.js';
import { bytesText } from './bytes.js';
import { texts } from './texts.js';

/** Parts and files that could not be read. Nothing where there are none. */
export function Damaged({ queue, damagedParts }: Pick<SystemState, 'queue' | 'damagedParts'>) {
  const m = texts.value;
  const format = useFormat();
  const rows = [
    ...damagedParts.map(({ table, name, reason }) => ({ what: name, where: table, why: reason })),
    ...queue.damaged.map(({ name, bytes, at }) => ({
      what: name,
      where: 'queue/damaged',
      why: m.damagedFile(bytesText(bytes, formatTag.value), format.shortDateTime(at)),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <section class="card" aria-labelledby="damaged">
      <h2 id="damaged">{m.damaged}</h2>
      <DataTable
        name="system_damaged"
        label={m.damaged}
        rows={rows}
        keyOf={({ where, what }) => `${where} ${what}`}
        columns={[
          { name: 'what', title: m.damagedColumns.what, width: 16, cell: ({ what }) => what },
          { name: 'where', title: m.damagedColumns.where, width: 8, cell: ({ where }) => where },
          { name: 'why', title: m.damagedColumns.why, width: 10, cell: ({ why }) => why },
        ]}
      />
    </section>
  );
}

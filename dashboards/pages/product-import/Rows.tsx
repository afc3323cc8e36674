import { importActions } from '../../../schemas/imports.js';
import type { ProductImport, ProductImportRow } from '../../../schemas/product_imports.js';
import { DataTable } from '../../components/DataTable.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import type { ApiError } from '../../http.js';
import { texts as productTexts } from '../../products/texts.js';
import { productUrl } from '../../urls.js';
import { texts } from './texts.js';

/** Of a long file the first, those that are skipped before all. */
const SHOWN_MAX = 200;

interface RowsProps {
  found: ProductImport;
  through: ReadonlyMap<number, ApiError | undefined>;
}

/** What becomes of each row, and why. */
export function Rows({ found: { rows, counts }, through }: RowsProps) {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const names: Readonly<Record<string, string>> = productTexts.value.fields;
  const sayWhy = ({ row, reason, detail, action, changes }: ProductImportRow) => {
    const failure = through.get(row);
    if (failure) return failure.failure === 'conflict' ? m.changedSince : m.notStored;
    if (reason) return m.reasons[reason](names[detail] ?? detail);
    return action === 'update' ? changes.map((field) => names[field] ?? field).join(', ') : '';
  };
  const isFailed = (one: ProductImportRow) => one.action === 'skip' || through.get(one.row) !== undefined;
  const shown = [...rows.filter(isFailed), ...rows.filter((one) => !isFailed(one))].slice(0, SHOWN_MAX);
  return (
    <>
      <p>
        {importActions
          .map((action) => m.counted(m.actions[action], format.number(counts[action])))
          .join(' · ')}
      </p>
      <DataTable
        name="product-import"
        label={m.preview}
        rows={shown}
        keyOf={({ row }) => String(row)}
        href={({ version, id, row }) =>
          version > 0 || (through.has(row) && !through.get(row)) ? productUrl(site.id, id) : undefined
        }
        total={rows.length}
        columns={[
          { name: 'row', title: m.row, width: 4, cell: ({ row }) => format.number(row) },
          { name: 'action', title: m.what, width: 7, cell: ({ action }) => m.actions[action] },
          {
            name: 'product',
            title: names.name ?? '',
            width: 16,
            cell: ({ id, name }) => <UserText>{[id, name].filter(Boolean).join(' · ')}</UserText>,
          },
          {
            name: 'price',
            title: names.price ?? '',
            width: 8,
            align: 'end',
            cell: ({ product }) =>
              product?.price !== undefined && `${product.price} ${product.currency ?? site.currency ?? ''}`,
          },
          { name: 'why', title: m.why, width: 20, wraps: true, cell: sayWhy },
        ]}
      />
    </>
  );
}

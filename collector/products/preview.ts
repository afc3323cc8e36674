import { safeParse } from 'valibot';
import type { Encoding } from '../../schemas/entities/import_words.js';
import { type Product, product, products } from '../../schemas/entities/products.js';
import { type ImportAction, importActions } from '../../schemas/imports.js';
import {
  PRODUCT_ROWS_MAX,
  type ProductImport,
  type ProductImportField,
  type ProductImportRow,
  type ProductSkipReason,
} from '../../schemas/product_imports.js';
import { type TableRow, tableOf, unusable } from '../imports/table.js';
import { isId } from '../records/check.js';
import type { Records } from '../records/records.js';
import type { SiteRecord } from '../records/sites.js';
import { priceOf } from './price.js';
import { proposeProducts } from './propose.js';

const PAGE = 1_000;
const SAMPLES = 3;
const SAMPLE_MAX = 100;

type Stored = { version: number; data: Product };
type Field = ProductImportField | '';

/**
 * What a file of products says, and what would become of each row: a new product, a changed one, nothing, or why not. An
 * empty cell overwrites nothing. Nothing is stored.
 *
 * @param mapping what the columns are; found out where it is left out
 * @throws LeadlineError `import_invalid`
 */
export async function previewProducts(
  records: Pick<Records, 'page'>,
  site: Pick<SiteRecord, 'id' | 'currency'>,
  bytes: Uint8Array,
  { encoding, mapping }: { encoding?: Encoding; mapping?: readonly Field[] },
): Promise<ProductImport> {
  const table = tableOf(bytes, { ...(encoding && { encoding }), hasHeader: true });
  const fields = table.columns.map((_, at) => (mapping ?? proposeProducts(table.columns))[at] ?? '');
  const rows: TableRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length > PRODUCT_ROWS_MAX)
      throw unusable(
        'too_large',
        `The file has more than ${PRODUCT_ROWS_MAX} rows: split it.`,
        PRODUCT_ROWS_MAX,
      );
  }
  if (rows.length === 0) throw unusable('missing', 'The file has names of columns, and no rows.');
  const stored = await storedOf(records, site.id);
  const seen = new Map<string, number>();
  const outcomes = rows.map((row) => {
    const outcome = outcomeOf(row, fields, site.currency ?? '', stored);
    const first = seen.get(outcome.id);
    if (outcome.action === 'skip') return outcome;
    if (first !== undefined) return skipped(row.row, outcome.id, 'same_as_row', String(first));
    seen.set(outcome.id, row.row);
    return outcome;
  });
  const count = (action: ImportAction) => outcomes.filter((one) => one.action === action).length;
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    columns: table.columns.map((name, at) => ({
      name,
      samples: samplesOf(rows, at),
      field: fields[at] ?? '',
    })),
    counts: Object.fromEntries(
      importActions.map((action) => [action, count(action)]),
    ) as ProductImport['counts'],
    rows: outcomes,
  };
}

function outcomeOf(
  { row, cells }: TableRow,
  fields: readonly Field[],
  currency: string,
  stored: ReadonlyMap<string, Stored>,
): ProductImportRow {
  if (cells.length > fields.length) return skipped(row, '', 'too_many_cells');
  const said = new Map(
    fields.flatMap((field, at) => (field && cells[at] ? [[field, cells[at]] as const] : [])),
  );
  const id = said.get('id') ?? '';
  said.delete('id');
  if (!id) return skipped(row, '', 'id_missing');
  if (!isId(id)) return skipped(row, id, 'value_invalid', 'id');
  const before = stored.get(id);
  const price = said.get('price');
  if (price !== undefined) {
    const read = priceOf(price, said.get('currency')?.toUpperCase() ?? before?.data.currency ?? currency);
    if (read === undefined) return skipped(row, id, 'value_invalid', 'price');
    said.set('price', read);
  }
  if (!before && !said.has('name')) return skipped(row, id, 'name_missing');
  const parsed = safeParse(product, { ...before?.data, ...Object.fromEntries(said) });
  if (!parsed.success)
    return skipped(row, id, 'value_invalid', String(parsed.issues[0].path?.[0]?.key ?? ''));
  const next = parsed.output;
  const changes = [...said.keys()].filter((field) => {
    const [one, other] = [before?.data[field as keyof Product], next[field as keyof Product]];
    return field === 'price' ? Number(one ?? Number.NaN) !== Number(other) : one !== other;
  });
  const action = !before ? 'create' : changes.length > 0 ? 'update' : 'unchanged';
  const version = before?.version ?? 0;
  return { ...{ row, action, reason: '', detail: '', id, name: next.name, changes, product: next, version } };
}

const skipped = (row: number, id: string, reason: ProductSkipReason, detail = ''): ProductImportRow => ({
  ...{ row, action: 'skip', reason, detail, id, name: '', changes: [], version: 0 },
});

async function storedOf(records: Pick<Records, 'page'>, site: string): Promise<Map<string, Stored>> {
  const all = new Map<string, Stored>();
  for (let after = ''; ; ) {
    const { records: some, isMore } = await records.page(products, site, { limit: PAGE, after });
    for (const { id, version, data } of some) all.set(id, { version, data: data as Product });
    after = some.at(-1)?.id ?? after;
    if (!isMore) return all;
  }
}

function samplesOf(rows: readonly TableRow[], at: number): string[] {
  const texts = new Set<string>();
  for (const { cells } of rows) {
    if (cells[at]) texts.add(cells[at].slice(0, SAMPLE_MAX));
    if (texts.size === SAMPLES) break;
  }
  return [...texts];
}

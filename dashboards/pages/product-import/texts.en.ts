import type { ImportAction } from '../../../schemas/imports.js';
import type { ProductSkipReason } from '../../../schemas/product_imports.js';
import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

type Named =
  | 'intro'
  | 'back'
  | 'choose'
  | 'read'
  | 'columns'
  | 'leaveOut'
  | 'preview'
  | 'row'
  | 'what'
  | 'why'
  | 'noId'
  | 'nothingToDo'
  /** Of a row that could not be stored. */
  | 'changedSince'
  | 'notStored';

export interface Texts extends Record<Named, string> {
  /** Why a file cannot be taken. */
  unusable: Record<'format' | 'missing' | 'too_long' | 'too_large', string>;
  actions: Record<ImportAction, string>;
  /** `detail` is a field or the number of a row. */
  reasons: Record<ProductSkipReason, (detail: string) => string>;
  counted: (action: string, count: string) => string;
  twice: (field: string) => string;
  run: (products: number) => string;
  progress: (done: string, total: string) => string;
  done: (products: number) => string;
}

export const texts: Texts = {
  intro:
    'Bring in what you sell, with its list prices, from a file of CSV. A preview says what becomes of each row before anything is done; an empty cell overwrites nothing.',
  back: 'All products',
  choose: 'File of CSV',
  read: 'Read the file',
  columns: 'What the columns are',
  leaveOut: 'Leave out',
  preview: 'Preview',
  row: 'Row',
  what: 'What',
  why: 'Why',
  noId: 'Say which column is the product number.',
  nothingToDo: 'No row adds or changes a product: there is nothing to import.',
  changedSince: 'Somebody has changed it since the preview: read the file again.',
  notStored: 'It could not be stored: read the file again.',
  unusable: {
    format: 'This cannot be read as CSV. Save a spreadsheet as CSV first.',
    missing: 'There are no products in this file: it needs a row of names and at least one row below.',
    too_long: 'The file has more than 500 columns: leave some out.',
    too_large: 'The file has more than 5,000 rows: split it.',
  },
  actions: { create: 'Add', update: 'Change', unchanged: 'Unchanged', skip: 'Skip' },
  reasons: {
    too_many_cells: () => 'It has more cells than there are columns.',
    id_missing: () => 'It has no product number.',
    name_missing: () => 'A new product needs a name.',
    value_invalid: (field) =>
      `${field}: not valid. A price is such as 1234.50, in the currency of its row or else of the site.`,
    same_as_row: (row) => `Row ${row} is about the same product.`,
  },
  counted: (action, count) => `${action}: ${count}`,
  twice: (field) => `${field} is chosen for two columns: leave one out.`,
  run: (products) => plural(products, { one: 'Import # product', other: 'Import # products' }),
  progress: (done, total) => `${done} of ${total} products`,
  done: (products) => plural(products, { one: '# product is imported.', other: '# products are imported.' }),
};

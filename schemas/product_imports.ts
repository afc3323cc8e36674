import type { Encoding } from './entities/import_words.js';
import { type Product, product } from './entities/products.js';
import type { ImportAction, ImportCounts } from './imports.js';

/** What a column of a file of products can be: the number that orders name it by, or a field of the record. */
export const productImportFields = ['id', ...(Object.keys(product.entries) as (keyof Product)[])] as const;
export type ProductImportField = (typeof productImportFields)[number];

export const PRODUCT_ROWS_MAX = 5_000;

/** Why a row of products is skipped. */
export const productSkipReasons = [
  /** It has more cells than there are columns. */
  'too_many_cells',
  /** It has no number. */
  'id_missing',
  /** Of a product that there is not yet. */
  'name_missing',
  /** What stands for a field (`detail`) is none. */
  'value_invalid',
  /** An earlier row (`detail`) is about the same product. */
  'same_as_row',
] as const;
export type ProductSkipReason = (typeof productSkipReasons)[number];

/** What would become of a row. */
export interface ProductImportRow {
  /** As a spreadsheet numbers it. */
  row: number;
  action: ImportAction;
  reason: ProductSkipReason | '';
  detail: string;
  id: string;
  name: string;
  /** The fields that it changes. */
  changes: string[];
  /** What is to be stored, and over which version: 0 of a new one. */
  product?: Product;
  version: number;
}

/** A file of products, and what would become of its rows; nothing is stored of it. */
export interface ProductImport {
  encoding: Encoding;
  delimiter: string;
  columns: { name: string; samples: string[]; field: ProductImportField | '' }[];
  counts: ImportCounts;
  rows: ProductImportRow[];
}

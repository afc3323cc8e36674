import type { TableRows } from '../../schemas/gen/tables.js';
import { wellFormedJson } from './well_formed.js';

/** A row on its way to ClickHouse: which table, and its JSONEachRow line. */
export interface Row {
  table: keyof TableRows;
  json: string;
}

/** Serialised once, here: the queue and the insert carry the same bytes. */
export function asRow<Table extends keyof TableRows>(table: Table, row: TableRows[Table]): Row {
  return { table, json: wellFormedJson(row) };
}

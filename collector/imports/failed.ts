import { stringify } from 'csv-stringify/sync';
import { harmless } from '../queries/csv.js';
import type { Imports } from './imports.js';
import { sayReason } from './reasons.js';

/** Rows that are read at once. */
const TOGETHER = 1_000;

/** The rows of an import that are skipped, as CSV: as they were sent, with their number and the reason behind them. */
export async function failedRows(imports: Imports, site: string, id: string): Promise<string> {
  const { columns } = (await imports.record(site, id)).data;
  let text = stringify([[...columns.map(harmless), 'row', 'reason']]);
  for (let after = 0; ; ) {
    const rows = await imports.rows(site, id, { actions: ['skip'], after, most: TOGETHER });
    text += stringify(
      rows.map(({ row, cells, reason, detail }) => [
        ...columns.map((_, at) => harmless(cells[at] ?? '')),
        String(row),
        sayReason(reason, detail),
      ]),
    );
    after = rows.at(-1)?.row ?? after;
    if (rows.length < TOGETHER) return text;
  }
}

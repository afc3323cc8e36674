import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../schemas/entities/access.js';
import { harmless } from '../queries/csv.js';
import type { Imports } from './imports.js';
import { reasonTexts } from './reasons.js';

/** Rows that are read at once. */
const TOGETHER = 1_000;

/** The rows of an import that are skipped, as CSV: as they were sent, with their number and the reason behind them. */
export async function failedRows(
  imports: Imports,
  site: string,
  id: string,
  language: Language,
): Promise<string> {
  const texts = reasonTexts[language];
  const { columns } = (await imports.record(site, id)).data;
  let text = stringify([[...columns.map(harmless), texts.row, texts.reason]]);
  for (let after = 0; ; ) {
    const rows = await imports.rows(site, id, { actions: ['skip'], after, most: TOGETHER });
    text += stringify(
      rows.map(({ row, cells, reason, detail }) => [
        ...columns.map((_, at) => harmless(cells[at] ?? '')),
        String(row),
        reason && texts.reasons[reason](detail),
      ]),
    );
    after = rows.at(-1)?.row ?? after;
    if (rows.length < TOGETHER) return text;
  }
}

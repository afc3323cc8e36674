// For tests: files as people have them.
import { stringify } from 'csv-stringify/sync';
import { LeadlineError } from '../errors.js';
import { type TableRow, tableOf } from './table.js';

const TURKISH: Record<string, number> = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe };

/** CSV in bytes. */
export function fileOf(
  rows: readonly (readonly string[])[],
  {
    encoding = 'utf-8',
    delimiter = ',',
    text = stringify(
      rows.map((row) => [...row]),
      { delimiter },
    ),
  }: { encoding?: string; delimiter?: string; text?: string } = {},
): Buffer {
  const [name, mark] = encoding.split(' ');
  switch (name) {
    case 'utf-16le':
      return Buffer.from(mark === 'bare' ? text : `\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'windows-1254':
      return Buffer.from([...text].map((char) => TURKISH[char] ?? char.charCodeAt(0)));
    case 'windows-1252':
      return Buffer.from(text, 'latin1');
    default:
      return Buffer.from(mark === 'bom' ? `\uFEFF${text}` : text);
  }
}

export async function read(bytes: Uint8Array) {
  const table = tableOf(bytes);
  const rows: TableRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  return { ...table, rows: rows.map(({ cells }) => cells), numbers: rows.map(({ row }) => row) };
}

export const errorCodeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => '',
    (error) => (error instanceof LeadlineError ? error.code : String(error)),
  );

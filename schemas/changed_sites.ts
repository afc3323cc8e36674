import type { Statement } from './statement.js';

/**
 * Which sites the rows are of that came to some tables since a moment, and of records which they are. A part that was
 * merged with older ones tells of their sites, too: one too many rather than one too few.
 *
 * @param tables names of our own, that stand in statements
 */
export const changedSites = (
  tables: readonly string[],
): Statement<{ places: string[]; blocks: number[] }, { what: string; site: string; id: string }> => ({
  name: 'changed_sites',
  params: { places: 'Array(String)', blocks: 'Array(Int64)' },
  columns: { what: 'String', site: 'String', id: 'String' },
  json: [],
  tables,
  sql: tables.flatMap(partsOf).join('\nUNION ALL\n'),
});

/** Parts that are newer than what was known of their place; -1 where nothing was. */
const NEW_PARTS = `SELECT table, name
    FROM system.parts
    WHERE database = currentDatabase() AND active
        AND max_block_number > transform(concat(table, ' ', partition_id), {places:Array(String)}, {blocks:Array(Int64)}, toInt64(-1))`;

function partsOf(table: string): string[] {
  const from = `FROM ${table} WHERE ('${table}', _part) IN (\n    ${NEW_PARTS}\n)`;
  const sites = `SELECT DISTINCT '${table}' AS what, toString(site) AS site, '' AS id ${from}`;
  if (table !== 'record_versions') return [sites];
  return [sites, `SELECT DISTINCT toString(kind) AS what, toString(site) AS site, id ${from}`];
}

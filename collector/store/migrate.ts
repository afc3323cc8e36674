import { migrations } from '../../schemas/gen/migrations.js';
import { migrationsApplied as migrationsAppliedStatement } from '../../schemas/gen/queries/migrations_applied.js';
import type { Store } from './store.js';

/** The tables are not what this Leadline expects; the message says what to do. */
export class MigrationError extends Error {}

/**
 * Brings the tables to this version of Leadline: forward only, each migration once. Statements say IF NOT EXISTS, so
 * that one cut short is simply run again.
 *
 * @returns the names of the migrations applied now
 * @throws MigrationError when an applied migration was edited, or the tables are of a newer Leadline
 */
export async function migrate(store: Store, known: readonly Migration[] = migrations): Promise<string[]> {
  // The first migration makes the ledger itself, so it runs before the ledger can be asked.
  for (const statement of known[0]?.statements ?? []) await store.command(statement);
  const applied = new Map(
    (await store.query(migrationsAppliedStatement, {})).map((row) => [row.version, row]),
  );
  const newest = Math.max(0, ...applied.keys());
  const own = known.at(-1)?.version ?? 0;
  if (newest > own) {
    throw new MigrationError(
      `The tables are at migration ${newest}, and this Leadline knows up to ${own}: start the newer version.`,
    );
  }
  const done: string[] = [];
  for (const { version, name, checksum, statements } of known) {
    const before = applied.get(version);
    if (before && before.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was edited after it was applied: restore the file and put the change in a new migration.`,
      );
    }
    if (before) continue;
    for (const statement of statements) await store.command(statement);
    await store.insert(
      'schema_migrations',
      [JSON.stringify({ version, name, checksum })],
      `migration-${version}`,
    );
    done.push(name);
  }
  return done;
}

export interface Migration {
  version: number;
  name: string;
  checksum: string;
  statements: readonly string[];
}

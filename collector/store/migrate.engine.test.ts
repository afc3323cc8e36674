import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../schemas/gen/migrations.js';
import { type Migration, MigrationError, migrate } from './migrate.js';
import { eventRow, startStore, type TestStore } from './testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore(false);
});
afterAll(() => test.stop());

const names = migrations.map(({ name }) => name);
const table = (name: string) => `CREATE TABLE IF NOT EXISTS ${name} (a Int8) ENGINE = MergeTree ORDER BY a`;
const next = (...statements: string[]): Migration => ({
  version: 9001,
  name: '9001_next',
  checksum: 'n',
  statements,
});
const ledger = async (database: string) =>
  (
    await test.select<{ name: string }>(
      `SELECT name FROM ${database}.schema_migrations FINAL ORDER BY version`,
    )
  ).map(({ name }) => name);

describe('migrate', () => {
  it('makes all tables once, however often it is called', async () => {
    const store = await test.newDatabase();
    expect(await migrate(store)).toEqual(names);
    expect(await migrate(store)).toEqual([]);
    await Promise.all([migrate(store), migrate(store)]);
    expect(await ledger('database_1')).toEqual(names);
  });

  it('applies only what is new', async () => {
    const store = await test.newDatabase();
    await migrate(store);
    expect(await migrate(store, [...migrations, next(table('a'))])).toEqual(['9001_next']);
  });

  it('refuses an edited migration, before anything is changed', async () => {
    const store = await test.newDatabase();
    await migrate(store);
    const edited = migrations.map((one) => (one.version === 2 ? { ...one, checksum: 'other' } : one));
    const migrating = migrate(store, [...edited, next(table('never_made'))]);
    await expect(migrating).rejects.toThrow(
      new MigrationError(
        'Migration 0002_events was edited after it was applied: restore the file and put the change in a new migration.',
      ),
    );
    expect(await test.select("SELECT name FROM system.tables WHERE name = 'never_made'")).toEqual([]);
  });

  it('refuses the tables of a newer Leadline', async () => {
    const store = await test.newDatabase();
    await migrate(store, [...migrations, next(table('b'))]);
    await expect(migrate(store)).rejects.toThrow(
      /at migration 9001, and this Leadline knows up to \d+: start the newer/,
    );
  });

  it('runs a migration that was cut short again', async () => {
    const store = await test.newDatabase();
    const broken = [...migrations, next(table('c'), 'CREATE NONSENSE')];
    await expect(migrate(store, broken)).rejects.toMatchObject({ code: 'query_failed' });
    expect(await ledger('database_5')).toEqual(names);
    expect(await migrate(store, [...migrations, next(table('c'), table('d'))])).toEqual(['9001_next']);
    expect(
      await test.select("SELECT name FROM system.tables WHERE name IN ('c', 'd') ORDER BY name"),
    ).toEqual([{ name: 'c' }, { name: 'd' }]);
  });

  it('leaves what is there as it is, and takes rows that were queued before', async () => {
    const store = await test.newDatabase();
    await migrate(
      store,
      migrations.filter(({ version }) => version <= 3),
    );
    await store.insert('events', [eventRow('before').json], 'before');
    expect(await migrate(store)).toEqual(names.slice(3));
    await store.insert('events', [eventRow('queued').json], 'queued');
    await store.insert('events', [eventRow('after', { engaged_ms: 5 }).json], 'after');
    expect(
      await test.select('SELECT event_id, engaged_ms FROM database_6.events FINAL ORDER BY event_id'),
    ).toEqual([
      { event_id: 'after', engaged_ms: 5 },
      { event_id: 'before', engaged_ms: 0 },
      { event_id: 'queued', engaged_ms: 0 },
    ]);
  });

  it('keeps the times of what is there, and takes finer ones', async () => {
    const store = await test.newDatabase();
    await migrate(
      store,
      migrations.filter(({ version }) => version <= 4),
    );
    const tie = (event_id: string, ts: string) =>
      JSON.stringify({ site: 'demo', visitor_id: 'v1', event_id, ts, received_at: ts, person_id: event_id });
    await store.insert('events', [eventRow('before').json], 'before');
    await store.insert('visitor_persons', [tie('p1', '2026-10-14 12:00:00.000')], 'before');
    await migrate(store);
    await store.insert('events', [eventRow('after', { ts: '2026-10-14 12:00:00.000007' }).json], 'after');
    await store.insert('visitor_persons', [tie('p2', '2026-10-14 12:00:00.000007')], 'after');
    expect(await test.select('SELECT event_id, ts FROM database_7.events FINAL ORDER BY ts')).toEqual([
      { event_id: 'before', ts: '2026-10-14 12:00:00.000000' },
      { event_id: 'after', ts: '2026-10-14 12:00:00.000007' },
    ]);
    expect(await test.select('SELECT person_id, since FROM database_7.visitor_spans ORDER BY since')).toEqual(
      [
        { person_id: 'p1', since: '1970-01-01 00:00:00.000000' },
        { person_id: 'p2', since: '2026-10-14 12:00:00.000007' },
      ],
    );
  });
});

import { env } from 'node:process';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventTypes } from '../../schemas/events.js';
import { targetOf } from '../people/testing.js';
import { ingest } from '../pipeline/index.js';
import { envelopeOf, sampleEvent } from '../pipeline/testing.js';
import type { Message } from '../queue/cloudflare.js';
import { consume } from '../queue/cloudflare.js';
import { makeViews } from '../records/views.js';
import { migrate } from '../store/migrate.js';
import type { Row } from '../store/row.js';
import type { Store } from '../store/store.js';
import { silent, startStore, type TestStore } from '../store/testing.js';
import { parameterNames } from './parameters.js';
import { queryNames, queryOf, runNamed } from './run.js';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Of late: what was refused is kept for 30 days. */
const START = Math.floor(Date.now() / DAY) * DAY - 5 * DAY;
/** ClickHouse remembers so many tokens a table here, in place of 1,000, so that replays fall out of its memory. */
const WINDOW = 2;
/** Some seconds each; `HISTORIES=100 npx vitest …` tries so many. */
const HISTORIES = Number(env.HISTORIES ?? 4);

let test: TestStore;
const stores: Record<string, Store> = {};
beforeAll(async () => {
  test = await startStore(false);
  for (const name of ['plain', 'faulty']) {
    await test.store.command(`CREATE DATABASE ${name}`);
    const store = test.connect({ database: name });
    await migrate(store);
    await makeViews(store);
    stores[name] = store;
  }
  for (const table of await tablesOf('faulty')) {
    const setting = `non_replicated_deduplication_window = ${WINDOW}`;
    await test.store.command(`ALTER TABLE faulty.${table} MODIFY SETTING ${setting}`);
  }
});
afterAll(() => test.stop());

/** The tables that events end in, also those of a later version. */
async function tablesOf(database: string): Promise<string[]> {
  const rows = await test.select<{ name: string }>(
    `SELECT name FROM system.tables
     WHERE database = '${database}' AND engine LIKE '%MergeTree' AND name NOT IN ('schema_migrations', 'entities', 'records', 'record_versions', 'last_uses', 'jobs')
     ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

const READ_MODELS = new Set(['people', 'orders', 'person_ids', 'person_members']);

interface Batch {
  who: number;
  kinds: number[];
}

/** Those below; after them comes one of each type that there is. */
const KINDS = 11;
const OF_EACH_TYPE = eventTypes.map((_, index) => KINDS + index);
/** The first history begins with all that a server and a browser can send, and all of it comes again. */
const ALL: Batch[] = [3, 0].map((who) => ({ who, kinds: OF_EACH_TYPE }));
const ALL_AGAIN = (['retry', 'redelivery'] as const).map((kind) => ({ kind, batches: [0, 1], late: DAY }));
const EMAILS = ['ada@a.test', 'bob@a.test', 'eve@a.test'];

function eventOf(kind: number, id: string, ts: number, who: number): object {
  const email = EMAILS[who % EMAILS.length];
  const base = { id, ts };
  switch (kind) {
    case 0:
      return { ...base, type: 'page_view', url: 'https://shop.test/?utm_source=news&utm_medium=email' };
    case 1:
      return { ...base, type: 'form_submit', form: { id: 'contact', fields: { email, message: 'Hello' } } };
    case 2:
      return { ...base, type: 'identify', email, name: 'Somebody' };
    case 3:
      return { ...base, type: 'conversion', orderId: `o-${who}`, value: '12.50', currency: 'EUR' };
    case 4:
      return { ...base, type: 'page_leave', pageView: 'e-0-0', engagedMs: 700, scrollPercent: 40 };
    case 5:
      return { ...base, type: 'consent', choice: 'granted' };
    case 6:
      return { ...base, type: 'identify', email, customer: String(who % 2) };
    case 7:
      return { ...base, type: 'conversion', value: 'lots' };
    case 8:
      return { ...base, type: 'purchase', orderId: `o-${who % 2}`, value: '20.00', currency: 'EUR' };
    case 9:
      return { ...base, type: 'refund', orderId: `o-${who % 2}`, value: '5.00', currency: 'EUR' };
    case 10:
      return { ...base, type: 'trial started', plan: 'team' };
    default:
      return { ...base, ...sampleEvent(eventTypes[kind - KINDS] ?? 'page_view') };
  }
}

/** The rows of a batch that arrives `late` after it should have, from a clock that is wrong by as much. */
function rowsOf({ who, kinds }: Batch, at: number, late = 0): Row[] {
  const now = START + at * 10 * MINUTE;
  const isServer = who === 3;
  const sender = isServer ? { visitor: undefined, person: { email: EMAILS[0] } } : { visitor: `v${who}` };
  const events = kinds.map((kind, index) => eventOf(kind, `e-${at}-${index}`, now - MINUTE + index, who));
  // Also what the collector makes itself.
  const envelope = envelopeOf({
    isOwn: true,
    isPublic: !isServer,
    receivedAt: now + late,
    batch: { ...sender, events },
  });
  return ingest(envelope).rows;
}

/** Everything that anybody can ask, of all tables and queries. */
async function answers(database: string): Promise<Record<string, unknown>> {
  const store = stores[database];
  if (!store) throw new Error(database);
  const found: Record<string, unknown> = {};
  const asked = { site: 'demo', from: '2020-01-01', to: '2099-12-31', limit: '1000', event: 'e-0-0' };
  const persons = await test.select<{ person_id: string }>(
    `SELECT DISTINCT person_id FROM ${database}.personal_data WHERE person_id != '' ORDER BY person_id`,
  );
  for (const name of queryNames) {
    const taken = parameterNames(queryOf(name));
    for (const person of persons.map(({ person_id }) => person_id).concat('nobody')) {
      const input = Object.entries({ ...asked, person }).filter(([parameter]) => taken.includes(parameter));
      found[`${name} ${person}`] = await runNamed(store, name, new URLSearchParams(input));
      if (!taken.includes('person')) break;
    }
  }
  for (const table of await tablesOf(database)) {
    // When a row of a read model was worked out is nobody's question.
    const columns = READ_MODELS.has(table) ? '* EXCEPT version' : '*';
    found[`table ${table}`] = await test.select(
      `SELECT ${columns} FROM ${database}.${table} FINAL WHERE site = 'demo' ORDER BY ALL`,
    );
  }
  return found;
}

const poison: Row = {
  table: 'events',
  json: JSON.stringify({ site: 'other', event_id: 'poison', type: 'x', ts: 'yesterday' }),
};

const batch = fc.record({
  who: fc.nat(3),
  kinds: fc.array(fc.nat(KINDS - 1), { minLength: 1, maxLength: 4 }),
});

const fault = fc.record({
  kind: fc.constantFrom('retry', 'replay', 'redelivery', 'rebatch', 'poison'),
  batches: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  late: fc.constantFrom(0, 40_000, MINUTE, DAY, 3 * DAY),
});

describe('every query and every table', () => {
  it(
    'answers as if all had arrived once, whatever was sent, delivered or stored again',
    async () => {
      let run = 0;
      const history = fc.array(batch, { minLength: 3, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(
          history,
          fc.array(fault, { minLength: 4, maxLength: 10 }),
          async (someBatches, someFaults) => {
            run++;
            const batches = run === 1 ? [...ALL, ...someBatches] : someBatches;
            const faults = run === 1 ? [...ALL_AGAIN, ...someFaults] : someFaults;
            for (const database of ['plain', 'faulty']) {
              for (const table of await tablesOf(database))
                await test.store.command(`TRUNCATE TABLE ${database}.${table}`);
            }
            // Copies must stand side by side when it is asked; of tables this small they would be gone within a second.
            await merges('STOP');
            const segments = batches.map(
              (one, at): Message => ({ id: `${run}-${at}`, rows: rowsOf(one, at) }),
            );
            const deliver = (database: string, ...messages: Message[]) =>
              consume(
                targetOf(stores[database] as Store),
                messages.map((body) => ({ body })),
                silent,
              );
            for (const segment of segments) await deliver('plain', segment);

            for (const segment of segments) await deliver('faulty', segment);
            for (const [number, { kind, batches: picked, late }] of faults.entries()) {
              const ats = [...new Set(picked.map((at) => at % batches.length))];
              const chosen = ats.map((at) => segments[at] as Message);
              const id = `${run}-fault-${number}`;
              // A browser that was not answered sends again: other times, and another batch around the same events.
              if (kind === 'retry') {
                const rows = ats.flatMap((at) => rowsOf(batches[at] as Batch, at, late));
                await deliver('faulty', { id, rows });
              }
              // A crash before the segment was deleted: the same rows under the same token, remembered or not.
              if (kind === 'replay') for (const segment of chosen) await deliver('faulty', segment);
              // A queue that delivers twice, in other company.
              if (kind === 'redelivery') await deliver('faulty', ...chosen, ...chosen);
              const rows = chosen.flatMap((segment) => segment.rows);
              if (kind === 'rebatch') await deliver('faulty', { id, rows: [...rows].reverse() });
              if (kind === 'poison')
                await deliver('faulty', { id, rows: [...rows.slice(1), poison, ...rows.slice(0, 1)] });
            }
            const plain = await answers('plain');
            if (faults.some(({ kind }) => kind === 'poison'))
              expect(await refusals()).toEqual(['poison not_storable']);
            expect(await answers('faulty')).toEqual(plain);
            await merges('START');
            for (const table of await tablesOf('faulty'))
              await test.store.command(`OPTIMIZE TABLE faulty.${table} FINAL`);
            expect(await answers('faulty')).toEqual(plain);
          },
        ),
        { numRuns: HISTORIES, endOnFailure: true },
      );
    },
    HISTORIES * 90_000,
  );

  const merges = async (what: 'STOP' | 'START') => {
    for (const table of await tablesOf('faulty'))
      await test.store.command(`SYSTEM ${what} MERGES faulty.${table}`);
  };

  const refusals = async () =>
    (
      await test.select<{ refused: string }>(
        "SELECT concat(event_id, ' ', reason) AS refused FROM faulty.rejected_events FINAL WHERE site = 'other'",
      )
    ).map(({ refused }) => refused);

  it('relies on event ids where ClickHouse has forgotten the segment', async () => {
    for (const table of await tablesOf('faulty')) await test.store.command(`TRUNCATE TABLE faulty.${table}`);
    await merges('STOP');
    const store = stores.faulty as Store;
    const messages = Array.from({ length: WINDOW + 2 }, (_, at): Message => {
      return { id: `window-${at}`, rows: rowsOf({ who: 0, kinds: [0, 1] }, at) };
    });
    for (const body of messages) await consume(targetOf(store), [{ body }], silent);
    const before = await answers('faulty');
    for (const body of messages) await consume(targetOf(store), [{ body }], silent);
    const copies = await test.select<{ copies: number; events: number }>(
      'SELECT count() AS copies, uniqExact(event_id) AS events FROM faulty.events',
    );
    // The oldest was stored again: without this the test would show nothing.
    expect(copies[0]?.copies).toBeGreaterThan(copies[0]?.events ?? 0);
    expect(await answers('faulty')).toEqual(before);
  });
});

/**
 * A materialized view sees each insert, and so also each copy of an event. It may keep a row for each, of which one
 * replaces the others, keep the least or the greatest, or be computed anew (REFRESH); it may never add up.
 */
async function doubling(database: string): Promise<string[]> {
  const rows = await test.select<{ name: string }>(
    `WITH extract(view.create_table_query, ' TO (?:\\\\w+\\\\.)?(\\\\w+)') AS target
     SELECT view.name AS name
     FROM system.tables AS view
     LEFT JOIN system.tables AS target_table
         ON target_table.database = view.database
         AND target_table.name = if(target = '', concat('.inner_id.', toString(view.uuid)), target)
     WHERE view.database = '${database}' AND view.engine = 'MaterializedView'
         AND position(view.create_table_query, ' REFRESH ') = 0
         AND NOT (target_table.engine LIKE '%ReplacingMergeTree' AND position(view.as_select, 'GROUP BY') = 0)
         AND NOT (target_table.engine LIKE '%AggregatingMergeTree' AND target_table.name NOT IN
         (
             SELECT table
             FROM system.columns
             WHERE database = '${database}' AND position(type, 'AggregateFunction(') > 0
                 AND NOT match(type, '^SimpleAggregateFunction\\\\((min|max),')
         ))
     ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

describe('rolled-up tables', () => {
  it('are told when they would count a copy again', async () => {
    const store = await test.newDatabase();
    const event = 'site String, event_id String, value Int64';
    const statements = [
      `CREATE TABLE source (${event}) ENGINE = ReplacingMergeTree ORDER BY (site, event_id)`,
      'CREATE TABLE sums (site String, value Int64) ENGINE = SummingMergeTree ORDER BY site',
      `CREATE TABLE orders (${event}) ENGINE = ReplacingMergeTree ORDER BY (site, event_id)`,
      'CREATE TABLE counts (site String, n UInt64) ENGINE = MergeTree ORDER BY site',
      'CREATE TABLE firsts (site String, first SimpleAggregateFunction(min, Int64)) ENGINE = AggregatingMergeTree ORDER BY site',
      'CREATE TABLE totals (site String, total SimpleAggregateFunction(sum, Int64)) ENGINE = AggregatingMergeTree ORDER BY site',
      'CREATE MATERIALIZED VIEW to_firsts TO firsts AS SELECT site, value AS first FROM source',
      'CREATE MATERIALIZED VIEW to_simple_totals TO totals AS SELECT site, value AS total FROM source',
      'CREATE MATERIALIZED VIEW to_sums TO sums AS SELECT site, value FROM source',
      'CREATE MATERIALIZED VIEW inner_sums ENGINE = SummingMergeTree ORDER BY site AS SELECT site, value FROM source',
      'CREATE MATERIALIZED VIEW to_totals TO orders AS SELECT site, max(event_id) AS event_id, sum(value) AS value FROM source GROUP BY site',
      'CREATE MATERIALIZED VIEW to_orders TO orders AS SELECT * FROM source WHERE value > 0',
      `CREATE MATERIALIZED VIEW refreshed REFRESH EVERY 1 DAY TO counts AS
       SELECT site, count() AS n FROM source FINAL GROUP BY site`,
    ];
    for (const statement of statements) await store.command(statement);
    expect(await doubling('database_1')).toEqual(['inner_sums', 'to_simple_totals', 'to_sums', 'to_totals']);
  });

  it('never do', async () => {
    expect(await doubling('plain')).toEqual([]);
  });
});

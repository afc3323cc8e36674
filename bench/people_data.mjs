// The site that benchmarks about people read: made once for each size in a folder, and used again by every later run.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '@clickhouse/client';
import { startEngine } from '../collector/engine/supervisor.ts';
import { makeViews } from '../collector/records/views.ts';
import { clientOptions } from '../collector/store/client_options.ts';
import { migrate } from '../collector/store/migrate.ts';
import { openStore } from '../collector/store/open.ts';
import { count } from './figures.mjs';
import { fillReadModels } from './people_models.mjs';
import { browsingInserts, PERIODS, shapeOf, tellingInserts, visitorsOf } from './people_sql.mjs';
import { dist } from './servers.mjs';

/** Of what this file and `people_sql.mjs` make: a folder of another version is made anew. */
const VERSION = 2;
const VISITORS_AT_ONCE = 1_000_000;
const PERSONS_AT_ONCE = 500_000;
/** Late inserts that no merge has taken yet: such as there are at any time while events come. */
const FRESH_PARTS = 6;
const FRESH_VISITORS = 1_000;
/** A hundred million events are stored in minutes, not seconds. */
const STATEMENT_MS_MAX = 3_600_000;
const POLL_MS = 500;

/**
 * Opens the site with these sizes, which is made first where the folder does not have it.
 *
 * @param folder where it is kept; the same for all sizes
 * @returns the engine with it, a store as the product has it, and `select` for any statement
 */
export async function openPeople(folder, { persons, events }, log = console.log) {
  const path = join(folder, `people-${persons}-${events}`);
  const made = join(path, 'made.json');
  const isMade = await readFile(made, 'utf8').then(
    (text) => JSON.parse(text).version === VERSION,
    () => false,
  );
  if (!isMade) await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
  const site = await open(join(path, 'clickhouse'));
  try {
    await migrate(site.store);
    await makeViews(site.store);
    if (!isMade) {
      const startedAt = performance.now();
      await make(site, { persons, events }, log);
      const seconds = Math.round((performance.now() - startedAt) / 1_000);
      await writeFile(made, JSON.stringify({ version: VERSION, persons, events, seconds }));
      log(`    made in ${seconds} s`);
    }
  } catch (error) {
    await site.stop();
    throw error;
  }
  return site;
}

async function open(dataDir) {
  const password = 'bench';
  const engine = await startEngine({
    entry: join(dist, 'engine.js'),
    dataDir,
    writerPassword: password,
    readerPassword: 'bench-reader',
  });
  const login = { url: engine.url, username: 'leadline', password, database: 'default' };
  const client = createClient({ ...clientOptions(login), request_timeout: STATEMENT_MS_MAX });
  const store = openStore(login, { request_timeout: STATEMENT_MS_MAX });
  return {
    engine,
    store,
    command: (query) => client.command({ query }),
    async select(query, settings = {}) {
      const clickhouse_settings = { output_format_json_quote_64bit_integers: 0, ...settings };
      const answer = await client.query({ query, format: 'JSONEachRow', clickhouse_settings });
      return answer.json();
    },
    async stop() {
      await Promise.all([client.close(), store.close()]);
      await engine.stop();
    },
  };
}

async function make(site, sizes, log) {
  const shape = shapeOf(sizes);
  const parts = partsOf(shape);
  let told = performance.now();
  for (const [done, statements] of parts.entries()) {
    for (const statement of statements) await site.command(statement);
    if (performance.now() - told > 5_000 || done === parts.length - 1) {
      log(`    people: ${Math.round((100 * (done + 1)) / parts.length)} % of ${count(sizes.events)} events`);
      told = performance.now();
    }
  }
  await fillReadModels(site, sizes);
  await settled(site, log);
  // Each with events of its own, some for those who are there, as they come at any moment.
  for (let part = 0; part < FRESH_PARTS; part++) {
    const from = Math.floor((part * visitorsOf(shape)) / FRESH_PARTS);
    for (const statement of browsingInserts(shape, { from, count: FRESH_VISITORS, more: 3 }))
      await site.command(statement);
  }
}

/** What is inserted together. */
function partsOf(shape) {
  const parts = [];
  const visitors = visitorsOf(shape);
  for (let period = 0; period < PERIODS; period++)
    for (let from = 0; from < visitors; from += VISITORS_AT_ONCE)
      parts.push(
        browsingInserts(shape, { from, count: Math.min(VISITORS_AT_ONCE, visitors - from), period }),
      );
  for (let from = 0; from < shape.persons; from += PERSONS_AT_ONCE)
    parts.push(tellingInserts(from, Math.min(PERSONS_AT_ONCE, shape.persons - from)));
  return parts;
}

/** Until nothing is merged any more. */
async function settled(site, log) {
  log('    people: parts are merged');
  for (let quiet = 0; quiet < 6; quiet++) {
    const [{ merges }] = await site.select('SELECT count() AS merges FROM system.merges');
    if (merges > 0) quiet = 0;
    await delay(POLL_MS);
  }
}

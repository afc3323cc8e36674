import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { startEngine } from '../collector/engine/supervisor.ts';
import { runNamed } from '../collector/queries/run.ts';
import { migrate } from '../collector/store/migrate.ts';
import { Store } from '../collector/store/store.ts';
import { median, percentile } from './load.mjs';
import { dist, remove, temporaryFolder } from './servers.mjs';

const login = 'user=leadline&password=bench';

const EVENTS = 2_000_000;
/** The client's own patience, half a minute, is not enough on a busy machine. */
const FILL_MS_MAX = 300_000;
const PERSONS = 100_000;
const ROUNDS = 100;
const BATCH = 200;
const REPORTERS = 4;
/** Events of the 2 GB result: some 770 bytes each as JSON. */
const LARGE_ROWS = 2_600_000;
const PAUSE_EVERY_BYTES = 16 << 20;

export async function bench() {
  const figures = await engine();
  return { rows: rowsOf(figures), notes: [noteOf(figures)] };
}

/**
 * What a report costs those who wait: one insert of 200 events and one person's timeline after the other, first on an
 * idle engine, then with four clients that repeat a heavy report; and the engine's memory while a slow reader takes a
 * result of 2 GB.
 */
async function engine() {
  const folder = await temporaryFolder();
  const running = await startEngine({
    entry: join(dist, 'engine.js'),
    dataDir: folder,
    writerPassword: 'bench',
    readerPassword: 'bench-reader',
  });
  const { url } = running;
  const log = { level: ClickHouseLogLevel.OFF };
  const client = { url, username: 'leadline', password: 'bench', request_timeout: FILL_MS_MAX, log };
  const store = new Store(createClient(client));
  try {
    await migrate(store);
    await fill(store);
    await both(store, 'warm', 10);
    const idle = await both(store, 'idle', ROUNDS);
    const { busy, reportsPerSecond } = await besideReports(url, () => both(store, 'busy', ROUNDS));
    return { idle, busy, reportsPerSecond, large: await large(running) };
  } finally {
    await store.close();
    await running.stop();
    await remove(folder);
  }
}

async function besideReports(url, measure) {
  let isOver = false;
  let reports = 0;
  const reporters = Array.from({ length: REPORTERS }, async () => {
    while (!isOver) {
      await report(url);
      reports++;
    }
  });
  const startedAt = performance.now();
  const busy = await measure();
  const reportsPerSecond = reports / ((performance.now() - startedAt) / 1_000);
  isOver = true;
  await Promise.all(reporters);
  return { busy, reportsPerSecond };
}

function rowsOf({ idle, busy, large: { megabytes, grownMegabytes } }) {
  const ms = (number) => `${number.toFixed(1)} ms`;
  const row = (name, one, other) => [name, ms(one), `${ms(other)} idle`, (one / other).toFixed(2), '–'];
  return [
    row('insert beside 4 reports, p50', busy.insert.p50, idle.insert.p50),
    row('insert beside 4 reports, p99', busy.insert.p99, idle.insert.p99),
    row('timeline beside 4 reports, p50', busy.timeline.p50, idle.timeline.p50),
    row('timeline beside 4 reports, p99', busy.timeline.p99, idle.timeline.p99),
    [
      `engine's memory, ${megabytes.toFixed(0)} MB read slowly`,
      `+${grownMegabytes.toFixed(0)} MB`,
      '',
      '',
      'flat',
    ],
  ];
}

const noteOf = ({ reportsPerSecond }) =>
  `Reports beside the inserts and timelines: ${reportsPerSecond.toFixed(2)} a second in all, over ${EVENTS.toLocaleString('en')} events each.`;

const fill = (store) =>
  store.command(`INSERT INTO events (site, subject_id, person_id, visitor_id, event_id, type, ts, received_at, url, source)
    SELECT 'demo', person, person, 'v' || person, 'e' || toString(number), 'page_view', ts, ts,
      'https://shop.example/p/' || toString(number % 500), ['', 'google', 'newsletter'][number % 3 + 1]
    FROM (SELECT number, 'p' || toString(number % ${PERSONS}) AS person,
      toDateTime64('2026-01-01', 3, 'UTC') + toIntervalSecond(number) AS ts FROM numbers(${EVENTS}))`);

/** Inserts and timelines in turn. */
async function both(store, name, rounds) {
  const insertMs = [];
  const timelineMs = [];
  for (let round = 0; round < rounds; round++) {
    const token = `${name}-${round}`;
    const lines = batch(token);
    insertMs.push(await timed(() => store.insert('events', lines, token)));
    timelineMs.push(await timed(() => timelineOf(store, `p${round * 7}`)));
  }
  const figures = (all) => ({ p50: median(all), p99: percentile(all, 0.99) });
  return { insert: figures(insertMs), timeline: figures(timelineMs) };
}

/** As the dashboards ask for it. */
async function timelineOf(store, person) {
  const { rows } = await runNamed(store, 'timeline', new URLSearchParams({ site: 'demo', person }));
  if (rows.length === 0) throw new Error(`${person} has no timeline: what it takes means nothing`);
}

const batch = (name) =>
  Array.from({ length: BATCH }, (_, n) => {
    const ts = '2026-06-01 12:00:00.000';
    const ids = { site: 'demo', subject_id: `b${n}`, visitor_id: `b${n}`, event_id: `${name}-${n}` };
    return JSON.stringify({ ...ids, type: 'page_view', ts, received_at: ts });
  });

async function timed(action) {
  const startedAt = performance.now();
  await action();
  return performance.now() - startedAt;
}

async function report(url) {
  const query = `SELECT visitor_id, source, count() AS n, uniqExact(event_id), argMin(url, ts), argMax(url, ts)
    FROM events FINAL WHERE site = 'demo' GROUP BY visitor_id, source ORDER BY n DESC LIMIT 100 FORMAT JSON`;
  const response = await fetch(`${url}/?${login}&priority=2`, { method: 'POST', body: query });
  if (!response.ok) throw new Error(await response.text());
  await response.arrayBuffer();
}

/** A result read with a pause after every 16 MiB, so that the engine is ahead of its reader all the time. */
async function large({ url, pid }) {
  const read = async (rows) => {
    const query = `SELECT *, repeat('x', 200) AS more
      FROM events ARRAY JOIN [1, 2, 3, 4] AS copy LIMIT ${rows} FORMAT JSONEachRow`;
    const sent = request(`${url}/?${login}`, { method: 'POST' }).end(query);
    const [response] = await once(sent, 'response');
    if (response.statusCode !== 200) throw new Error(String(Buffer.concat(await response.toArray())));
    const before = residentBytes(pid);
    let [bytes, peak, pauseAt] = [0, before, PAUSE_EVERY_BYTES];
    for await (const piece of response) {
      bytes += piece.length;
      if (bytes < pauseAt) continue;
      pauseAt += PAUSE_EVERY_BYTES;
      peak = Math.max(peak, residentBytes(pid));
      await delay(10);
    }
    return { megabytes: bytes / 1e6, grownMegabytes: (peak - before) / 1e6 };
  };
  // Caches and buffers find their size first.
  await read(LARGE_ROWS / 5);
  return read(LARGE_ROWS);
}

/** Linux alone tells it this way. */
function residentBytes(pid) {
  if (process.platform !== 'linux') return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
}

import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEngine } from '../collector/engine/supervisor.ts';
import { startProxy } from '../collector/store/proxy.ts';
import { count, mb, ratio } from './figures.mjs';
import { load } from './load.mjs';
import { memoryOf } from './memory.mjs';
import { eventRequests } from './requests.mjs';
import { dist, remove, startCollector, temporaryFolder } from './servers.mjs';

/** An hour's worth of a busy site. */
const EVENTS = 1_000_000;
const BATCH = 200;
const POLL_MS = 10;

export async function bench() {
  const { perSecond, earlyMb, queuedMb, megabytes, counted, sent } = await drain();
  return {
    rows: [
      ['drain after an outage, events/s', count(perSecond), '', '', '≥ 40,000'],
      [
        `memory with ${count(sent)} events queued`,
        mb(queuedMb),
        `${mb(earlyMb)} with a tenth`,
        ratio(queuedMb, earlyMb),
        '0.9 to 1.1',
      ],
    ],
    notes: [
      `Drain: ${count(sent)} events sent in ${megabytes.toFixed(0)} MB of backlog, ${count(counted)} counted by ClickHouse.`,
    ],
    failure:
      counted === sent ? undefined : 'events were lost or counted twice: no figure above means anything.',
  };
}

/**
 * How quickly an outage's backlog is written: a real engine behind a door that is shut while the events come, then
 * opened. The clock runs from the first segment stored to the last, so that the writer's pause between tries (up to
 * 5 s) is not part of it.
 *
 * @returns events per second, and how many events ClickHouse counts in the end
 */
async function drain() {
  const folder = await temporaryFolder();
  const engine = await startEngine({
    entry: join(dist, 'engine.js'),
    dataDir: join(folder, 'clickhouse'),
    writerPassword: 'bench',
    readerPassword: 'bench-reader',
  });
  const door = await startProxy(engine.url);
  const collector = await startCollector(join(folder, 'data'), {
    CLICKHOUSE_URL: door.url,
    CLICKHOUSE_USER: 'leadline',
    CLICKHOUSE_PASSWORD: 'bench',
  });
  try {
    door.set('refuse');
    const batches = eventRequests(collector.url, EVENTS / BATCH, BATCH);
    // The heap finds its size over the first tenth.
    const first = batches.slice(0, batches.length / 10);
    await load(collector.url, first, { requestsMax: first.length, seconds: 60 });
    const earlyMb = memoryOf(collector.pid);
    const rest = batches.slice(first.length);
    await load(collector.url, rest, { requestsMax: rest.length, seconds: 300 });
    const queuedMb = memoryOf(collector.pid);
    const full = await collector.backlog();
    door.set('pass');
    const begin = await belowBacklog(collector, full);
    const end = await belowBacklog(collector, 1);
    const login = 'database=leadline&user=reader&password=bench-reader';
    const counted = await fetch(`${engine.url}/?${login}`, {
      method: 'POST',
      body: 'SELECT count() FROM events FINAL',
    });
    return {
      perSecond: (EVENTS * (begin.backlog / full)) / ((end.at - begin.at) / 1_000),
      earlyMb,
      queuedMb,
      megabytes: full / 1e6,
      counted: Number(await counted.text()),
      sent: EVENTS,
    };
  } finally {
    await collector.stop();
    await door.close();
    await engine.stop();
    await remove(folder);
  }
}

async function belowBacklog(collector, bytes) {
  for (;;) {
    const backlog = await collector.backlog();
    if (backlog < bytes) return { backlog, at: performance.now() };
    await delay(POLL_MS);
  }
}

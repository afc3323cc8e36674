// `npm run bench`: each figure beside a baseline measured in the same run, on this machine, on loopback alone. The
// load tool and the engine share the machine with the collector, so the ratios of a small machine are its low end.
import { existsSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findChromium } from '../test/browser/find_chromium.mjs';
import { drain } from './drain.mjs';
import { engine, engineNote, engineRows } from './engine.mjs';
import { ingest, script } from './ingest.mjs';
import { mainThread, mainThreadNote, mainThreadRows } from './main_thread.mjs';
import { memoryAtFullLoad } from './memory.mjs';
import { pipeline } from './pipeline.mjs';
import { dist, remove, startBare, startCollector, temporaryFolder } from './servers.mjs';
import { table } from './table.mjs';
import { waits } from './user.mjs';

if (!existsSync(join(dist, 'node.js')) || !existsSync(join(dist, 'public/leadline.js'))) {
  console.error('bench: dist/ is not complete: run "npm run build" first.');
  process.exit(1);
}
// So that the children go as well.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const startedAt = performance.now();
console.log(
  `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim()}. About seven minutes; \`-- --minutes=10\` watches the memory for ten.`,
);
const say = (text) => console.log(`  ${text} …`);

say('starts and visibility');
const user = await waits();
const folder = await temporaryFolder();
const [bare, collector] = [await startBare(), await startCollector(folder)];
const minutes = Number(/^--minutes=(\d+)$/.exec(process.argv[2] ?? '')?.[1] ?? 1);
say('ingestion');
const events = await ingest(collector, bare);
say('the script');
const scripts = await script(collector, bare);
say(`memory at full load, ${minutes} min`);
const memory = await memoryAtFullLoad(collector, minutes);
await Promise.all([collector.stop(), bare.stop()]);
await remove(folder);
say('the pipeline');
const ingested = pipeline();
say('drain');
const drained = await drain();
say('the engine beside reports');
const beside = await engine();
say('the main thread of a page');
const pages = findChromium() && (await mainThread());

const count = (number) => Math.round(number).toLocaleString('en');
const ms = (number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
const mb = (number) => `${Math.round(number)} MB`;
const ratio = (one, other) => (one / other).toFixed(2);
const { rates, rounds, p50, p99 } = events;
table([
  ['', 'Leadline', 'baseline', 'ratio', 'target'],
  [
    'one event per request, durable, /s',
    count(rates.collector),
    `${count(rates.bare)} bare`,
    ratio(rates.collector, rates.bare),
    '≥ 0.5, aim 0.7',
  ],
  [
    'events in batches of 20, /s',
    count(rates.batch),
    `${count(rates.collector)} single`,
    ratio(rates.batch, rates.collector),
    '≥ 3',
  ],
  [
    'GET /leadline.js, /s',
    count(scripts.collector),
    `${count(scripts.bare)} bare`,
    ratio(scripts.collector, scripts.bare),
    '≥ 0.7',
  ],
  [
    'ack at 70 % of capacity, p50',
    ms(p50.collector),
    `${ms(p50.bare)} bare`,
    ratio(p50.collector, p50.bare),
    '–',
  ],
  [
    'ack at 70 % of capacity, p99',
    ms(p99.collector),
    `${ms(p99.bare)} bare`,
    ratio(p99.collector, p99.bare),
    '–',
  ],
  ['the pipeline alone, one core, events/s', count(ingested), '', '', '–'],
  ['drain after an outage, events/s', count(drained.perSecond), '', '', '≥ 40,000'],
  [
    `memory after ${memory.minutes} min at full load`,
    mb(memory.lateMb),
    `${mb(memory.earlyMb)} early on`,
    ratio(memory.lateMb, memory.earlyMb),
    '0.9 to 1.1',
  ],
  [
    `memory with ${count(drained.sent)} events queued`,
    mb(drained.queuedMb),
    `${mb(drained.earlyMb)} with a tenth`,
    ratio(drained.queuedMb, drained.earlyMb),
    '0.9 to 1.1',
  ],
  ['202 to visible, low load, median', ms(user.visibleMs.p50), '', '', '≤ 1,000 ms'],
  ['202 to visible, low load, longest', ms(user.visibleMs.max), '', '', '≤ 2,000 ms'],
  ['second start until /readyz', ms(user.startMs), `${ms(user.firstStartMs)} first`, '', '1 to 2 s'],
  ...engineRows(beside),
  ...(pages ? mainThreadRows(pages) : []),
]);
console.log(
  [
    `Rounds of one event per request: bare ${rounds.bare.map(count).join(', ')}; Leadline ${rounds.collector.map(count).join(', ')}.`,
    `Drain: ${count(drained.sent)} events sent in ${drained.megabytes.toFixed(0)} MB of backlog, ${count(drained.counted)} counted by ClickHouse.`,
    engineNote(beside),
    pages ? mainThreadNote(pages) : 'Main thread: not measured, there is no Chromium.',
    `Took ${((performance.now() - startedAt) / 1_000).toFixed(0)} s.`,
  ].join('\n'),
);
if (drained.counted !== drained.sent) {
  console.error('bench: events were lost or counted twice: no figure above means anything.');
  process.exitCode = 1;
}

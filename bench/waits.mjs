import { setTimeout as delay } from 'node:timers/promises';
import { ms } from './figures.mjs';
import { median, percentile } from './load.mjs';
import { remove, startCollector, temporaryFolder } from './servers.mjs';

const SAMPLES = 20;
const STARTS = 3;
const POLL_MS = 5;

/** What somebody waits for: a start on a folder that was used before, and a form until it is a lead in a query. */
export async function bench() {
  const { firstStartMs, startMs, visibleMs } = await waits();
  return {
    rows: [
      ['202 to visible, low load, median', ms(visibleMs.p50), '', '', '≤ 1,000 ms'],
      ['202 to visible, low load, longest', ms(visibleMs.max), '', '', '≤ 2,000 ms'],
      ['second start until /readyz', ms(startMs), `${ms(firstStartMs)} first`, '', '1 to 2 s'],
    ],
  };
}

async function waits() {
  const folder = await temporaryFolder();
  try {
    const first = await startCollector(folder);
    await lead(first, 'first');
    await first.stop();
    const startsMs = [];
    for (let time = 0; time < STARTS; time++) {
      const again = await startCollector(folder);
      startsMs.push(again.startMs);
      await again.stop();
    }
    const collector = await startCollector(folder);
    const visibleMs = [];
    for (let sample = 0; sample < SAMPLES; sample++) visibleMs.push(await lead(collector, `lead${sample}`));
    await collector.stop();
    return {
      firstStartMs: first.startMs,
      startMs: median(startsMs),
      visibleMs: { p50: median(visibleMs), max: percentile(visibleMs, 1) },
    };
  } finally {
    await remove(folder);
  }
}

/** Submits a form; milliseconds from its 202 until `leads` has it. */
async function lead({ url, get }, name) {
  const email = `${name}@example.com`;
  const event = { id: name, type: 'form_submit', ts: Date.now(), form: { id: 'contact', fields: { email } } };
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { Origin: url },
    body: JSON.stringify({ site: 'demo', visitor: name, sent: Date.now(), events: [event] }),
  });
  if (response.status !== 202) throw new Error(`a form was answered ${response.status}`);
  const acked = performance.now();
  for (;;) {
    const { rows } = await get(`/v1/query/leads?site=demo&search=${email}`);
    if (rows.length > 0) return performance.now() - acked;
    await delay(POLL_MS);
  }
}

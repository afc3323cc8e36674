// An import of people beside ingestion: how long it takes, and what it costs whoever sends events meanwhile.
import { setTimeout as delay } from 'node:timers/promises';
import { ms, ratio } from './figures.mjs';
import { load, percentile } from './load.mjs';
import { eventRequests } from './requests.mjs';
import { ADMIN_KEY, besideBare } from './servers.mjs';

const ROWS = 100_000;
const REQUESTS = 30_000;
const WARM_S = 3;
const ALONE_S = 10;
/** Where a server is busy but not overrun. */
const SHARE_OF_CAPACITY = 0.7;
const POLL_MS = 500;
/** Of a step that takes longer nothing more is to be learnt. */
const WAIT_MS = 10 * 60_000;
const NAMES = ['Ada Lovelace', 'Elif Yılmaz', 'José Núñez', 'Grace Hopper', 'İpek Şahin'];

export async function bench() {
  const { alone, beside, tookS, rate } = await besideBare(imported);
  return {
    rows: [
      ['import of 100,000 rows beside it, s', seconds(tookS.run), '–', '–', '< 60'],
      ['its undo, s', seconds(tookS.undo), '–', '–', '–'],
      [
        'acks beside it at 70 % of capacity, p99',
        ms(percentile(beside, 0.99)),
        `${ms(percentile(alone, 0.99))} alone`,
        ratio(percentile(beside, 0.99), percentile(alone, 0.99)),
        '≤ 1.5',
      ],
      [
        'the same, p50',
        ms(percentile(beside, 0.5)),
        `${ms(percentile(alone, 0.5))} alone`,
        ratio(percentile(beside, 0.5), percentile(alone, 0.5)),
        '–',
      ],
    ],
    notes: [
      `Before it: reading the file ${seconds(tookS.read)} s, preview ${seconds(tookS.preview)} s. All beside ${Math.round(rate)} requests a second.`,
    ],
  };
}

const seconds = (value) => value.toFixed(1);

async function imported(collector) {
  const requests = eventRequests(collector.url, REQUESTS);
  await load(collector.url, requests, { seconds: WARM_S });
  const rate = SHARE_OF_CAPACITY * (await load(collector.url, requests, { seconds: WARM_S })).perSecond;
  await collector.drained();
  const alone = (await load(collector.url, requests, { seconds: ALONE_S, rate })).latencies;
  await collector.drained();

  const latencies = [];
  let isOver = false;
  const loading = (async () => {
    while (!isOver) {
      const { latencies: more } = await load(collector.url, requests, { seconds: 1, rate });
      for (const one of more) latencies.push(one);
    }
  })();
  // Whichever fails first is why it ends.
  const [tookS] = await Promise.all([
    importOne(collector).finally(() => {
      isOver = true;
    }),
    loading,
  ]);
  return { alone, beside: latencies, tookS, rate };
}

async function importOne({ url, get }) {
  const post = async (path, body) => {
    const headers = { Authorization: `Bearer ${ADMIN_KEY}` };
    const response = await fetch(`${url}/v1/imports${path}?site=demo`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };
  const timed = async (act) => {
    const startedAt = performance.now();
    const result = await act();
    return [(performance.now() - startedAt) / 1_000, result];
  };
  const until = async (id, state) => {
    for (const giveUpAt = performance.now() + WAIT_MS; ; ) {
      const found = await get(`/v1/imports/${id}?site=demo`);
      if (found?.state === state) return found;
      if (performance.now() > giveUpAt)
        throw new Error(`after ${WAIT_MS / 60_000} minutes it is ${found?.state} and not ${state}`);
      await delay(POLL_MS);
    }
  };
  const [read, { id, columns, matchBy }] = await timed(() => post('', file()));
  const mapping = columns.map(({ field }) => field);
  const [preview, { counts }] = await timed(async () => {
    await post(`/${id}/preview`, JSON.stringify({ mapping, matchBy }));
    return until(id, 'planned');
  });
  if (counts.create !== ROWS) throw new Error(`of ${ROWS} rows ${counts.create} would be imported`);
  const [run] = await timed(async () => {
    await post(`/${id}/run`);
    return until(id, 'done');
  });
  const [undo] = await timed(async () => {
    await post(`/${id}/undo`);
    return until(id, 'undone');
  });
  return { read, preview, run, undo };
}

function file() {
  const rows = Array.from(
    { length: ROWS },
    (_, at) =>
      `row${at}@import.example;${NAMES[at % NAMES.length]};+34600${String(at).padStart(6, '0')};Company ${at % 900};Madrid;ES`,
  );
  return ['E-mail;Name;Phone;Company;City;Country', ...rows].join('\n');
}

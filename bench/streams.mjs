import { get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { mb, ratio } from './figures.mjs';
import { memoryOf } from './memory.mjs';
import { ADMIN_KEY, remove, startBareStreams, startCollector, temporaryFolder } from './servers.mjs';

const STREAMS = 500;
/** So many may a session have. */
const OF_SESSION = 20;
/** What is not of a stream, such as the code of a first request, is there before. */
const WARM_UP = 40;
const SETTLE_MS = 2_000;

/** What 500 open streams take of memory, and how long a message needs to reach all of them. */
export async function bench() {
  const bare = await startBareStreams();
  const bareOpen = await measured(bare.pid, () => [bare.url, {}]);
  await bare.stop();

  const folder = await temporaryFolder();
  const collector = await startCollector(folder);
  const cookies = await sessions(collector.url, (STREAMS + WARM_UP) / OF_SESSION);
  const open = await measured(collector.pid, (index) => [
    `${collector.url}/v1/stream?site=demo`,
    { Cookie: cookies[Math.floor(index / OF_SESSION)] },
  ]);
  const toldMs = await told(collector.url, open.streams);
  for (const one of [...open.streams, ...bareOpen.streams]) one.destroy();
  await collector.stop();
  await remove(folder);
  return {
    rows: [
      [
        `memory of ${STREAMS} open streams`,
        mb(open.grownMb),
        mb(bareOpen.grownMb),
        ratio(open.grownMb, bareOpen.grownMb),
        'below 50 MB',
      ],
      ['a lead until all of them are told', `${toldMs.toFixed(0)} ms`, '', '', 'below 2 s'],
    ],
  };
}

async function measured(pid, requestOf) {
  const streams = [];
  const openMore = async (count) => {
    for (let n = 0; n < count; n++) streams.push(await opened(...requestOf(streams.length)));
    await delay(SETTLE_MS);
  };
  await openMore(WARM_UP);
  const before = memoryOf(pid);
  await openMore(STREAMS);
  return { streams, grownMb: memoryOf(pid) - before };
}

const opened = (url, headers) =>
  new Promise((resolve, reject) => {
    const asked = get(url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.on('error', () => undefined);
      response.once('data', () => resolve(response));
    });
    asked.on('error', reject);
  });

async function sessions(url, count) {
  const cookies = [];
  for (let n = 0; n < count; n++) {
    const body = JSON.stringify({ key: ADMIN_KEY });
    const response = await fetch(`${url}/v1/session`, { method: 'POST', body });
    cookies.push(response.headers.getSetCookie()[0].split(';')[0]);
  }
  return cookies;
}

async function told(url, streams) {
  const all = Promise.all(
    streams.map(
      (stream) =>
        new Promise((resolve) =>
          stream.on('data', (part) => String(part).includes('"leads"') && resolve(undefined)),
        ),
    ),
  );
  const startedAt = performance.now();
  const event = { id: 'bench', type: 'lead_entered', ts: Date.now(), email: 'a@people.example' };
  await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${ADMIN_KEY}` },
    body: JSON.stringify({ site: 'demo', person: { email: event.email }, events: [event] }),
  });
  await all;
  return performance.now() - startedAt;
}

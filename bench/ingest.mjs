import { count, ms, ratio } from './figures.mjs';
import { load, median, percentile } from './load.mjs';
import { eventRequests } from './requests.mjs';
import { besideBare } from './servers.mjs';

/** Enough that a round at any believable speed repeats few. */
const REQUESTS = 30_000;
const ROUNDS = 4;
const ROUND_S = 4;
const BATCH = 20;
/** Where a server is busy but not overrun. */
const SHARE_OF_CAPACITY = 0.7;

/** One event per request, batches, and latency below capacity: the collector beside the bare route. */
export async function bench() {
  const { rates, rounds, p50, p99 } = await besideBare(ingest);
  const beside = (title, figure, unit, target) => [
    title,
    unit(figure.collector),
    `${unit(figure.bare)} bare`,
    ratio(figure.collector, figure.bare),
    target,
  ];
  return {
    rows: [
      beside('one event per request, durable, /s', rates, count, '≥ 0.5, aim 0.7'),
      [
        'events in batches of 20, /s',
        count(rates.batch),
        `${count(rates.collector)} single`,
        ratio(rates.batch, rates.collector),
        '≥ 3',
      ],
      beside('ack at 70 % of capacity, p50', p50, ms, '–'),
      beside('ack at 70 % of capacity, p99', p99, ms, '–'),
    ],
    notes: [
      `Rounds of one event per request: bare ${rounds.bare.map(count).join(', ')}; Leadline ${rounds.collector.map(count).join(', ')}.`,
    ],
  };
}

async function ingest(collector, bare) {
  // Each server's own origin is in its requests; ids repeat only where a round outlasts them.
  const single = {
    collector: eventRequests(collector.url, REQUESTS),
    bare: eventRequests(bare.url, REQUESTS),
  };
  await load(bare.url, single.bare, { seconds: 2 });
  await load(collector.url, single.collector, { seconds: 3 });

  const rounds = { bare: [], collector: [], batch: [] };
  for (let round = 0; round < ROUNDS; round++) {
    await collector.drained();
    rounds.bare.push((await load(bare.url, single.bare, { seconds: ROUND_S })).perSecond);
    rounds.collector.push((await load(collector.url, single.collector, { seconds: ROUND_S })).perSecond);
  }
  const batches = eventRequests(collector.url, REQUESTS / BATCH, BATCH);
  for (let round = 0; round < ROUNDS - 1; round++) {
    await collector.drained();
    rounds.batch.push(BATCH * (await load(collector.url, batches, { seconds: 3 })).perSecond);
  }
  const rates = {
    bare: median(rounds.bare),
    collector: median(rounds.collector),
    batch: median(rounds.batch),
  };

  const latencies = { bare: [], collector: [] };
  for (let times = 0; times < 2; times++) {
    for (const [name, server] of Object.entries({ bare, collector })) {
      await collector.drained();
      const rate = SHARE_OF_CAPACITY * rates[name];
      const round = await load(server.url, single[name], { seconds: 3, rate });
      latencies[name] = latencies[name].concat(round.latencies);
    }
  }
  const at = (share) => ({
    bare: percentile(latencies.bare, share),
    collector: percentile(latencies.collector, share),
  });
  return { rounds, rates, p50: at(0.5), p99: at(0.99) };
}

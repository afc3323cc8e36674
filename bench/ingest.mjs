import { load, median, percentile } from './load.mjs';
import { eventRequests, getRequest } from './requests.mjs';

/** Enough that a round at any believable speed repeats few. */
const REQUESTS = 30_000;
const ROUNDS = 4;
const ROUND_S = 4;
const BATCH = 20;
/** Where a server is busy but not overrun. */
const SHARE_OF_CAPACITY = 0.7;

/** One event per request, batches, latency below capacity, and the script: the collector beside the bare route. */
export async function ingest(collector, bare) {
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

/** `GET /leadline.js` beside the same bytes from memory. */
export async function script(collector, bare) {
  const rounds = { bare: [], collector: [] };
  for (let round = 0; round < 4; round++) {
    for (const [name, { url }] of Object.entries({ bare, collector })) {
      const { perSecond } = await load(url, [getRequest(url, '/leadline.js')], { seconds: 2 });
      // The first round warms up.
      if (round > 0) rounds[name].push(perSecond);
    }
  }
  return { bare: median(rounds.bare), collector: median(rounds.collector) };
}

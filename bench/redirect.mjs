import { count, ratio } from './figures.mjs';
import { load, median, percentile } from './load.mjs';
import { getRequest } from './requests.mjs';
import { ADMIN_KEY, besideBare } from './servers.mjs';

const ROUNDS = 4;
/** Of a load: more of them wait for one sync to disk than would for many. */
const CONNECTIONS = 512;

/** Tracked links, each click of them durable, beside a route that only redirects. */
export async function bench() {
  const { rates, p99 } = await besideBare(redirect);
  const [collector, bare] = [median(rates.collector), median(rates.bare)];
  return {
    rows: [
      ['GET /l/…, clicks/s', count(collector), `${count(bare)} bare`, ratio(collector, bare), '≥ 0.7'],
      [
        '  99 % within, ms',
        median(p99.collector).toFixed(1),
        `${median(p99.bare).toFixed(1)} bare`,
        ratio(median(p99.collector), median(p99.bare)),
        '–',
      ],
    ],
  };
}

async function redirect(collector, bare) {
  const rates = { bare: [], collector: [] };
  const p99 = { bare: [], collector: [] };
  const path = await linkAt(collector);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { url }] of Object.entries({ bare, collector })) {
      const { perSecond, latencies } = await load(url, [getRequest(url, path)], {
        seconds: 2,
        connections: CONNECTIONS,
      });
      await collector.drained();
      // The first round warms up.
      if (round === 0) continue;
      rates[name].push(perSecond);
      p99[name].push(percentile(latencies, 0.99));
    }
  }
  return { rates, p99 };
}

async function linkAt({ url }) {
  const response = await fetch(`${url}/v1/entities/links?site=demo`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${ADMIN_KEY}` },
    body: JSON.stringify({ destination: 'https://www.example.com/offer?id=7' }),
  });
  const link = await response.json();
  return new URL(link.url).pathname;
}

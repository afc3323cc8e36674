import { count, ratio } from './figures.mjs';
import { load, median } from './load.mjs';
import { getRequest } from './requests.mjs';
import { besideBare } from './servers.mjs';

const ROUNDS = 4;

/** `GET /leadline.js` beside the same bytes from memory. */
export async function bench() {
  const { collector, bare } = await besideBare(script);
  const row = [
    'GET /leadline.js, /s',
    count(collector),
    `${count(bare)} bare`,
    ratio(collector, bare),
    '≥ 0.7',
  ];
  return { rows: [row] };
}

async function script(collector, bare) {
  const rounds = { bare: [], collector: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { url }] of Object.entries({ bare, collector })) {
      const { perSecond } = await load(url, [getRequest(url, '/leadline.js')], { seconds: 2 });
      // The first round warms up.
      if (round > 0) rounds[name].push(perSecond);
    }
  }
  return { bare: median(rounds.bare), collector: median(rounds.collector) };
}

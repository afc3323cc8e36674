// The pipeline alone, on one core: `ingest` over events like those of the load, one a batch, without HTTP and queue.
import * as v from 'valibot';
import { ingest } from '../collector/pipeline/index.ts';
import { batch as schema } from '../schemas/batch.ts';
import { count } from './figures.mjs';
import { agents, batchOf } from './requests.mjs';

const EVENTS = 100_000;
const ROUNDS = 5;

export async function bench() {
  return { rows: [['the pipeline alone, one core, events/s', count(pipeline()), '', '', '–']] };
}

/** @returns {number} events per second of processor time, the median of some rounds: others may use the machine, too */
function pipeline() {
  // Read from JSON, so that every text is one of its own, as it is for a request.
  const bodies = Array.from({ length: EVENTS }, (_, index) => JSON.stringify(batchOf(index, 1)));
  const rates = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const arrivals = bodies.map((body, index) => envelopeOf(JSON.parse(body), index));
    const startedAt = process.cpuUsage();
    for (const envelope of arrivals) ingest(envelope);
    const { user, system } = process.cpuUsage(startedAt);
    const perSecond = (1e6 * EVENTS) / (user + system);
    // The first round warms up.
    if (round > 0) rates.push(perSecond);
  }
  return rates.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
}

const site = {
  id: 'demo',
  name: 'Demo',
  origins: ['https://halfturn.example'],
  timeZone: 'UTC',
  currency: 'EUR',
};

const envelopeOf = (body, index) => ({
  site,
  batch: v.parse(schema, body),
  receivedAt: Date.now(),
  isPublic: true,
  userAgent: agents[index % agents.length],
  acceptLanguage: 'es-ES,es;q=0.9,en;q=0.8',
  isPrefetch: false,
  location: { country: 'ES', region: 'Madrid', asn: 3352, network: 'Telefonica De Espana S.a.u.' },
  origin: 'https://halfturn.example',
  secret: 'a secret of the benchmark',
});

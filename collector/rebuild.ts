import { emptyReadModels } from '../schemas/read_models.js';
import type { ClickHouseConfig } from './config.js';
import { fillPeople } from './jobs/fill_people.js';
import { Jobs } from './jobs/jobs.js';
import type { Log } from './log.js';
import { inMemory, prepare } from './prepare.js';

/**
 * Makes every read model anew from the raw events. What comes meanwhile, through a collector that works on the same
 * ClickHouse, is in them by itself.
 *
 * @param tell is told how far it is
 * @throws ConfigError or LeadlineError where ClickHouse refuses or does not answer: it may be done again
 */
export async function rebuild(
  clickhouse: ClickHouseConfig,
  log: Log,
  tell: (text: string) => void,
): Promise<void> {
  const parts = inMemory(clickhouse, log);
  try {
    await prepare(clickhouse, parts);
    const sites = parts.sites.list().map(({ id }) => id);
    const job = fillPeople(parts, () => sites.map((site) => ({ site, id: '' })));
    // Where this is killed, the next collector goes on.
    const later = new Jobs({ jobs: { fill_people: job }, store: parts.store, log });
    for (const site of sites) await later.start('fill_people', { site, id: '' });
    for (const statement of emptyReadModels) await parts.store.command(statement);
    for (const site of sites) await fill(site, job, tell);
  } finally {
    await parts.store.close();
  }
}

async function fill(site: string, job: ReturnType<typeof fillPeople>, tell: (text: string) => void) {
  const { signal } = new AbortController();
  const key = { site, id: '' };
  let state = job.begin(key, {});
  for (let isDone = false; !isDone; ) {
    const step = await job.step({ ...key, state, signal });
    ({ state, isDone } = step);
    const { done, total } = step.progress ?? { done: 0, total: 0 };
    if (total > 0) tell(`${site}: people ${Math.floor((100 * done) / total)} %`);
  }
  tell(`${site}: people done`);
}

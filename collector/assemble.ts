/** How the product is put together: on Node, on Workers and in the tests alike, so that what is tested is what runs. */
import type { Hono } from 'hono';
import type { Kind } from '../schemas/entities/kind.js';
import { rules } from '../schemas/entities/rules.js';
import { scoreRules } from '../schemas/entities/score_rules.js';
import { type EntityKind, entityKinds } from '../schemas/entities.js';
import { accessServices } from './access/access.js';
import { Keys } from './access/keys.js';
import { Uses } from './access/uses.js';
import { createApp } from './app.js';
import { StreamCounts, Streams } from './changes/streams.js';
import { nameOf } from './errors.js';
import { errorAnswers } from './http/answer_error.js';
import { Imports } from './imports/imports.js';
import { createIntake, type IntakeQueue, type ReadBatch, readingHere } from './intake/intake.js';
import { Sightings } from './intake/sightings.js';
import { allJobs } from './jobs/all.js';
import { Jobs } from './jobs/jobs.js';
import type { Limits } from './limits/limits.js';
import { StoredLinks } from './links/stored_links.js';
import { attachLinks } from './links/urls.js';
import type { Log } from './log.js';
import { Metrics } from './metrics.js';
import { Orders } from './orders/orders.js';
import { ByHand } from './people/by_hand.js';
import { People } from './people/people.js';
import type { Queue } from './queue/queue.js';
import type { Snapshot } from './records/live_records.js';
import { Records } from './records/records.js';
import { Sites } from './records/sites.js';
import { notesOfRule } from './rules/assignment.js';
import { ruleBehaviour } from './rules/behaviour.js';
import type { Parts, Platform, Services } from './services.js';
import type { Store } from './store/store.js';

/**
 * Puts together what works on a ClickHouse, without asking it anything yet.
 *
 * @param kinds other kinds of records than there are, in a test
 */
export function openParts(
  store: Store,
  snapshotOf: <Item>(kind: EntityKind) => Snapshot<Item>,
  log: Log,
  kinds: Readonly<Record<string, Kind>> = entityKinds,
): Parts {
  const records = new Records(store, kinds);
  const sites = new Sites(records, snapshotOf('sites'), log);
  const keys = new Keys(records, snapshotOf('keys'), log);
  const rulesOf = (site: string) => ({ joinsClaims: sites.known(site)?.joinsClaims ?? true });
  records.attach(rules, { ...ruleBehaviour(rules, { records, sites }), notes: notesOfRule() });
  // What somebody scores is not for what they score.
  records.attach(scoreRules, ruleBehaviour(scoreRules, { records, sites }, ['score']));
  const orders = new Orders(store, log);
  const people = new People(store, orders, rulesOf, log);
  return { store, records, sites, keys, orders, people, uses: new Uses(store, log) };
}

interface Assembly<Rows> extends Platform {
  queue: Queue & IntakeQueue<Rows>;
  limits: Limits;
  /** Where batches are read by another thread. */
  read?: ReadBatch<Rows>;
}

/** The app over the parts, with the services that its routes stand on. */
export function assemble<Rows>(
  parts: Parts,
  { adminKey, limits, read, ...platform }: Assembly<Rows>,
): Services & { app: Hono } {
  const { sites } = parts;
  const { queue, secret, ownOrigins, log } = platform;
  const metrics = new Metrics();
  // Where somebody else brings the rows to ClickHouse, they tell how many wait.
  if (platform.writer) {
    metrics.watchQueue(queue);
    metrics.watchWriter(platform.writer);
  }
  const streams = streamsFor(platform, metrics);
  const readHere = readingHere({ site: (id) => sites.known(id), ownOrigins, secret }) as ReadBatch<Rows>;
  const sightings = new Sightings(sites, ownOrigins);
  const storedLinks = new StoredLinks(parts.store, platform.isApart);
  attachLinks(parts.records, { secret, ownOrigins }, parts.store, (site, id) => storedLinks.renew(site, id));
  const access = accessServices(parts, { adminKey, ...platform });
  const jobs = new Jobs({
    jobs: allJobs({ ...parts, ...access, queue, secret, isApart: platform.isApart }),
    store: parts.store,
    log,
    holder: platform.holder,
    onFailure: (job) => metrics.jobFailed(job),
  });
  // Who is one person may be another matter now, of everybody there.
  sites.watchJoining(async (site) => {
    await jobs
      .start('fill_people', { site, id: '' })
      .catch((error) => log('warn', 'people are not joined anew', { site, error: nameOf(error) }));
  });
  const services: Services = {
    ...parts,
    ...platform,
    ...access,
    jobs,
    streams,
    intake: createIntake({ sites, queue, limits, metrics, read: read ?? readHere, sightings }),
    imports: new Imports({ ...parts, begin: (site, id) => jobs.start('import_people', { site, id }) }),
    byHand: new ByHand(parts.store, queue, parts.people),
    storedLinks,
    sightings,
    startedAt: Date.now(),
    metrics,
    answerError: errorAnswers(log, metrics),
  };
  return { ...services, app: createApp(services) };
}

/** A Worker may ask a thousand times for one request: a stream that asks for itself has to end before. */
const APART_MS = 10 * 60_000;

/** On Workers each stream is one of its own, and Cloudflare bounds them: that a browser has gone is not always told there. */
function streamsFor(
  { changes, isApart }: Pick<Platform, 'changes' | 'isApart'>,
  metrics: Metrics,
): Services['streams'] {
  if (isApart) return () => new Streams(changes, new StreamCounts(), APART_MS);
  const counts = new StreamCounts();
  metrics.gauge('leadline_streams_open', 'Streams that tell browsers of changes.', () => counts.open);
  const together = new Streams(changes, counts);
  return () => together;
}

// Reading people: lists of them, one of them, and what one did. Each beside `SELECT 1` and a read by primary key of the same
// rounds; and what an event costs with the read models that lists read.
import { runNamed } from '../collector/queries/run.ts';
import { count, ms, ratio } from './figures.mjs';
import { load, median, percentile } from './load.mjs';
import { openPeople } from './people_data.mjs';
import { processorMs } from './processor.mjs';
import { eventRequests } from './requests.mjs';
import { besideBare, remove, temporaryFolder } from './servers.mjs';

/** Beside which the large site is held: its persons have as many events each. */
const SMALL = { persons: 50_000, events: 1_000_000 };
/** Persons that are read in turn, each once: nothing of theirs is in a cache of results. */
const PERSONS = 300;
const LIST_ROUNDS = 15;
const LOAD_S = 8;
/** Enough that none is sent twice. */
const REQUESTS = 100_000;

/** What a list is asked for: the target in milliseconds, and the parameters; of leads where no query is named. */
const LISTS = [
  ['newest 50', 50, {}],
  ['the same by name', 100, { sort: 'name', order: 'asc' }],
  ['the same by last seen', 100, { sort: 'last_seen' }],
  ['two filters', 100, { stage: 'prospect', country: 'ES' }],
  ['two filters, sorted', 100, { status: 'new', 'events>': '20', sort: 'events' }],
  ['search by name', 100, { search: 'lovelace ada' }],
  ['search by part of an e-mail', 100, { search: 'elif.yilmaz77' }],
  ['search that finds nobody', 100, { search: 'zzzzzz' }],
  ['customers', 100, {}, 'customers'],
  ['orders', 100, {}, 'purchases'],
  ['next steps', 100, {}, 'next_steps'],
];

export async function bench({ persons, events, data }) {
  const folder = data ?? (await temporaryFolder());
  try {
    const small = await readsOf(folder, SMALL, oneByOne);
    const large = await readsOf(folder, { persons, events }, async (site) => ({
      ...(await oneByOne(site)),
      lists: await lists(site),
    }));
    const ingested = await besideBare(ingesting);
    return {
      rows: [...listRows(large, persons), ...oneRows(small, large), ...ingestRows(ingested)],
      notes: [
        `People: ${count(persons)} with ${count(events)} events; beside them ${count(SMALL.persons)} with ${count(SMALL.events)}. SELECT 1 takes ${ms(large.one.p50)}; the primary key's read is of one browser's events, with what the timeline shows.`,
        `Engine's processor for each: SELECT 1 ${ms(large.one.processor)}, primary key ${ms(large.key.processor)}, timeline ${ms(large.timeline.processor)}, person ${ms(large.person.processor)}.`,
      ],
    };
  } finally {
    if (data === undefined) await remove(folder);
  }
}

async function readsOf(folder, sizes, measure) {
  const site = await openPeople(folder, sizes);
  try {
    return await measure(site);
  } finally {
    await site.stop();
  }
}

/** In turn, so that whatever else the machine does meets all of them alike. */
async function oneByOne(site) {
  const some = await site.select(`SELECT person_id, any(visitor_id) AS visitor FROM visitor_persons
    WHERE cityHash64(person_id) % (SELECT intDiv(uniq(person_id), ${PERSONS * 2}) + 1 FROM visitor_persons) = 0
    GROUP BY person_id ORDER BY cityHash64(person_id, 1) LIMIT ${PERSONS}`);
  const reads = {
    one: () => site.store.query(SELECT_1, {}),
    key: ({ visitor }) => site.store.query(BY_KEY, { visitor }),
    timeline: ({ person_id }) => asked(site, 'timeline', { person: person_id }),
    person: ({ person_id }) => asked(site, 'person', { person: person_id }),
  };
  for (const one of some.slice(0, 20)) for (const read of Object.values(reads)) await read(one);
  const figures = Object.fromEntries(Object.keys(reads).map((name) => [name, { took: [], processor: 0 }]));
  for (const one of some)
    for (const [name, read] of Object.entries(reads)) {
      const [before, startedAt] = [processorMs(site.engine.pid), performance.now()];
      await read(one);
      figures[name].took.push(performance.now() - startedAt);
      figures[name].processor += processorMs(site.engine.pid) - before;
    }
  return Object.fromEntries(
    Object.entries(figures).map(([name, { took, processor }]) => [
      name,
      { p50: median(took), p99: percentile(took, 0.99), processor: processor / took.length },
    ]),
  );
}

async function asked(site, name, parameters) {
  const { rows } = await runNamed(site.store, name, new URLSearchParams({ site: 'demo', ...parameters }));
  if (rows.length === 0)
    throw new Error(`${name} of ${parameters.person} is empty: what it takes means nothing`);
}

const statement = (name, sql) => ({ name, sql, params: {}, columns: {}, json: [], tables: [] });
const SELECT_1 = statement('one', 'SELECT 1');
/** The best that can be done for one browser: its events by literal id, copies settled, no other column decides. */
const BY_KEY = statement(
  'by_key',
  `SELECT event_id, event_key, ts, received_at, type, person_id, page_view_id, order_id, refund_id, engaged_ms,
    scroll_percent, visitor_id, url, title, referrer, source, medium, campaign, channel, form_id, form_name, link_url,
    link_kind, value_minor, currency, coupon, browser, os, device, country, region, bot_signals, props
  FROM events FINAL
  PREWHERE site = 'demo' AND subject_id = {visitor:String}
  ORDER BY ts DESC
  LIMIT 51
  SETTINGS max_threads = 1`,
);

/** @returns milliseconds of each list, the median; the first round finds its caches */
async function lists(site) {
  const took = LISTS.map(() => []);
  for (let round = 0; round <= LIST_ROUNDS; round++)
    for (const [at, [, , parameters, query = 'leads']] of LISTS.entries()) {
      const startedAt = performance.now();
      await runNamed(site.store, query, new URLSearchParams({ site: 'demo', ...parameters }));
      if (round > 0) took[at].push(performance.now() - startedAt);
    }
  return took.map(median);
}

/** Microseconds of the processor for each event, sent one by one as fast as they are answered, until it is in the read models. */
async function ingesting(collector, bare) {
  const took = {};
  for (const [name, server] of Object.entries({ bare, collector })) {
    const requests = eventRequests(server.url, REQUESTS);
    await load(server.url, requests, { seconds: 2 });
    await collector.drained();
    const before = processorMs(server.pid);
    const { latencies } = await load(server.url, requests, { seconds: LOAD_S });
    await collector.drained();
    took[name] = (1_000 * (processorMs(server.pid) - before)) / latencies.length;
  }
  return took;
}

function listRows({ lists, one }, persons) {
  return LISTS.map(([name, target], at) => [
    `${name} of ${count(persons)} people, with the total, p50`,
    ms(lists[at]),
    `${ms(one.p50)} SELECT 1`,
    ratio(lists[at], one.p50),
    `≤ ${target} ms`,
  ]);
}

function oneRows(small, large) {
  const row = (name, figure, [beside, baseline], target) => [
    name,
    ms(figure),
    `${ms(baseline)} ${beside}`,
    ratio(figure, baseline),
    target,
  ];
  return ['timeline', 'person'].flatMap((name) => [
    row(`${name}, p50`, large[name].p50, ['primary key', large.key.p50], '≤ 8 ms, ≤ 3'),
    row(`${name}, p99`, large[name].p99, ['primary key', large.key.p99], '≤ 15 ms'),
    row(`${name}, p50, beside the small site`, large[name].p50, ['small', small[name].p50], '≤ 1.3'),
  ]);
}

const us = (number) => `${Math.round(number)} µs`;

const ingestRows = ({ collector, bare }) => [
  [
    'processor per event, one a request',
    us(collector),
    `${us(bare)} bare`,
    ratio(collector, bare),
    '≤ 75 µs',
  ],
];

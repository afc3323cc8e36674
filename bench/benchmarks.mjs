/**
 * Every benchmark, once. What one needs is loaded when it runs: its module exports `bench(options)`, which gives
 * `rows` of the table (figure, ours, baseline of the same run, ratio, target), `notes` for below it, and a `failure`
 * where the figures mean nothing.
 *
 * @type {{name: string, about: string, isLong?: boolean, load: () => Promise<{bench: Function}>}[]}
 */
export const benchmarks = [
  {
    name: 'waits',
    about: 'starts, and a form until it is a lead in a query',
    load: () => import('./waits.mjs'),
  },
  {
    name: 'ingest',
    about: 'events a second and their acks, beside a bare Hono route',
    load: () => import('./ingest.mjs'),
  },
  {
    name: 'script',
    about: 'GET /leadline.js, beside the same bytes from memory',
    load: () => import('./script.mjs'),
  },
  {
    name: 'redirect',
    about: 'tracked links and their clicks, beside a bare Hono redirect',
    load: () => import('./redirect.mjs'),
  },
  {
    name: 'memory',
    about: 'whether the collector grows at full load, for a minute (--minutes=10: for ten)',
    load: () => import('./memory.mjs'),
  },
  {
    name: 'pipeline',
    about: 'the steps that an event takes, alone on one core',
    load: () => import('./pipeline.mjs'),
  },
  {
    name: 'drain',
    about: 'how quickly a million events are written after an outage',
    load: () => import('./drain.mjs'),
  },
  {
    name: 'engine',
    about: 'inserts and timelines beside heavy reports, beside an idle engine',
    load: () => import('./engine.mjs'),
  },
  {
    name: 'people',
    about:
      'lists of people, one of them and their timeline, and what an event costs (--persons=, --events=; --data=<folder> keeps them)',
    load: () => import('./people.mjs'),
  },
  {
    name: 'imports',
    about: 'an import of 100,000 people beside ingestion, and what acks cost meanwhile',
    load: () => import('./imports.mjs'),
  },
  {
    name: 'main-thread',
    about: 'what the script costs a page in Chromium, beside a bare fetch',
    load: () => import('./main_thread.mjs'),
  },
  {
    name: 'page',
    about: 'the script at its start on a large page, and at the first submission of a thousand fields',
    load: () => import('./page.mjs'),
  },
  {
    name: 'pages',
    about: 'first loads, moves and idle tabs of the dashboards, beside a bare page',
    load: () => import('./pages.mjs'),
  },
  {
    name: 'streams',
    about: 'memory of 500 open streams, beside a bare server that holds as many',
    load: () => import('./streams.mjs'),
  },
  {
    name: 'submissions',
    about: 'whether each of a thousand forms (--count=100: a hundred) arrives once at a collector that fails',
    isLong: true,
    load: () => import('./submissions.mjs'),
  },
];

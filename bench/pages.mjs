// What the pages of the dashboards cost those who look at them, in Chromium, over the seeded company; beside a bare page
// that fetches and writes a list on a click.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { pages } from '../dashboards/sections.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { findChromium } from '../test/browser/find_chromium.mjs';
import { ms } from './figures.mjs';
import { median, percentile } from './load.mjs';
import { ADMIN_KEY, remove, startCollector, temporaryFolder } from './servers.mjs';
import { bench as streams } from './streams.mjs';

const VISITORS = 5_000;
const ROUNDS = 8;
const IDLE_MS = 10_000;
/** What a page still does when it is shown: the fetches of its lists, the stream; and the browser, which tidies up after. */
const SETTLE_MS = 9_000;
const ROW = { name: 'Rocío Cucharilla', email: 'rocio@cucharilla.example', company: 'Hotel Cucharilla' };

export async function bench() {
  if (!findChromium()) return { rows: [], notes: ['Pages: not measured, there is no Chromium.'] };
  const folder = await temporaryFolder();
  const [collector, bare, browser] = [await startCollector(folder), await bareSite(), await launchChromium()];
  try {
    await prepare(collector);
    const loads = await firstLoads(browser, collector);
    const moves = await movesIn(browser, collector);
    const opened = await personsOpened(browser, collector);
    const logged = await callsLogged(browser, collector);
    const bareMoves = await bareMovesIn(browser, bare);
    const idle = await idling({ open: () => dashboards(browser, collector), collector });
    const bareIdle = await idling({ open: () => bareWindow(browser, bare) });
    const open = await streams();
    return {
      rows: [...rowsOf({ loads, moves, opened, logged, bareMoves, idle, bareIdle }), ...open.rows],
      notes: [noteOf(loads, moves), ...(open.notes ?? [])],
    };
  } finally {
    await browser.close();
    bare.close();
    await collector.stop();
    await remove(folder);
  }
}

function rowsOf({ loads, moves, opened, logged, bareMoves, idle, bareIdle }) {
  const largest = Math.max(...loads.map(({ bytes }) => bytes));
  const all = moves.flatMap(({ times }) => times);
  const kilo = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const [p50, bareP50] = [median(all), median(bareMoves)];
  return [
    ['first load of a page, script and style, most', kilo(largest), '0 KB bare', '', '≤ 60 KB'],
    ['moving between pages, median', ms(p50), `${ms(bareP50)} bare`, (p50 / bareP50).toFixed(1), '< 100 ms'],
    [
      'moving between pages, p95',
      ms(percentile(all, 0.95)),
      `${ms(percentile(bareMoves, 0.95))} bare`,
      '',
      '< 100 ms',
    ],
    [
      'opening a person of the list, until who they are is shown, median',
      ms(median(opened)),
      `${ms(bareP50)} bare`,
      (median(opened) / bareP50).toFixed(1),
      '< 100 ms',
    ],
    [
      'a call that is logged, until it stands in the timeline, median',
      ms(median(logged)),
      `${ms(bareP50)} bare`,
      (median(logged) / bareP50).toFixed(1),
      '< 300 ms',
    ],
    ['idle tab, requests in 10 s', String(idle.requests), `${bareIdle.requests} bare`, '', '0'],
    ['idle tab, main thread in 10 s', ms(idle.taskMs), `${ms(bareIdle.taskMs)} bare`, '', '< 1 ms'],
    [
      'hidden tab, requests and streams',
      `${idle.hidden.requests} and ${idle.hidden.streams}`,
      '',
      '',
      '0 and 0',
    ],
  ];
}

function noteOf(loads, moves) {
  const told = loads.map(({ path, bytes }) => {
    const times = moves.find((move) => move.path === path)?.times;
    return `${path} ${(bytes / 1024).toFixed(1)} KB${times ? `, moved to in ${ms(median(times))}` : ''}`;
  });
  return `Pages: ${told.join('; ')}.`;
}

async function prepare({ url }) {
  const body = JSON.stringify({
    name: 'Ada',
    email: 'ada@halfturn.example',
    password: 'sounding lead and line',
    key: ADMIN_KEY,
  });
  const made = await fetch(`${url}/v1/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  if (made.status !== 204) throw new Error(`the first account was answered ${made.status}`);
  const seed = spawn(process.execPath, ['examples/seed/seed.mjs', url, '--visitors', String(VISITORS)], {
    env: { ...process.env, LEADLINE_ADMIN_KEY: ADMIN_KEY },
    stdio: 'ignore',
  });
  const [code] = await once(seed, 'exit');
  if (code !== 0) throw new Error('the company could not be seeded');
}

/** A window of the owner, with nothing in its cache. */
async function signedIn(browser, { url }) {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 800 } });
  const data = { email: 'ada@halfturn.example', password: 'sounding lead and line' };
  const answer = await context.request.post(`${url}/v1/session`, { data, headers: { Origin: url } });
  if (!answer.ok()) throw new Error(`the owner's sign-in was answered ${answer.status()}`);
  return { context, page: await context.newPage() };
}

const isShown = (page) =>
  page.waitForFunction(
    () => document.querySelector('h1') && !document.querySelector('.skeleton, [aria-busy="true"]'),
  );

async function dashboards(browser, collector) {
  const { context, page } = await signedIn(browser, collector);
  await page.goto(`${collector.url}/leads?site=demo`);
  await isShown(page);
  return { context, page };
}

/** Bytes of script and style as they come over the wire, for each page opened first. */
async function firstLoads(browser, collector) {
  const { rows } = await collector.get('/v1/query/leads?site=demo&limit=1');
  const found = [];
  for (const { path } of pages) {
    const { context, page } = await signedIn(browser, collector);
    const client = await context.newCDPSession(page);
    const files = new Set();
    let bytes = 0;
    client.on('Network.responseReceived', ({ requestId, response }) => {
      if (/\.(js|css)$/.test(new URL(response.url).pathname)) files.add(requestId);
    });
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (files.has(requestId)) bytes += encodedDataLength;
    });
    await client.send('Network.enable');
    await page.goto(`${collector.url}${path.replace(':id', rows[0].person_id)}?site=demo`);
    await isShown(page);
    await delay(1_000);
    found.push({ path, bytes });
    await context.close();
  }
  return found;
}

/** Milliseconds from a click in the menu until the page that it leads to shows what it has. */
async function movesIn(browser, collector) {
  const { context, page } = await dashboards(browser, collector);
  const inMenu = pages.filter(({ under }) => under === undefined);
  const found = new Map(inMenu.map(({ path }) => [path, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { path, title } of inMenu) {
      const link = page.locator(`nav a[href^="${path}?"]`);
      // As a reader does it: the pointer is there a moment before the click.
      await link.hover();
      const time = await link.evaluate(move, `${title.en} · Leadline`);
      // In the first round code and texts are fetched.
      if (round > 0) found.get(path).push(time);
      await delay(100);
    }
  }
  await context.close();
  return [...found].map(([path, times]) => ({ path, times }));
}

/** Milliseconds from a click in the list of leads until the person's page says who they are: another one each time. */
async function personsOpened(browser, collector) {
  const { context, page } = await dashboards(browser, collector);
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const link = page.locator('tbody a[href^="/persons/"]').nth(round);
    await link.hover();
    const time = await link.evaluate(open);
    if (round > 0) times.push(time);
    await page.goBack();
    await isShown(page);
    await delay(100);
  }
  await context.close();
  return times;
}

/** Milliseconds from the press that saves a call until the timeline shows what came of it. */
async function callsLogged(browser, collector) {
  const { rows } = await collector.get('/v1/query/leads?site=demo&limit=1');
  const { context, page } = await signedIn(browser, collector);
  await page.goto(`${collector.url}/persons/${rows[0].person_id}?site=demo`);
  await isShown(page);
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    await page.locator('.person-actions button').first().click();
    await page.locator('dialog input[name="outcome"]').fill(`Call ${round}`);
    const time = await page.locator('dialog button[type="submit"]').evaluate(log, `Call ${round}`);
    // In the first round the code that sends is warmed up.
    if (round > 0) times.push(time);
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
  await context.close();
  return times;
}

/** Runs in the page. */
function log(button, outcome) {
  return new Promise((resolve) => {
    const start = performance.now();
    button.click();
    const look = () => {
      if (document.querySelector('.timeline')?.textContent.includes(outcome))
        requestAnimationFrame(() => resolve(performance.now() - start));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Runs in the page. */
function open(link) {
  return new Promise((resolve) => {
    const [start, before] = [performance.now(), document.querySelector('h1').textContent];
    link.click();
    const look = () => {
      const isOpen = location.pathname.startsWith('/persons/');
      const name = document.querySelector('h1')?.textContent ?? '';
      if (isOpen && name !== '' && name !== before && document.querySelector('main dl'))
        requestAnimationFrame(() => resolve(performance.now() - start));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Runs in the page. */
function move(link, title) {
  return new Promise((resolve) => {
    const start = performance.now();
    link.click();
    const look = () => {
      if (document.title === title && !document.querySelector('.skeleton, [aria-busy="true"]'))
        requestAnimationFrame(() => resolve(performance.now() - start));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** What a page costs that is open and not touched, and one that is hidden. */
async function idling({ open, collector }) {
  const { context, page } = await open();
  await delay(SETTLE_MS);
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskMs = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  };
  let requests = 0;
  page.on('request', () => requests++);
  const counted = async () => {
    requests = 0;
    const before = await taskMs();
    await delay(IDLE_MS);
    return { requests, taskMs: (await taskMs()) - before };
  };
  const idle = await counted();
  if (!collector) {
    await context.close();
    return idle;
  }
  // A browser without windows hides none: this is what one that does tells its pages.
  await page.evaluate(() => {
    for (const [name, value] of Object.entries({ hidden: true, visibilityState: 'hidden' }))
      Object.defineProperty(document, name, { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const hidden = await counted();
  const text = await (
    await fetch(`${collector.url}/metrics`, { headers: { Authorization: `Bearer ${ADMIN_KEY}` } })
  ).text();
  const streams = Number(/^leadline_streams_open (\d+)/m.exec(text)?.[1]);
  await context.close();
  return { ...idle, hidden: { ...hidden, streams } };
}

/** A page with as many rows as a list has, which are fetched and written anew on a click. */
async function bareSite() {
  const rows = JSON.stringify({ rows: Array.from({ length: 50 }, () => ROW) });
  const page = `<!doctype html><title>Bare</title><a href="#">More</a><h1>Bare</h1><table></table><script>
document.querySelector('a').onclick = async (event) => {
  event.preventDefault();
  const { rows } = await (await fetch('/rows')).json();
  const table = document.querySelector('table');
  table.replaceChildren(...rows.map((row) => {
    const line = document.createElement('tr');
    for (const text of Object.values(row)) line.appendChild(document.createElement('td')).textContent = text;
    return line;
  }));
  document.title = 'Moved';
};</script>`;
  const server = createServer(({ url }, response) => {
    const isRows = url === '/rows';
    response.setHeader('Content-Type', isRows ? 'application/json' : 'text/html; charset=utf-8');
    response.end(isRows ? rows : page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function bareWindow(browser, { url }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  return { context, page };
}

async function bareMovesIn(browser, bare) {
  const { context, page } = await bareWindow(browser, bare);
  const times = [];
  for (let round = 0; round <= ROUNDS * 3; round++) {
    await page.evaluate(() => {
      document.title = 'Bare';
    });
    const time = await page.locator('a').evaluate(move, 'Moved');
    if (round > 0) times.push(time);
    await delay(100);
  }
  await context.close();
  return times;
}

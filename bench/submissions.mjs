// Many submissions in Chromium, by visitors who leave at once, are offline or close the tab, to a collector that
// fails now and then: is each of them delivered, and as one event?
import { setTimeout as delay } from 'node:timers/promises';
import { launchChromium } from '../test/browser/chromium.ts';
import { html, startTestSite } from '../test/browser/pages.ts';

/** Browsers at work at the same time, each with a storage of its own. */
const VISITORS = 4;
/** What is given up as lost was not delivered on a last, quiet visit of such a time without anything arriving. */
const QUIET_MS = 20_000;
/** Long enough for a second delivery of something that has arrived already. */
const REST_MS = 2_000;
const CLOSE_AGAIN_MS = 500;

/** What the collector does with so many requests, and then with the next. */
const PHASE_REQUESTS = 20;
const phases = [
  { isStored: true, answer: { status: 202 } },
  { isStored: false, answer: { status: 503 } },
  { isStored: true, answer: { status: 202 } },
  // It hangs up before, or after, it has stored them.
  { isStored: false, answer: undefined },
  { isStored: true, answer: undefined },
  { isStored: false, answer: { status: 503, headers: { 'retry-after': '1' } } },
];

/** Pages by what becomes of their form, which the visitor submits with Enter. */
const handlers = {
  // The browser goes to the next page.
  '/native': '',
  '/native-get': "form.method = 'get';",
  // A script submits it, which fires no event.
  '/by-script': "form.onkeydown = ({ key }) => { if (key === 'Enter') form.submit(); };",
  // A script stops it, looks at something, and then submits it.
  '/checked-first':
    'form.onsubmit = (event) => { event.preventDefault(); setTimeout(() => form.submit(), 100); };',
  // A script takes it over and goes to the next page without waiting for the answer.
  '/taken-over': `form.onsubmit = (event) => {
    event.preventDefault();
    fetch('/api', { method: 'POST', body: new FormData(form) });
    location.href = '/thanks';
  };`,
  // So late that there is time to press Enter again.
  '/slow': `let timer;
  form.onsubmit = (event) => {
    event.preventDefault();
    clearTimeout(timer);
    timer = setTimeout(() => { location.href = '/thanks'; }, 300);
  };`,
  // The page stays, without its form.
  '/stays': "form.onsubmit = (event) => { event.preventDefault(); form.outerHTML = '<p>Thank you.</p>'; };",
  // The window closes itself in the same task.
  '/closes': 'form.onsubmit = (event) => { event.preventDefault(); close(); };',
  '/closes-natively': 'form.onsubmit = () => close();',
};

/** How visitors submit and leave, each by its name: with a browser context, and as many values as it takes. */
const ways = [
  ...['/native', '/native-get', '/by-script', '/checked-first', '/taken-over'].flatMap((path) => [
    way(`${path}, next page`, (visitor, [value]) => goOn(visitor, path, value, 'load')),
    way(`${path}, next page closed`, (visitor, [value]) => goOn(visitor, path, value, 'commit')),
  ]),
  way('/slow, submitted twice', (visitor, [value]) => goOn(visitor, '/slow', value, 'load', 2)),
  ...['/native', '/native-get', '/by-script', '/taken-over', '/slow', '/stays'].map((path) =>
    way(`${path}, closed`, (visitor, [value]) => leave(visitor, path, value)),
  ),
  ...['/closes', '/closes-natively'].map((path) =>
    way(path, (visitor, [value]) => closeItself(visitor, path, value)),
  ),
  way('offline', goOffline, 5),
];

function way(name, run, takes = 1) {
  return { name, run, takes };
}

export async function bench(options) {
  const { count, delivered, lost, doubled, redelivered } = await submissions(options);
  const isSound = lost.length + doubled.length === 0;
  return {
    rows: [],
    notes: [
      ...lost.map((one) => `lost     ${one}`),
      ...doubled.map((one) => `doubled  ${one}`),
      `${count.toLocaleString('en')} submissions: ${delivered} delivered, ${lost.length} lost, ${doubled.length} doubled (by id), ${redelivered} redelivered`,
    ],
    failure: isSound ? undefined : 'not each submission arrived exactly once.',
  };
}

/**
 * @param count of submissions, each with an e-mail address of its own
 * @returns `delivered` as exactly one event, `lost` and `doubled` (under two ids) ones with how they were submitted, and
 *   `redelivered` ones: the same event arrived again, which its id makes harmless
 */
export async function submissions({ count, visitors = VISITORS }) {
  const browser = await launchChromium();
  const site = await startTestSite();
  /** How each address was submitted; and, for those that the collector has stored, the ids and their times. */
  const submitted = new Map();
  const stored = new Map();
  let [requests, isQuiet, arrivedAt] = [0, false, 0];
  site.answer = ({ events }) => {
    const phase = phases[isQuiet ? 0 : Math.floor(requests++ / PHASE_REQUESTS) % phases.length];
    arrivedAt = performance.now();
    for (const { type, id, form } of phase.isStored ? events : []) {
      if (type !== 'form_submit') continue;
      const ids = stored.get(form.fields.email) ?? new Map();
      stored.set(form.fields.email, ids.set(id, (ids.get(id) ?? 0) + 1));
    }
    return phase.answer;
  };
  for (const path of ['/', '/thanks']) site.page(path, html('<h1>Leadline</h1>', site.tag()));
  for (const [path, handler] of Object.entries(handlers)) site.page(path, formPage(site.tag(), handler));

  let turn = 0;
  const visit = async () => {
    const context = await browser.newContext();
    // Of no site: it keeps the window open, in which Chromium would else not open a tab while its last one closes.
    await context.newPage();
    const open = async (path, tab) => {
      const page = tab ?? (await context.newPage());
      await page.goto(site.origin + path);
      await page.waitForFunction(() => 'leadline' in window);
      return page;
    };
    while (submitted.size < count) {
      const { name, takes, run } = ways[turn++ % ways.length];
      const values = Array.from({ length: Math.min(takes, count - submitted.size) }, () => {
        const value = `visitor-${submitted.size}@example.com`;
        submitted.set(value, name);
        return value;
      });
      await run({ context, open }, values);
    }
    return open;
  };
  const missing = () => [...submitted.keys()].filter((value) => !stored.has(value));
  try {
    const opens = await Promise.all(Array.from({ length: visitors }, visit));
    isQuiet = true;
    await Promise.all(opens.map((open) => open('/')));
    arrivedAt = performance.now();
    while (missing().length > 0 && performance.now() - arrivedAt < QUIET_MS) await delay(50);
    while (performance.now() - arrivedAt < REST_MS) await delay(50);
  } finally {
    await browser.close();
    await site.close();
  }
  const idsOf = (value) => [...(stored.get(value)?.values() ?? [])];
  const about = (values) => values.map((value) => `${value}: ${submitted.get(value)}`);
  const values = [...submitted.keys()];
  return {
    count: values.length,
    delivered: values.filter((value) => idsOf(value).length === 1).length,
    lost: about(missing()),
    doubled: about(values.filter((value) => idsOf(value).length > 1)),
    redelivered: values.filter((value) => idsOf(value).some((times) => times > 1)).length,
  };
}

async function submit(page, value, times = 1) {
  await page.fill('[name=email]', value);
  for (let time = 0; time < times; time++) await page.keyboard.press('Enter');
}

/** To the next page, and from there as soon as it has come so far as `until` says. */
async function goOn({ open }, path, value, until, times) {
  const page = await open(path);
  await submit(page, value, times);
  await page.waitForURL(/thanks/, { waitUntil: until });
  await closeTab(page);
}

async function leave({ open }, path, value) {
  const page = await open(path);
  await submit(page, value);
  await closeTab(page);
}

/** A tab that is closed while its next page arrives stays open (Chromium 156): it is closed once more. */
async function closeTab(page) {
  const gone = page.waitForEvent('close', { timeout: 0 });
  while (!page.isClosed()) {
    // As a visitor does it; Playwright's other way waits for a close that does not come. It may have gone just now.
    await page.close({ runBeforeUnload: true }).catch(() => undefined);
    await Promise.race([gone, delay(CLOSE_AGAIN_MS)]);
  }
}

/** Only a window that a script opened may close itself. */
async function closeItself({ context, open }, path, value) {
  const opener = await context.newPage();
  const opened = context.waitForEvent('page');
  await opener.evaluate(() => window.open('about:blank'));
  const page = await open(path, await opened);
  await closeTab(opener);
  const gone = page.waitForEvent('close');
  await submit(page, value).catch(() => undefined);
  await gone;
}

/** Several tabs of which some are closed before the network is back, and the others at that moment. */
async function goOffline({ context, open }, values) {
  const paths = ['/native', '/stays', '/taken-over', '/stays', '/by-script'];
  const pages = [];
  for (const path of paths.slice(0, values.length)) pages.push(await open(path));
  await context.setOffline(true);
  for (const [index, page] of pages.entries()) {
    await submit(page, values[index]);
    if (index % 2 === 0) await closeTab(page);
  }
  await context.setOffline(false);
  for (const page of pages) await closeTab(page);
}

function formPage(tag, handler) {
  const form = `<form action="/thanks" method="post">
<input type="email" name="email" required><input name="company" value="Halfturn"><button>Send</button>
</form>
<script>{ const form = document.forms[0]; ${handler} }</script>`;
  return html(form, tag);
}

// What the script costs a page that is large: at its start, and at the first submission of a long form; and whether it
// makes the browser lay the page out when it would not have. By the processor's time, in Chromium.
import { setTimeout as delay } from 'node:timers/promises';
import { launchChromium } from '../test/browser/chromium.ts';
import { findChromium } from '../test/browser/find_chromium.mjs';
import { html, startTestSite } from '../test/browser/pages.ts';
import { median } from './load.mjs';
import { cost, layouts, slicesOf, traced } from './trace.mjs';

const FIELDS = 1_000;
const ELEMENTS = 4_000;
/** Each in a process of its own and with nothing stored, as on a first visit: no code is compiled before. */
const LOADS = 11;
/** For what follows the last thing that can be waited for: the second file of the script. */
const SETTLE_MS = 200;
const WAIT_MS = 20_000;

export async function bench() {
  if (!findChromium()) return { rows: [], notes: ['Page: not measured, there is no Chromium.'] };
  const browser = await launchChromium();
  const site = await startTestSite();
  try {
    site.page('/start', html(elements() + form(1), site.tag()));
    site.page('/small', html(form(1), site.tag()));
    site.page('/form', html(form(FIELDS), site.tag()));
    site.page('/bare', html(form(FIELDS), bare(site.host)));
    const visits = { '/start': [], '/small': [], '/form': [], '/bare': [] };
    for (let load = 0; load < LOADS; load++)
      for (const [path, found] of Object.entries(visits)) found.push(await visit(browser, site, path));
    return { rows: rowsOf(visits), notes: [noteOf(visits)] };
  } finally {
    await browser.close();
    await site.close();
  }
}

/**
 * Opens a page, types into its first field and submits its form, all of which changes what is shown.
 *
 * @returns what the script took until then, `{cpuMs, wallMs}`, what its part of the submit event took, and how often it
 *   had the page laid out
 */
async function visit(browser, site, path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  site.batches.length = 0;
  const arrives = async (type) => {
    const giveUpAt = performance.now() + WAIT_MS;
    while (!site.batches.some(({ events }) => events.some((event) => event.type === type))) {
      if (performance.now() > giveUpAt) throw new Error(`${path}: no ${type} arrives`);
      await delay(5);
    }
    await delay(SETTLE_MS);
  };
  const slices = await traced(browser, page, path, async () => {
    await page.goto(site.origin + path);
    await arrives('page_view');
    // From outside, as a visitor does it: what Playwright evaluates in a page would be in the trace.
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await arrives('form_submit');
  });
  await context.close();
  const own = slicesOf(site.host, slices);
  const dispatched = (type) =>
    slices.filter((slice) => slice.name === 'EventDispatch' && slice.type === type);
  const [{ startUs: typedUs }] = dispatched('keydown');
  const isHandling = ({ startUs }) =>
    dispatched('submit').some((event) => startUs >= event.startUs && startUs < event.startUs + event.wallUs);
  const startUp = own.filter(({ startUs }) => startUs < typedUs);
  return {
    start: cost(startUp),
    evaluation: cost(startUp.filter(({ name }) => name === 'EvaluateScript')),
    capture: cost(own.filter(isHandling)),
    layouts: layouts(own, slices).length,
  };
}

/** Paragraphs with links, as a long article has them. */
function elements() {
  const paragraphs = Array.from(
    { length: ELEMENTS / 2 },
    (_, i) => `<p>Part <a href="/part-${i}">${i}</a></p>`,
  );
  return paragraphs.join('');
}

/** What the page changes in each event makes a layout due, so that whoever asks for one afterwards pays for it. */
const handler = `<script>
for (const type of ['keydown', 'input', 'submit']) addEventListener(type, (event) => {
  if (type === 'submit') event.preventDefault();
  document.body.style.paddingTop = Math.random() * 50 + 'px';
}, true);
</script>`;

function form(fields) {
  const inputs = Array.from({ length: fields }, (_, i) => {
    const focus = i === 0 ? ' autofocus' : '';
    const input = `<input id="field-${i}" name="field-${i}" value="What was asked for, number ${i}"${focus}>`;
    return i % 2
      ? `<label>Question ${i} ${input}</label>`
      : `<label for="field-${i}">Question ${i}</label>${input}`;
  });
  return `${handler}<form action="/thanks">${inputs.join('')}<button>Send</button></form>`;
}

/** The least that sends a page view and what is in a form. Its address tells it from the page's own handler. */
const bare = (host) => `<script>
const send = (event) => fetch('${host}/v1/events', { method: 'POST', body: JSON.stringify({ events: [event] }), keepalive: true });
send({ type: 'page_view' });
addEventListener('submit', ({ target }) => {
  send({ type: 'form_submit', fields: Object.fromEntries(new FormData(target)) });
}, true);
//# sourceURL=${host}/bare.js
</script>`;

function rowsOf(visits) {
  const line = (title, figure, [path, other, what], target) => {
    const [ours, baseline] = [path, other].map((path) => middle(visits[path], figure, 'cpuMs'));
    const ms = (number) => `${number.toFixed(2)} ms`;
    return [title, ms(ours), `${ms(baseline)} ${what}`, (ours / baseline).toFixed(2), target];
  };
  const laidOut = Object.values(visits)
    .flat()
    .reduce((sum, { layouts }) => sum + layouts, 0);
  return [
    line(`capture of the first ${FIELDS} fields`, 'capture', ['/form', '/bare', 'bare FormData'], '< 5 ms'),
    line(`evaluating, ${ELEMENTS} elements`, 'evaluation', ['/start', '/small', 'small page'], '< 2 ms'),
    line('· until the page view is delivered', 'start', ['/start', '/small', 'small page'], '–'),
    ['layouts that it asked for', String(laidOut), '', '', '0'],
  ];
}

function noteOf(visits) {
  const clock = (path, figure) => middle(visits[path], figure, 'wallMs').toFixed(2);
  return `Page: processor time, median of ${LOADS} first visits. By the clock: capture ${clock('/form', 'capture')} ms, evaluating ${clock('/start', 'evaluation')} ms.`;
}

const middle = (samples, figure, unit) => median(samples.map((sample) => sample[figure][unit]));

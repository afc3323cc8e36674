// What the script costs the page that it is on: milliseconds of the main thread, in Chromium.
import { setTimeout as delay } from 'node:timers/promises';
import { launchChromium } from '../test/browser/chromium.ts';
import { findChromium } from '../test/browser/find_chromium.mjs';
import { html, startTestSite } from '../test/browser/pages.ts';
import { median } from './load.mjs';
import { cost, slicesOf, tasks, traced } from './trace.mjs';

const FORMS = 200;
const LINKS = 2_000;
const FIELDS = ['name', 'email', 'phone', 'company', 'city', 'country', 'budget', 'date', 'subject'];
const MESSAGE_CHARS = 500;
/** Each in a process of its own and with nothing stored, as on a first visit: no code is compiled before. */
const LOADS = 20;
/** For what follows the last thing that can be waited for: the answer, a second file of the script. */
const SETTLE_MS = 150;
/** Between submissions in a row, longer than the script's tasks after one. */
const GAP_MS = 25;
const WAIT_MS = 20_000;

export async function bench() {
  if (!findChromium()) return { rows: [], notes: ['Main thread: not measured, there is no Chromium.'] };
  const figures = await mainThread();
  return { rows: rowsOf(figures), notes: [noteOf(figures)] };
}

/**
 * Opens pages and submits forms. Start-up is all that the script does until its first delivery, of the page view, is
 * answered; a submission is all from the press of Enter until the lead is.
 *
 * @returns for a page with many forms and links, and for an empty one with one form, the costs of each load, as
 *   `{cpuMs, wallMs}`; and for 200 submissions in a row the costs of each, also with the bare script and with none
 */
async function mainThread() {
  const browser = await launchChromium();
  const site = await startTestSite();
  try {
    site.page('/large', largePage(site.tag()));
    site.page('/empty', html(form(0) + handler, site.tag()));
    site.page('/bare', largePage(bare(site.host)));
    site.page('/without', largePage(''));
    const [large, empty] = [[], []];
    for (let load = 0; load < LOADS; load++) {
      large.push(await visit(browser, site, '/large'));
      empty.push(await visit(browser, site, '/empty'));
    }
    const row = async (path) => {
      const { submission, whole } = await visit(browser, site, path, FORMS);
      const each = ({ cpuMs, wallMs }) => ({ cpuMs: cpuMs / FORMS, wallMs: wallMs / FORMS });
      return { submission: each(submission), whole: each(whole) };
    };
    const rows = { large: await row('/large'), bare: await row('/bare'), without: await row('/without') };
    return { large, empty, rows };
  } finally {
    await browser.close();
    await site.close();
  }
}

async function visit(browser, site, path, submissions = 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  site.batches.length = 0;
  const isSilent = path === '/without';
  const arrival = async (type, count) => {
    const arrived = () => site.batches.flatMap(({ events }) => events).filter((event) => event.type === type);
    const giveUpAt = performance.now() + WAIT_MS;
    while (!isSilent && arrived().length < count) {
      if (performance.now() > giveUpAt) throw new Error(`${path}: no ${type} arrives`);
      await delay(5);
    }
    await delay(SETTLE_MS);
  };
  const slices = await traced(browser, page, path, async () => {
    await page.goto(site.origin + path);
    await arrival('page_view', 1);
    for (let sent = 0; sent < submissions; sent++) {
      // From outside, as a visitor does it: what Playwright evaluates in a page would be in the trace, and what a
      // script starts is not told from that script.
      await page.keyboard.press('Enter');
      await delay(GAP_MS);
    }
    await arrival('form_submit', submissions);
  });
  await context.close();

  const own = slicesOf(site.host, slices);
  const events = (type) => slices.filter((slice) => slice.name === 'EventDispatch' && slice.type === type);
  const enterUs = events('keydown')[0].startUs;
  const startUp = own.filter(({ startUs }) => startUs < enterUs);
  const isHandling = ({ startUs }) =>
    events('submit').some((event) => startUs >= event.startUs && startUs < event.startUs + event.wallUs);
  const since = ({ startUs }) => startUs >= enterUs;
  return {
    startUp: cost(startUp),
    evaluation: cost(startUp.filter(({ name }) => name === 'EvaluateScript')),
    longest: cost(startUp.sort((one, other) => other.cpuUs - one.cpuUs).slice(0, 1)),
    submission: cost(own.filter(since)),
    handling: cost(own.filter(isHandling)),
    whole: cost(tasks(slices).filter(since)),
  };
}

/** Ten fields, one of them a long text. */
function form(index) {
  const inputs = FIELDS.map((name) => {
    const focus = index === 0 && name === 'name' ? ' autofocus' : '';
    return `<label>${name} <input name="${name}" value="${name}${index}@example.com"${focus}></label>`;
  });
  const message = 'Please call me about the quote for our three offices. '.repeat(10).slice(0, MESSAGE_CHARS);
  const text = `<label>message <textarea name="message">${message}</textarea></label>`;
  return `<form id="form-${index}" action="/thanks">${inputs.join('')}${text}<button>Send</button></form>`;
}

/** The least that sends a page view and what is in a form. Its address tells it from the page's own handler. */
const bare = (host) => `<script>
const send = (event) => fetch('${host}/v1/events', {
  method: 'POST',
  body: JSON.stringify({ events: [event] }),
  keepalive: true,
  credentials: 'omit',
});
send({ type: 'page_view' });
addEventListener('submit', ({ target }) => {
  send({ type: 'form_submit', fields: Object.fromEntries(new FormData(target)) });
}, true);
//# sourceURL=${host}/bare.js
</script>`;

/** The page takes its forms over, and goes on to the next one. */
const handler = `<script>
let sent = 0;
addEventListener('submit', (event) => {
  event.preventDefault();
  document.forms[++sent]?.elements[0].focus({ preventScroll: true });
});
</script>`;

function largePage(tag) {
  const forms = Array.from({ length: FORMS }, (_, index) => form(index));
  const links = Array.from({ length: LINKS }, (_, index) => {
    const host = index % 3 ? '' : 'https://partner.example';
    return `<a href="${host}/page-${index}">Page ${index}</a> `;
  });
  return html(forms.join('') + links.join('') + handler, tag);
}

/**
 * Rows of figure, ours, baseline, ratio and target: processor time, since the wait for a processor that others use is
 * not the script's, and on a small machine is most of the clock's.
 */
function rowsOf({ large, empty, rows }) {
  const ms = (number) => `${number.toFixed(2)} ms`;
  const line = (title, one, [other, what], target = '–') => [
    title,
    ms(one),
    `${ms(other)} ${what}`,
    (one / other).toFixed(2),
    target,
  ];
  const visits = (title, figure, target) => {
    const baseline = [middle(empty, figure, 'cpuMs'), 'empty page'];
    return line(title, middle(large, figure, 'cpuMs'), baseline, target);
  };
  const own = (path) => rows[path].submission.cpuMs;
  const whole = (path) => rows[path].whole.cpuMs;
  return [
    visits('start-up, until the page view is delivered', 'startUp', '< 5 ms'),
    visits('· evaluating the script', 'evaluation'),
    visits('· its longest task', 'longest'),
    visits('first submission, until it is delivered', 'submission', '< 1 ms'),
    visits('· before the page’s own handlers', 'handling'),
    line('each of 200 submissions in a row', own('large'), [own('bare'), 'bare fetch'], '< 1 ms'),
    line('· with what the browser does', whole('large'), [whole('without'), 'no script']),
  ];
}

function noteOf({ large, rows }) {
  const clock = (figure) => middle(large, figure, 'wallMs').toFixed(2);
  const each = rows.large.submission.wallMs.toFixed(2);
  return `Main thread: processor time, median of ${large.length} first visits to a page with ${FORMS} forms and ${LINKS} links. By the clock: start-up ${clock('startUp')} ms, first submission ${clock('submission')} ms, each of 200 ${each} ms.`;
}

function middle(samples, figure, unit) {
  return median(samples.map((sample) => sample[figure][unit]));
}

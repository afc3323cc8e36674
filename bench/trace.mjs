// What the main thread of a page did, by Chromium's own trace: in microseconds, where a page's `performance.now()` has
// steps of 100, and by script, so that nothing has to be subtracted.

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];
/** A script at work, with its address. Compiling is within the evaluation. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall']);
/** Where promises go on. These do not say whose they are; nearly all have nothing to do, which takes up to 15 µs. */
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';
const MICROTASKS_US_MIN = 20;

/**
 * Traces a page while `run` works with it.
 *
 * @param path of the address of a script, or of the page with a script, that is evaluated: it tells the page's process
 * @returns the slices of its main thread by their start: `startUs`, `wallUs`, `cpuUs`, and what they are about
 */
export async function traced(browser, page, path, run) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await run();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const urlOf = ({ args }) => args?.data?.url ?? '';
  const own = traceEvents.find((event) => event.name === 'EvaluateScript' && urlOf(event).includes(path));
  if (!own) throw new Error(`nothing of ${path} in the trace`);
  return traceEvents
    .filter(({ ph, pid, tid }) => /[XB]/.test(ph) && pid === own.pid && tid === own.tid)
    .map((event) => ({
      name: event.name,
      type: event.args?.data?.type,
      url: urlOf(event),
      startUs: event.ts,
      // Of what is written down by its beginning and its end, which has been enough so far, the beginning alone.
      wallUs: event.dur ?? 0,
      // Left out where it took no time.
      cpuUs: event.tdur ?? 0,
    }))
    .sort((one, other) => one.startUs - other.startUs || other.wallUs - one.wallUs);
}

/**
 * The slices in which the scripts of an origin work, the outermost alone: evaluation, handlers and timers, with what
 * they call in the browser, and promises. All promises count as theirs: the page itself must have none.
 */
export function slicesOf(origin, slices) {
  const found = [];
  let endUs = 0;
  for (const slice of slices) {
    const isScript = SCRIPT.has(slice.name) && slice.url.startsWith(origin);
    const isPromise = slice.name === MICROTASKS && slice.cpuUs >= MICROTASKS_US_MIN && endUs > 0;
    if (!(isScript || isPromise) || slice.startUs < endUs) continue;
    endUs = slice.startUs + slice.wallUs;
    found.push(slice);
  }
  return found;
}

/** Everything that the thread did, the browser's own work included. */
export const tasks = (slices) => slices.filter(({ name }) => name === 'RunTask');

/** Milliseconds of the processor and by the clock. */
export function cost(slices) {
  const sum = (key) => slices.reduce((total, slice) => total + slice[key], 0) / 1_000;
  return { cpuMs: sum('cpuUs'), wallMs: sum('wallUs') };
}

/** Where a script made the browser lay the page out before it would have. */
export const layouts = (own, slices) =>
  slices.filter(
    ({ name, startUs }) =>
      name === 'Layout' &&
      own.some((slice) => startUs >= slice.startUs && startUs < slice.startUs + slice.wallUs),
  );

import { expect, vi } from 'vitest';
import { html, startTestSite, type TestSite } from '../pages.js';
import { type Engine, PATIENCE_MS, type Tab } from './engine.js';

/** What a site owner has on a page. */
export interface PageSource {
  body: string;
  /** Before the tag. */
  head?: string;
  /** Of the tag. */
  attributes?: string;
}

/** One visitor of one site; no other test has the site's origin, nor what the browser keeps for it. */
export interface Visit {
  site: TestSite;
  /** The tab that the visitor is in; a test that closes it goes on in another. */
  tab: Tab;
  /** Closes the tab, as a visitor does, and goes on in another. */
  closeTab(): Promise<void>;
  /** Waits until this is true. */
  sees(condition: () => boolean): Promise<void>;
  /** Waits until an expression is true on the page, whichever is there by then. */
  until(expression: string): Promise<void>;
  /** What was captured so far has been judged, and the page has nothing under way, once this is done. */
  fence(): Promise<void>;
  /** Goes to a path of the site by the address bar. */
  goesTo(path: string): Promise<void>;
  /** Waits until the visitor is at this path of the site. */
  reaches(path: string): Promise<void>;
  /** Waits until so many events of a type have arrived. */
  arrives(type: string, count?: number): Promise<void>;
}

/** Keeps what the page's scripts throw, ours among them, where later pages of the site find it. */
const WATCH = `<script>
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, ({ message, reason }) => {
    localStorage.errors = (localStorage.errors || '') + (message || reason) + '; ';
  });
  for (const type of ['load', 'error']) document.addEventListener(type, ({ target }) => {
    if (/leadline.more/.test(target.src)) document.documentElement.dataset.more = type;
  }, true);
</script>`;
const HAS_TAG = `!!document.querySelector('script[src*="leadline.js"]')`;
const HAS_LOADED = `document.readyState === 'complete' && (!${HAS_TAG} || ('leadline' in window && !!document.documentElement.dataset.more))`;
const HAS_DELIVERED = `!Object.keys(localStorage).some((key) => key.startsWith('leadline:demo:q'))`;

/** Waits; `expect.poll` does not know in which of the tests it is that run beside each other. */
const becomes = (read: () => unknown, value: unknown, what: string): Promise<void> =>
  vi.waitFor(async () => expect(await read(), what).toBe(value), { timeout: PATIENCE_MS });

/** A test goes on in a tab that one before it is done with: to start one takes longer than most tests do. */
const idle = new WeakMap<Engine, Tab[]>();

/**
 * Opens a page, which has the tag as `/thanks` and `/next` have it and no other path, and does something there.
 *
 * @returns the site, at which everything that was captured has arrived, and what the pages' scripts threw
 */
export async function visitPage(
  engine: Engine,
  { body, head = '', attributes = 'data-site="demo"' }: PageSource,
  act: (visit: Visit) => Promise<unknown>,
): Promise<{ site: TestSite; errors: string }> {
  const site = await startTestSite();
  const tabs = idle.get(engine) ?? [];
  idle.set(engine, tabs);
  let fences = 0;
  const visit: Visit = {
    site,
    tab: tabs.pop() ?? (await engine.newTab()),
    // While a page gives way to another there is none to ask.
    until: (expression) => becomes(() => visit.tab.evaluate(expression).catch(String), true, expression),
    reaches: (path) =>
      visit.until(`location.href.split('?')[0] === '${site.origin}${path}' && ${HAS_LOADED}`),
    sees: (condition) => becomes(condition, true, 'what the site sees'),
    arrives: (type, count = 1) => becomes(() => site.events(type).length, count, type),
    async fence() {
      const name = `fence ${++fences}`;
      // What was done last may have led to another page.
      await visit.until(HAS_LOADED);
      // As when it might be the page's last moment, which hurries what waits for the page's own word.
      await visit.tab.evaluate(
        `(leadline('track', '${name}'), void window.dispatchEvent(new window.Event('online')))`,
      );
      await visit.arrives(name);
    },
    async goesTo(path) {
      await visit.tab.open(site.origin + path);
      await visit.reaches(path);
    },
    async closeTab() {
      await visit.tab.close();
      visit.tab = await engine.newTab();
    },
  };
  try {
    const tag = site.tag(attributes);
    site.page('/', html(body.replaceAll('{host}', site.host), WATCH + head + tag));
    for (const path of ['/thanks', '/next', '/end']) site.page(path, html(`<h1>${path}</h1>`, WATCH + tag));
    await visit.goesTo('/');
    await act(visit);

    if (await visit.tab.evaluate(HAS_TAG)) await visit.fence();
    // And whatever may still have waited in the page goes at the latest when it is left.
    await visit.goesTo('/end');
    await visit.tab.evaluate(`leadline('conversion', { name: 'end' })`);
    await visit.sees(() => site.events('conversion').some(({ name }) => name === 'end'));
    await visit.until(HAS_DELIVERED);
    const errors: string = await visit.tab.evaluate(`localStorage.errors || ''`);
    tabs.push(visit.tab);
    return { site, errors };
  } catch (error) {
    // A tab that hangs shall not hide why.
    await visit.tab.close().catch(() => {});
    throw error;
  } finally {
    await site.close();
  }
}

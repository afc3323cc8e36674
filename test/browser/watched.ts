// For tests of the dashboards: pages that are watched for what must not happen anywhere.
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export type Look = Parameters<Browser['newContext']>[0];

/**
 * A browser of somebody's own, whose pages write down what must not happen: broken policies, uncaught errors, dialogs,
 * requests to anybody else than `url`.
 */
export async function openWatched(
  browser: Browser,
  { url, mishaps, look }: { url: string; mishaps: string[]; look?: Look | undefined },
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...look });
  context.on('page', (page) => {
    page.on('pageerror', (error) => mishaps.push(String(error.stack)));
    page.on('dialog', (dialog) => {
      mishaps.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      const text = message.text();
      // A part that broke shows so, and says it here; that an answer was no success is said as well, and may be meant.
      const isBroken = message.type() === 'error' && /^\w*Error\b/.test(text);
      if (isBroken || /Content Security Policy/.test(text)) mishaps.push(text);
    });
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) mishaps.push(request.url());
    });
  });
  return { page: await context.newPage(), context };
}

/** Runs in the page, past its policy: `evaluate` is not subject to it, a script element would be. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`${axe};0`);
  const results: AxeResults = await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly: wcag })})`);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

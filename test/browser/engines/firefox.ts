import { launch } from 'puppeteer-core';
import { type Engine, PATIENCE_MS } from './engine.js';
import { engines } from './installed.mjs';

/** Mozilla's Firefox by WebDriver BiDi. Playwright drives builds of its own alone. */
export async function startFirefox(): Promise<Engine> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: engines.Firefox.find() as string,
    headless: true,
    timeout: PATIENCE_MS,
    protocolTimeout: PATIENCE_MS,
  });
  return {
    async newTab() {
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      const find = (selector: string) => `>>> ${selector}`;
      return {
        // Puppeteer's `goto` waits in vain where the page before came out of the back/forward cache.
        open: (url) => page.evaluate((url) => location.assign(url), url),
        click: (selector) => page.click(find(selector)),
        fill: (selector, text) => page.locator(find(selector)).fill(text),
        async pressEnter(selector) {
          await page.focus(find(selector));
          await page.keyboard.press('Enter');
        },
        evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
        close: () => page.close({ runBeforeUnload: true }),
      };
    },
    close: () => browser.close(),
  };
}

import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS } from '../chromium.js';
import { type Engine, PATIENCE_MS } from './engine.js';
import { engines } from './installed.mjs';

export async function startChromium(): Promise<Engine> {
  const browser = await chromium.launch({
    executablePath: engines.Chromium.find() as string,
    args: CHROMIUM_ARGS,
    timeout: PATIENCE_MS,
    // As visitors have it, with the back/forward cache that Playwright switches off.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE_MS);
  return {
    async newTab() {
      const page = await context.newPage();
      return {
        open: async (url) => void (await page.goto(url)),
        click: (selector) => page.click(selector),
        fill: (selector, text) => page.fill(selector, text),
        pressEnter: (selector) => page.press(selector, 'Enter'),
        evaluate: (expression) => page.evaluate(expression),
        async close() {
          const closed = page.isClosed() || page.waitForEvent('close');
          await page.close({ runBeforeUnload: true });
          await closed;
        },
      };
    },
    close: () => browser.close(),
  };
}

import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The Chromium of `CHROMIUM_PATH`, else an installed one, else Playwright's own download.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  const paths = CHROMIUM_PATH ? [CHROMIUM_PATH] : [...INSTALLED, chromium.executablePath()];
  return paths.find((path) => existsSync(path));
}
